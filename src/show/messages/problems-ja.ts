import type { ProblemFrame, ProblemWording } from './problem-wording.ts';
import type { ProblemCode } from './problems-en.ts';

export const problemFrameJa: ProblemFrame = {
  equation: '{equation} の式:',
  expected: '正しくは {expected}',
  found: '実際は {found}',
  nearest: '{nearest} のことですか?',
  between: '。',
  quote: ['「', '」'],
};

/** Phrases that `expected` and `found` carry; what is not here is shown as it is, what is empty not at all. */
export const problemTermsJa: Readonly<Record<string, string>> = {
  'one formula': '式一つ',
  'number, name(…)': '数か 名前(…)',
  'series(NAME; BY; MEMBER; PERIOD)': 'series(NAME; BY; MEMBER; PERIOD)',
  '0 month': '0か月以上',
  'a family of this model': 'このモデルの変数族',
  'a finite number': '有限の数',
  'a header line': '見出し行',
  'a product of units, e.g. USD/month': '単位の積(例:USD/month)',
  'a unit for a sum without terms': '項のない和の単位',
  'a whole number, at least 1': '1以上の整数',
  duration: '期間(例:6 months)',
  lever: '',
  list: 'リスト',
  'low, value or high': 'low、value、high のいずれか',
  map: '対応表(key: value)',
  'no member': '要素なし',
  nothing: '空',
  number: '数',
  'number-or-range': '数、または low・mode・high の範囲',
  'path=value': 'path=値',
  'plain number': '単位のない数',
  plant: '工場',
  'plant, product or programme': '工場、製品、またはプログラム',
  scenario: '',
  'scenario-file': 'シナリオ',
  text: '文字列',
};

/** The same codes as in English; a missing one does not compile. */
export const problemsJa: Readonly<Record<ProblemCode, ProblemWording>> = {
  'csv-empty': { what: 'ファイルが空です' },
  'csv-wrong-width': {
    what: '見出しは{expected}列ですが、この行は{found}列です',
    remedy: 'コンマを含む欄は二重引用符で囲んでください',
  },
  'csv-quote-in-cell': {
    what: '引用符で囲まれていない欄の中に二重引用符があります',
    remedy: '欄全体を二重引用符で囲み、中の引用符は二つ重ねてください',
  },
  'csv-unclosed-quote': { what: '二重引用符が閉じられていません' },
  'csv-text-after-quote': {
    what: '閉じの引用符の後に文字があります',
    remedy: '欄の中の引用符は二つ重ねてください',
  },
  'missing-column': { what: '列 {expected} がありません' },
  'duplicate-column': { what: '列 {found} が二つあります' },
  'missing-value': { what: '{expected} が空です', remedy: 'どの行にも必要です' },
  'not-a-number': {
    what: '{name} が数ではありません',
    remedy: 'コンマや単位を付けず、数字だけで書いてください',
  },
  'not-a-date': { what: '{name} が日付ではありません' },
  'period-out-of-order': { what: '期間の終わり({found})が始まり({expected})より前です' },
  'quantity-missing': { what: '{name} に単位はありますが、数量がありません' },
  'low-value-high-out-of-order': { what: 'low、value、high の順になっていません' },
  'negative-quantity': { what: '{name} が負です' },
  'unit-not-allowed': { what: '単位 {found} は、元の単位 {name} と合いません' },
  'canonical-differs': { what: '{name} が元の数字と一致しません', remedy: '空にしておけば計算されます' },
  'duplicate-id': {
    what: 'id {found} はすでに使われています[({first})]',
    remedy: '行ごとに別の id を付けてください',
  },
  'duplicate-label': { what: '{found} はすでに製品群に結び付いています[({first}行目)]' },
  'unknown-statement': { what: 'statement {found} という id の行はありません' },
  'statement-published-later': {
    what: 'この行が繰り返す {found} の公表は {expected} より後です',
    remedy: '先に公表された行を指してください',
  },
  'unknown-kind': { what: '{found} という種類はありません' },
  'unknown-metric': { what: '{found} という指標の行は登録簿にありません' },
  'unknown-confidence': { what: '{found} という確度はありません' },
  'unknown-section': { what: '{found} という節はありません' },
  'unknown-level': { what: '{found} という階層はありません' },
  'unknown-answer': { what: '{found} は yes でも no でもありません' },
  'unknown-product': { what: '{found} という製品はありません' },
  'unknown-unit': { what: '[{name}:]単位 {found} は登録されていません' },

  'address-version': {
    what: 'アドレスの版 {found} はこのプログラムでは扱えません',
    remedy: 'ページを読み込み直して最新版を使ってください',
  },
  'yaml-syntax': { what: 'YAMLとして読めません:{found}' },
  'nested-too-deep': { what: '入れ子が{expected}段を超えています' },
  'unknown-alias': { what: '{found} というアンカーはありません' },
  'duplicate-key': { what: 'キー {name} が二つあります(最初は{line}行目)' },
  'unknown-key': { what: '{name} に {found} というキーはありません' },
  'key-of-run': {
    what: '{found} はシナリオではなく、実行ごとに決めるものです',
    remedy: 'ファイルから除いてください。コマンドでは同じ名前のオプション(例:--seed 7)で指定できます',
  },
  'missing-key': { what: '{name} に {expected} がありません' },
  'wrong-type': { what: '{name} の書き方が違います' },
  'date-format': { what: '{name} が日付ではありません' },
  'no-such-day': { what: '{name}:{found} という日はありません' },
  'unknown-lever': {
    what: '{found} というレバーはありません',
    remedy: 'レバーの一覧は docs/levers.ja.md にあります',
  },
  'unknown-choice': { what: '{name} に {found} という選択肢はありません' },
  'unknown-scenario': {
    what: '{found} というシナリオはありません',
    remedy: '付属シナリオの名前か、ファイルのパスを指定してください',
  },
  'cluster-without-product': {
    what: 'クラスタには製品の指定が必要です',
    remedy: '--product で指定してください(例:b200)',
  },
  'product-not-delivered': {
    what: '{found} はこの計算で納入される製品ではありません',
    remedy: '一覧は chokepoint series shipments --by product にあります',
  },
  'product-not-sold': {
    what: '{name} は {found} には販売されません',
    remedy: 'モデルでの買い手は {expected} です',
  },
  'nothing-to-compare': {
    what: '{found} と比べる相手がありません',
    remedy: 'シナリオをもう一つ指定するか、--set でレバーを動かしてください',
  },
  'cyclic-extends': {
    what: 'シナリオが互いに継承し合い、循環しています:{found}',
    remedy: 'extends を一つ外してください',
  },
  'delayed-and-removed': {
    what: '{name} に遅れと取りやめの両方が指定されています',
    remedy: 'どちらか一つにしてください',
  },
  'negative-delay': { what: '{name} の遅れが負です', remedy: '工場を予定より早く開くことはできません' },
  'range-out-of-order': { what: '{name} の範囲の順序が違います' },
  'below-minimum': { what: '{name} が小さすぎます', remedy: '下限は {expected} です' },
  'above-maximum': { what: '{name} が大きすぎます', remedy: '上限は {expected} です' },
  'unreadable-number': {
    what: '{name} が数として読めません',
    remedy: '数字と、必要なら単位を書いてください',
  },
  'wrong-unit': { what: '{name} の単位が違います' },
  'set-option-form': { what: '--set は path=値 の形で書いてください' },

  // 記述の規則
  'formula-syntax': { what: 'ここの式が読めません' },
  'wrong-source': { what: '{found} は source が {expected} の規則で使います' },
  'claim-without-rule': {
    what: '記述 {name} に規則がありません',
    remedy: '規則を書くか、source を no-row か opinion にして理由を書いてください',
  },
  'unknown-run': { what: '{found} という学習の記録はありません' },
  'not-published-yet': { what: '{found} は {expected} までに公表されていません' },

  'unknown-command': { what: '{found} というコマンドはありません' },
  'unknown-option': { what: '{found} というオプションはありません' },
  'missing-argument': { what: '{name} が指定されていません' },
  'option-without-value': { what: 'オプション {name} には値が必要です' },
  'invalid-argument-value': { what: '{name} に {found} は指定できません' },
  'invalid-option-value': { what: 'オプション {name} に {found} は使えません' },
  'conflicting-options': { what: '{name} と {other} は同時に指定できません', remedy: '一方を外してください' },
  'too-many-arguments': { what: '{name} への引数が多すぎます' },
  'wrong-usage': { what: 'コマンドを解釈できません:{found}' },
  'too-many-numbers': {
    what: '{found}個の数字になります',
    remedy: '一度に書けるのは{expected}個までです。抽出数を減らすか、期間や切り口を粗くしてください',
  },
  'unwritable-file': { what: 'ファイルに書き込めません', remedy: 'フォルダーと権限を確かめてください' },
  'unreadable-file': {
    what: 'ファイルを読めません',
    remedy: 'パスと、テキストファイルであることを確かめてください',
  },
  'unknown-file-type': { what: '検査できるのは .yaml、.yml、.csv のファイルだけです' },
  'unknown-row': { what: '登録簿に{found}という行がありません' },
  'day-too-early': {
    what: '{found}までの公表情報では計算できません',
    remedy: '{expected}以降の日付を選んでください',
  },
  'figures-not-read': { what: '登録簿と合わせて読むことができませんでした: {reason}' },
  'day-not-formed': { what: '{found}時点の数字を取得できませんでした: {reason}' },
  'unknown-quantity': {
    what: '{found} は2回以上予測されていません。指標・企業・製品・年で指定します(例:cowos_capacity TSMC 2026)',
  },
  'unknown-claim': { what: 'id が {found} の記述はありません' },
  'unknown-series': {
    what: '{found}という系列はありません',
    remedy: 'chokepoint series --list で一覧を表示します',
  },
  'unknown-figure': {
    what: '{found}という数字や系列はありません',
    remedy: '各回答の --json にすべての数字のアドレスが出ます',
  },
  'address-form': {
    what: 'アドレス {found} は読めません',
    remedy: '--json の回答にある形で書いてください(例:shipments/designer/NVIDIA/2027)',
  },
  'address-parts': { what: 'アドレスの部分の数が合いません' },
  'address-change': {
    what: 'アドレスの {found} では入力を変えられません',
    remedy: '@入力=数 または @入力:倍率:加算 と書いてください',
  },
  'address-with-change': {
    what: '{found} は入力を変えた数字ですが、感度を調べられるのは変えていないモデルの数字だけです',
    remedy: '@ より後ろを省くか、--set でレバーを設定してください',
  },
  'unknown-dimension': { what: '{name} に {found} 別の値はありません' },
  'member-elsewhere': {
    what: '{name}:{found} という要素はありません',
    remedy: 'この名前がある分け方を --by で指定してください({dimensions})',
  },
  'missing-member': { what: '{name} は一つを選ぶ必要があります', remedy: '--member で指定してください' },
  'unknown-period': {
    what: '期間 {found} は分かりません',
    remedy: '{first}から{last}の間で指定してください',
  },

  'unknown-model': {
    what: '{found} という学習はありません',
    remedy: '一覧は chokepoint train-cost --list にあります',
  },
  'figures-published-later': {
    what: '{found} の数字が公表されたのは {expected} です',
    remedy: 'それ以後の日付か、--history pseudo-real-time を指定してください',
  },
  'training-size-missing': {
    what: '学習の規模が分かりません',
    remedy:
      '公表された学習の名前、--active(または --parameters)と --tokens、--flop、--hours のいずれかを指定してください',
  },
  'accelerator-not-in-catalogue': {
    what: '{name} に使われた {found} は製品一覧にありません',
    remedy: '--accelerator で別の製品を指定してください',
  },
  'product-without-figure': {
    what: '{found} の {name} は公表されていません',
    remedy: '別の精度か製品を選ぶか、オプションがあれば値を指定してください',
  },

  'not-finite': { what: '[{name}:]有限の数ではありません' },
  'invalid-unit': { what: '単位 {unit} が読めません' },
  'unit-mismatch': { what: '{operation} の単位がそろっていません' },
  'empty-sum': { what: '項も単位もない和があります' },
  'not-whole': { what: '{name} が整数ではありません' },
  'stock-without-next': { what: 'ストック {equation} の次の値が定義されていません' },
  cycle: { what: '式が同じ月の中で循環しています:{found}', remedy: '間にストックを置いてください' },
  'foreign-reference': { what: '{name} は別のモデルのものです' },
  'invalid-name': { what: '{name} は名前に使えません' },
  'duplicate-name': { what: '名前 {name} はすでに使われています' },
  'duplicate-member': { what: '次元 {dimension} に {name} が二つあります' },
  'duplicate-dimension': { what: '{name} に同じ次元が二つあります' },
  'missing-dimension': { what: '[{name} に]必要な次元の要素が指定されていません' },
  'wrong-members': { what: '{name} に指定された要素が合いません' },
  'unknown-member': { what: '[{name}:]{found} という要素はありません' },
  'unknown-name': { what: '{found} という名前のものはありません' },

  'distribution-parameter-not-a-number': { what: '{name}:{kind}分布の {parameter} が数ではありません' },
  'distribution-parameter-out-of-range': { what: '{name}:{kind}分布の {parameter} が範囲外です' },
  'distribution-lengths-differ': { what: '{name}:{kind}分布の {parameter} の長さが違います' },
  'distribution-without-probability': { what: '{name}:{kind}分布から引ける値がありません' },
  'correlation-unknown-variable': { what: '相関に指定された {name} という入力はありません' },
  'correlation-out-of-range': { what: '{a} と {b} の相関が範囲外です' },
  'correlation-with-itself': { what: '{name} に自分自身との相関が指定されています' },
  'correlation-repeated': { what: '{a} と {b} の相関が二つあります' },
  'correlation-not-positive-definite': {
    what: '{names} の相関が互いに矛盾しています({name}で判明)',
    remedy: 'すべてに{factor}を掛ければ両立します',
  },
  'values-out-of-order': { what: '[{name}:]値の順序が違います' },
  'seed-out-of-range': { what: '乱数の種が範囲外です' },
  'variable-repeated': { what: '入力 {name} が二度宣言されています' },
  'sobol-dimensions-exhausted': {
    what: 'Sobol列は{dimensions}次元までのため、{name} 以降の{count}個の入力はPhiloxで引きます',
  },
  'worker-stopped': {
    what: 'ワーカースレッドが1つ止まりました({reason})。残りは{left}つ。抽出は変わらず続きます',
  },
  'allocation-lengths': { what: '{rule}:{name} の長さが違います' },
  'belief-set-twice': { what: '{name} についての見立てが二度設定されています' },
  'input-without-belief': {
    what: '入力 {name} に見立てがありません',
    remedy: '行か想定を与えてください',
  },
  'missing-assumption': { what: '{name} という想定はありません' },
};

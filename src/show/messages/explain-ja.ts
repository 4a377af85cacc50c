import type { explainEn } from './explain-en.ts';

/** explain の表示。 */
export const explainJa: Readonly<Record<keyof typeof explainEn, string>> = {
  'command.explain': 'モデルの数字一つを、式と数値から日付のある出典と想定までたどる',
  'explain.hint':
    'chokepoint explain {example} で数値の根拠を表示します。--json には全数値のアドレスがあります。',
  'explain.argument':
    '数字のアドレス(各回答の --json に出るもの)、または系列の名前(chokepoint series --list)',
  'explain.option.by': '--member の内訳の種類(例:family)',
  'explain.option.member': 'その内訳の一つ',
  'explain.option.of': '--by {dimension} --member と同じ',
  'explain.option.period': '2026、2026Q4、2026-11、FY2027 など。指定しなければ時点の四半期',
  'explain.option.depth': '式をたどる深さ(6)',
  'explain.option.draw': 'すべての入力を中央値に置く代わりに、指定した番号(1から)の抽出の値で説明',
  'explain.option.median': 'すべての入力を中央値に置く(既定)',
  'explain.option.all': '影響の大きいものだけでなく、すべての入力と行を表示',
  'explain.example.address': 'ほかの回答が示すアドレスで数字を指定',
  'explain.example.family': 'なぜこの数になるのか、誰がそう言ったのか',
  'explain.example.designer': '設計企業の会計年度の売上',
  'explain.example.capacity': '2025年2月時点で知られていた先端パッケージングの能力',
  'explain.example.cost': '学習の費用を、式と発表元までたどる',
  'explain.example.json': '全体を他のツール用に',
  'explain.title': '{series} · {period}:{value}',
  'explain.range':
    'すべての入力を中央値に置いた計算の値です。{draws}通りの未来では中央値{median}、100通りのうち80通りは{range}。分散の{share}%は想定に、残りは日付のある数字に基づきます。',
  'explain.range.mean':
    '{draws}通りの未来の平均です。すべての入力を中央値に置いた計算(以下で説明)では{value}。分散の{share}%は想定に、残りは日付のある数字に基づきます。',
  'explain.range.draw':
    '抽出{draw}番の値です。{draws}通りの未来では中央値{median}、100通りのうち80通りは{range}。分散の{share}%は想定に、残りは日付のある数字に基づきます。',
  'explain.range.draw.mean':
    '抽出{draw}番の値です。{draws}通りの未来の平均は{median}。分散の{share}%は想定に、残りは日付のある数字に基づきます。',
  'explain.end':
    '最初の月にGPUが不足している未来は{share}。不足が終わる時期は、そのうち半数で{p50}、1割で{p10}、9割で{p90}です。',
  'explain.end.by': '{month}まで',
  'explain.end.after': '{month}より後',
  'explain.changed': 'アドレスによる変更:{changes}。',
  'explain.terms': '何からできているか',
  'explain.cost.range':
    'すべての入力を中央値に置いた値です。{draws}回の抽出では{spread}。{date}時点の数字によります。',
  'explain.cost.draw': '抽出{draw}番の値です。{draws}回の抽出では{spread}。{date}時点の数字によります。',
  'explain.cost.given': '指定値',
  'explain.run': 'シナリオ {scenario}、{date}時点、乱数の種 {seed}。',
  'explain.months.sum': '各月の合計',
  'explain.months.mean': '各月の平均',
  'explain.months.last': '最終月の値',
  'explain.tree': '{month}の数字の成り立ち',
  'explain.tree.note':
    '上が名前、下が数値です。0の項、1の因数、選ばれない分岐は省き、0は0にしたものへたどります。ほかの内訳や月も同じ式に従います。[n] は下の入力nです。数字を2%以上動かすものだけをたどります。--depth {deeper} でさらに深くたどります。',
  'explain.tree.above': '{threshold}を超えれば1、そうでなければ0',
  'explain.tree.times': '×{factor}',
  'explain.node.opening': '{month}の期首、前月から',
  'explain.node.first': '{month}の期首、計算の出発点',
  'explain.node.earlier': 'それ以前:{values}',
  'explain.tornado': '何が動かすか:入力を一つずつP10からP90まで動かした場合',
  'explain.tornado.unit': '何が動かすか:入力を一つずつP10からP90まで動かした場合(単位:{unit})',
  'explain.equation.more': 'ほか{count}項',
  'explain.inputs': '何に基づくか',
  'explain.inputs.note':
    '{count}個の入力のうち、最も影響の大きい{shown}個。--all ですべての入力と行を表示します。',
  'explain.inputs.noteAll': '基になる{count}個の入力すべて(影響の大きい順)。',
  'explain.input.fixed': '{median}(固定)',
  'explain.input.moves': 'P10で{low}、P90で{high}になる',
  'explain.input.still': 'P10からP90の間では結果は動かない',
  'explain.basis.rows': '公表された数字',
  'explain.basis.assumed': '想定',
  'explain.basis.set': 'シナリオで設定',
  'explain.basis.rest': '動かさず',
  'explain.rule': '規則:{rule}。',
  'explain.assumption': '想定:{name}、{values}。{reason}({date}以降)',
  'explain.assumption.from': '想定:{name}、{values}。{reason}({date}以降、出所 {derived})',
  'explain.reason': '理由:{reason}。',
  'explain.product': '{product} の仕様({date}から公開)',
  'explain.outlier': '外れ値:{source}。{reason}',
  'explain.misses': '過去の大きな外れ:{list}。',
  'explain.miss.low': '{target}({day}時点):{share}過小',
  'explain.miss.high': '{target}({day}時点):{share}過大',
  'explain.sources.more': '… ほかに古い行{count}件',
  'explain.rest':
    'ほかの{count}個の入力は動かしていないレバー、または製品が使わないもので、結果に影響しません。',
};

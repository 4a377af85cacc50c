import type { cliEn } from './cli-en.ts';

/** コマンドラインのヘルプ。 */
export const cliJa: Readonly<Record<keyof typeof cliEn, string>> = {
  'cli.tagline': 'Chokepoint:AI計算資源を制約するものは何か、いつまで続くか',
  'cli.examples': '使用例',
  'cli.usage': '書式',
  'cli.commands': 'コマンド',
  'cli.arguments': '引数',
  'cli.options': 'オプション',
  'cli.globalOptions': '全コマンド共通',
  'cli.exitCodes': '終了コード',
  'cli.exitCodes.text':
    '0   正常\n1   入力に問題あり(何も変更されません)\n2   使い方の誤り\n70  Chokepoint自体の不具合',
  'cli.more': 'chokepoint コマンド --help で各コマンドの説明を表示します。',
  'cli.usageHint': '{command} をご覧ください',
  'cli.problems': '問題が{count}件あります。入力は何も使われていません。',
  'cli.internal':
    'Chokepoint自体に不具合が起きました。CHOKEPOINT_DEBUG=1 を設定すると発生箇所が表示されます。chokepoint doctor --json の出力を添えてご報告ください。',

  'fan.key': '100通り中 {shades}',

  'option.lang': '言語:en または ja(指定しなければシステムの言語)',
  'option.json': '結果をJSONで出力',
  'option.csv': '結果をCSVで出力',
  'option.svg': '図をSVGでファイルに書く(- なら標準出力へ)',
  'file.citation':
    'Chokepoint {version}:シナリオ {scenario}、{day}時点、{draws}通りの未来、乱数の種 {seed}。作り方:{command}。もとの数字は chokepoint explain で確かめられます。Epoch AI(epoch.ai/data、CC BY 4.0)のデータを含みます。',
  'file.written': '書き込み先:{file}',
  'option.color': '色を使わない(NO_COLORと同じ)',
  'option.width': '表示の桁数(指定しなければ端末の幅)',
  'option.help': 'このヘルプを表示',
  'option.version': 'バージョンを表示',
  'option.asOf': 'この日までに公表されたものだけを使う',
  'option.asOf.facts': 'この日までに公表された行だけ(省略時はシナリオ latest の日付まで)',

  'command.help': 'コマンドの説明',
  'command.facts': 'すべての出発点となる、日付と出典のある数字',
  'command.claims': 'このプロジェクトの発端となった記述の判定。未確定のものは確率',
  'command.validate': 'シナリオファイルとデータファイルを検査し、すべての誤りを一度に示す',

  'facts.argument': '行に含まれる語(すべてを含む行だけ)、または一つの行の id',
  'facts.option.metric': 'この指標だけ(例:cowos_capacity)',
  'facts.option.entity': 'この企業・市場だけ(別名も含む)',
  'facts.option.product': 'この製品または表示名だけ',
  'facts.option.family': 'この製品群全体を指す表示名だけ(例:"H100/H200")',
  'facts.option.summary': '全行をファイル・指標・種類ごとに数え、読めなかった行を列挙',
  'facts.option.vintages': '数量ごとに、言われた日付の順に並べる',
  'facts.option.outliers': '想定分布の元の行のうち、他の情報源から大きく外れたものを理由とともに示す',
  'facts.option.once': '同じ発言の再掲を除く',
  'facts.option.limit': '表示する行数の上限(60行、公表の新しい順)。0で全件',
  'facts.example.search': '2025年2月に分かっていたCoWoSの数字',
  'facts.example.outliers': '2025年7月時点で、他から外れていた数字',
  'facts.example.vintages': 'TSMCのCoWoS能力の数字が報道ごとにどう動いたか',
  'facts.example.id': '一つの行を出典とともに全文表示',
  'facts.example.summary': '登録簿に何があるか',

  'claims.argument': '記述の id(全文を表示)',
  'claims.option.by': '記述の代わりに、登録簿の予測がどれだけ外れたかを発表元と期間の長さごとに',
  'claims.option.vintages':
    'この数量の予測の移り変わり(例:「cowos_capacity TSMC 2026」)。--by publisher とともに使う',
  'claims.example.vintages': '2025年末のTSMCのCoWoS能力の予測がどう動き、結果はどうだったか',
  'claims.example.record': 'どの発表元の予測がどれだけ近かったか',
  'claims.option.list': 'すべての記述を判定と根拠つきで節ごとに',
  'claims.option.verdict': 'この判定だけ:true、partly、missed、open、not-measurable',
  'claims.option.section': 'この節だけ:models、capex、gpu、packaging、hbm、asic、outlook',
  'claims.example.all': '1ページで:節ごとの判定、外れたもの、未確定のもの',
  'claims.example.verdict': '外れた記述すべて',
  'claims.example.one': '一つの記述の検証と出所、モデルの答え',
  'claims.example.csv': '全件を表計算ソフト用に',

  'validate.argument': 'シナリオファイル(.yaml)とデータファイル(.csv)',
  'validate.example.scenario': '自分で書いたシナリオ',
  'validate.example.data': '自分で足す行を、登録簿の行と合わせて検査',
};

import type { sensitivityEn } from './sensitivity-en.ts';

/** 数字が何に左右されるか。 */
export const sensitivityJa: Readonly<Record<keyof typeof sensitivityEn, string>> = {
  'command.sensitivity': '数字がどの入力に左右されるか、それぞれどれだけ動かすか、何を知れば役に立つか',
  'sensitivity.argument': '数字のアドレス、または系列の名前(指定しなければ不足についての主な数字)',
  'sensitivity.option.period': '2026、2026Q4、2026-11、FY2027 など。指定しなければ1年後の四半期',
  'sensitivity.option.method':
    'どこまで調べるか:draws(抽出だけで分かること)、screening(モリス法も)、variance(ソボル指数と横棒図も)',
  'sensitivity.option.top': '一つずつ測って表示する入力の組の数({top})',
  'sensitivity.option.thorough': 'すべての組を一つずつ測る({draws}通りの未来、軌道{trajectories}本)',
  'sensitivity.example.plain': '不足は何に左右されるか',
  'sensitivity.example.series': '会計年度の売上は何に左右されるか',
  'sensitivity.example.address': '自社チップの比率（アドレスで指定）',
  'sensitivity.example.thorough': 'すべての入力の組を測り、他のツール用に出力',
  'sensitivity.progress': '{all}回の計算の{percent}%、残り約{left}秒 …',
  'sensitivity.section': '主な数字は何に左右されるか',
  'sensitivity.head': '何に左右されるか ・ シナリオ {scenario} ・ {date}時点',
  'sensitivity.figure.overdue': '{month}のGPUの遅延月数',
  'sensitivity.figure.short': '{month}にGPUが不足しているか',
  'sensitivity.figure.end': 'GPU不足が終わるまでの月数({month}まで)',
  'sensitivity.value': '{figure}：{value}',
  'sensitivity.value.binary': '{figure}：100通りの未来のうち{share}通り',
  'sensitivity.column.group': '入力の組',
  'sensitivity.column.lead': '代表',
  'sensitivity.column.rank': '順位\n相関',
  'sensitivity.column.pawn': 'PAWN',
  'sensitivity.column.effect': '平均\n効果',
  'sensitivity.column.first': '知れば\n消える分散',
  'sensitivity.column.total': '他を知っても\n残る分散',
  'sensitivity.column.basis': '根拠',
  'sensitivity.basis.rows': '公表値',
  'sensitivity.basis.assumed': '想定',
  'sensitivity.basis.mixed': '{all}個中\n{assumed}個想定',
  'sensitivity.rest': 'ほかの{count}組',
  'sensitivity.bars': '入力を一つだけP10とP90に固定し、ほかは抽出のままとした平均',
  'sensitivity.groups': '入力の組の意味',
  'sensitivity.family': '{name}：{description}',
  'sensitivity.learn': '一つだけ知ることができるなら',
  'sensitivity.learn.amount':
    '{figure}：{group}。知れば分散は平均で{share}({low}〜{high})減り、標準偏差は{from}から{to}{unit}になる。',
  'sensitivity.learn.binary':
    '{figure}：{group}。知ればブライアスコアの期待値は平均で{share}({low}〜{high})減り、{from}から{to}になる。',
  'sensitivity.learn.others': '同じくらい役に立つかもしれないもの：{groups}。',
  'sensitivity.learn.none': '{figure}：知れば確かに役に立つと言える組は一つもない。',
  'sensitivity.learn.rests': '見るべきところ：{input}、{spread}。',
  'sensitivity.interaction':
    '最初の数字では、一次の割合の合計は分散の{sum}。残りは、組どうしが重なって初めて生じる。',
  'sensitivity.note.draws':
    '順位相関(スピアマン)とPAWN(10区間での分布の隔たりの中央値)は、組を代表する入力の{draws}通りの抽出での値。· は、調べた入力の多さを考えれば偶然で説明がつくもの(無関係な入力100個のうち5個は{rank}、PAWNでは{pawn}を超える)。相関のある入力は互いの影響も含む。',
  'sensitivity.note.screening':
    '平均効果：モリス法のμ*。組をP5からP95まで動かしたときの変化の大きさの平均で、単位は数字と同じ(軌道{trajectories}本)。すべての組を調べた。',
  'sensitivity.note.variance':
    '分散：ソボルの一次指数と全次指数、95%区間つき。平均効果の大きい{measured}組は一つずつ測った。–は抽出の数が足りず分からないもの。相関のある入力はすべて同じ組に入れてあるので、組は互いに独立で、指数の意味がはっきりしている。',
  'sensitivity.runs.draws':
    'モデルの計算は{draws}回。不確かな入力は{inputs}個・{groups}組。乱数の種 {seed}。',
  'sensitivity.runs':
    'モデルの計算は{all}回：不確かな入力{inputs}個・{groups}組のふるい分けに{screening}回、抽出と分散に{variance}回、横棒図に{tornado}回。乱数の種 {seed}。',
};

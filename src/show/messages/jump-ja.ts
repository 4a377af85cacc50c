import type { jumpEn } from './jump-en.ts';

/** 効率が飛躍したら。 */
export const jumpJa: Readonly<Record<keyof typeof jumpEn, string>> = {
  'command.what-if': '作業当たりの計算量が一気に減ったら(DeepSeekの問い)。弾力性0.5、1、1.5で比べる',
  'jump.argument': 'efficiency(効率)',
  'jump.option.gain': '作業当たりの計算量が何分の1になるか(4)',
  'jump.option.elasticity': '効率に対する需要の弾力性(例:0.5,1,1.5)',
  'jump.example.plain': '現在4倍の効率化が起きた場合を、三つの弾力性で',
  'jump.example.then': '2025年2月の時点で見た10倍の効率化',
  'jump.head': '効率が飛躍したら ・ シナリオ {scenario} ・ {date}時点',
  'jump.sentence': '予算が織り込む以上に、作業当たりの計算量が{month}に{gain}分の1になる。',
  'jump.elasticity':
    '弾力性{elasticity}：{year}の到来需要の変化は{percent}、納入額の変化は{deliveries}。{horizon}までにGPUが不足する月数の変化は{months}か月({low} … {high})。',
  'jump.same': '弾力性{elasticity}：どの未来でも何も変わらず、支出も動かない。',
  'jump.table': '飛躍のないシナリオと、弾力性ごとの変化(同じ未来)',
  'jump.column.base': '飛躍なし',
  'jump.column.elasticity': '弾力性{elasticity}',
  'jump.demand.all': '到来需要(ドル)',
  'jump.demand.frontier': 'うち先端学習',
  'jump.demand.catch-up': 'うち後追い学習',
  'jump.demand.inference': 'うち推論',
  'jump.deliveries': '納入額＝支出(ドル)',
  'jump.h100e': '納入量(H100換算)',
  'jump.short': 'GPUが不足している未来(100通り中)',
  'jump.months': 'GPUが不足する月数(変化は平均)',
  'jump.note':
    '計算資源への支出は効率化倍率の(弾力性−1)乗で動く。弾力性が1なら変わらず、下回れば減り、上回れば供給の許す限り増える(リバウンド)。他者の成果を再現する後追い学習はただちに、先端学習と推論は想定した普及期間をかけて効率化する。文中の値は平均、表の値は中央値。括弧内は100通りの未来のうち80通りが入る幅。どの弾力性が正しいかは分かっていない。',
};

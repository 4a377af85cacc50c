import type { bottlenecksEn } from './bottlenecks-en.ts';

/** 生産の制約、投入財を増やす価値、計算と報告値の対比。 */
export const bottlenecksJa: Readonly<Record<keyof typeof bottlenecksEn, string>> = {
  'command.bottlenecks': '四半期ごとの制約、その次の制約、投入財が増えることの価値',
  'bottlenecks.example.plain': '四半期ごとの制約',
  'bottlenecks.example.slip': '新しい封止工場がすべて半年遅れた場合',
  'outcomes.head': '計算と報告値の対比 ・ シナリオ {scenario} ・ {date}時点',
  'outcomes.column.quantity': '量',
  'outcomes.column.run': '計算：P50（P10～P90）',
  'outcomes.column.reported': '報告値',
  'outcomes.column.position': '位置',
  'outcomes.column.derived': 'これから導いた入力',
  'outcomes.position': '100通り中{share}通りより上',
  'outcomes.known': '（当時既知）',
  'outcomes.before': '計算開始より前',
  'outcomes.outside': '本モデルの対象外（claims参照）',
  'outcomes.note':
    '報告値は登録簿の行であり、時点で知り得ないものはすべて後の公表。後の版で入力が結果から導かれている場合、その版を使う計算はその結果で採点できない。',
  'bottlenecks.head': 'GPU生産の制約 ・ シナリオ {scenario} ・ {date}時点',
  'bottlenecks.note':
    '各セルは、その四半期に投入財が止めるGPU要求額の割合（全未来の平均）。需要の行は供給に止められていない割合。',
  'bottlenecks.plenty':
    '来月以降{relieved}が潤沢なら、{year}に最も多い制約は{next}（100通り中{share}通り）。1年後にGPUが不足する未来は{before}通りから{later}通りになる。',
  'bottlenecks.plentyDemand':
    '来月以降{relieved}が潤沢なら、{year}に他の制約は多くても100通り中{share}通り（{next}）。1年後にGPUが不足する未来は{before}通りから{later}通りになる。',
  'bottlenecks.worthNow': '{input}が1%多いことの価値は、今後12か月で{packages}、売上{sales}。',
  'bottlenecks.worthLater': '{horizon}までで最も効くのは{input}で、1%の価値は{h100e}。',
  'bottlenecks.next': '次の制約：来月以降1つを潤沢にしたとき、各年に最も多く止める投入財（100通り中）',
  'bottlenecks.relief.head': '潤沢なもの',
  'bottlenecks.relief.none': 'なし（現状）',
  'bottlenecks.relief.cowos': 'CoWoS',
  'bottlenecks.relief.hbm': 'HBM',
  'bottlenecks.relief.logic': 'ロジック',
  'bottlenecks.relief.cowos and hbm': 'CoWoSとHBM',
  'bottlenecks.shortLater': '1年後にGPU不足',
  'bottlenecks.worth': '投入財が増えることの価値：同じ未来での差の中央値（P10 … P90）',
  'bottlenecks.more': '増やすもの',
  'bottlenecks.maker': '・{maker}',
  'bottlenecks.measure.packages': 'パッケージ数',
  'bottlenecks.measure.h100e': 'H100e',
  'bottlenecks.measure.sales': '売上（ドル）',
  'bottlenecks.measure.overdue': '期末の未充足（か月）',
  'bottlenecks.step.percent': '1%増',
  'bottlenecks.step.wafers': '月{wafers}枚増',
  'bottlenecks.near': '{more}：{until}までの12か月',
  'bottlenecks.far': '{more}：{until}までの全期間',
  'bottlenecks.unfelt': '10通り中8通り以上で増えても何も変わらないもの：{inputs}。',
  'bottlenecks.worthNote':
    '価値：{draws}通りの未来それぞれを、現状のままと、来月以降の変更ありとで計算した差。パッケージと売上は全設計企業、未充足はGPU。供給側は追加分を計画に織り込み、他の投入財も含めて自らの増設を減らすため、別の投入財が制約になる年には価値が負になりうる。ロジックのウエハはアクセラレータ向けの分。HBM全体の増加はメーカーの規模に応じて配分。',
};

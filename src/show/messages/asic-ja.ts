import type { asicEn } from './asic-en.ts';

/** 買い手の自社チップ。 */
export const asicJa: Readonly<Record<keyof typeof asicEn, string>> = {
  'command.asic': '自社チップは不足をどれだけ埋めるか：比率と、各計画がなかった場合',
  'asic.example.plain': '比率、各計画が加えるものと奪うもの、製品の比較',
  'asic.example.surge': '自社チップが作り手の期待どおりに伸びた場合',
  'asic.head': '自社チップ ・ シナリオ {scenario} ・ {date}時点',
  'asic.sentence.share':
    '{year}、自社チップはパッケージ数の{units}、H100換算の{h100e}。数で外販GPUを上回るのは100通り中{above}通り、計算能力で上回るのは{aboveCompute}通り。',
  'asic.sentence.without':
    'すべての自社チップがなければ、その年の納入はH100換算で{all}、GPUだけでは{gpu}変わる。{horizon}までにGPUが不足する月数の変化は平均{months}か月({low} … {high})。',
  'asic.shares': '納入アクセラレータに占める自社チップの比率と、GPUを上回る未来の数',
  'asic.share.units': 'パッケージ数',
  'asic.share.usd': '金額',
  'asic.share.h100e': 'H100換算',
  'asic.above': '外販GPUを上回る未来(100通り中)',
  'asic.above.units': 'パッケージ数で',
  'asic.above.usd': '金額で',
  'asic.above.h100e': 'H100換算で',
  'asic.without': '{year}の各計画と、それがない場合の変化(同じ未来)',
  'asic.column.programme': '計画',
  'asic.column.units': '個数',
  'asic.column.h100e': 'H100換算',
  'asic.column.all': 'ない場合：\n世界のH100換算',
  'asic.column.gpu': 'GPUの\nH100換算',
  'asic.column.gpuUnits': 'GPUの個数',
  'asic.column.months': 'GPUの\n不足月数',
  'asic.cards': '製品の比較(その日までに仕様が分かっている各系列の新しい2世代)',
  'asic.cards.product': '製品',
  'asic.cards.known': '公表',
  'asic.cards.teraflops': '密行列\nTFLOP/s',
  'asic.cards.sixteen': '(16ビット)',
  'asic.cards.power': 'W',
  'asic.cards.memory': 'HBM(GB)',
  'asic.cards.price': 'ドル\n(推計)',
  'asic.cards.usdPerTeraflops': 'TFLOP/s\n当たりドル',
  'asic.cards.perWatt': 'W当たり\nTFLOP/s',
  'asic.kind.gpu': '外販GPU',
  'asic.kind.asic': '自社チップ(ファーウェイを含む)',
  'asic.note':
    '自社チップはグーグル・AWS・マイクロソフト・メタ・オープンAIのもの。ファーウェイのAscendは独自の供給網を持ち、合計には含むが比率には含まない。計画がなければ、買い手はその資金をほかの系列に使い、ウエハとメモリもそちらへ回る。不足月数は平均と幅。密行列TFLOP/sは断りがなければ8ビット。価格はその日までの推計(自社チップは移転価格)で、*は想定、–は非公表。',
};

import type { calibrateEn } from './calibrate-en.ts';

/** 過去の実績が未来について語ること。 */
export const calibrateJa: Readonly<Record<keyof typeof calibrateEn, string>> = {
  'command.calibrate': '2023年以降の実績とモデルを突き合わせ、何が動くかを示す',
  'calibrate.example.plain': '最新の日付で',
  'calibrate.example.asOf': '以前の日付までに学べたこと(過去の値は後の推計も使う)',
  'calibrate.example.forecast': '実績で重み付けした未来による予測',
  'calibrate.head': '較正 ・ {date}時点',
  'calibrate.weights':
    '{known, plural, =0 {モデルも示す量のうち過去の実績が分かるものはなく、すべての未来の重みは等しい} other {2023年以降の実績#件により、{pool}通りの未来のうち実効{effective}通りが残る}}。',
  'calibrate.tempered':
    'そのまま使えば実効{effective}通りしか残らないため、尤度を{exponent}乗した。過去の効き方はその分弱い。',
  'calibrate.moved':
    '不確実な入力{of}個のうち{count}個が、偶然による動き(標準偏差の{chance}倍)を超えて動く。',
  'calibrate.moved.none':
    '不確実な入力{of}個のうち、偶然による動き(標準偏差の{chance}倍)を超えて動くものはない。',
  'calibrate.problem': '{year}年の計算はできない：{problem}',
  'calibrate.fits': '過去の実績との比較：重みなし → 重みあり',
  'calibrate.worst': 'ずれが最も大きいもの',
  'calibrate.beliefs': '最も動く入力',
  'calibrate.figures': '予測への影響',
  'calibrate.column.known': '件数',
  'calibrate.column.off': '中央値のずれ\n(標準偏差)',
  'calibrate.column.within': '80%の幅に\n入る割合(%)',
  'calibrate.column.until': '期末',
  'calibrate.column.value': '実績',
  'calibrate.column.before': '重みなし',
  'calibrate.column.after': '重みあり',
  'calibrate.column.sds': 'ずれ\n(標準偏差)',
  'calibrate.column.input': '入力',
  'calibrate.column.shift': '移動\n(標準偏差)',
  'calibrate.revenue': '{designer}の売上',
  'calibrate.units': '{designer}のパッケージ数',
  'calibrate.capex': '{buyer}の設備投資',
  'calibrate.capex.all': '買い手別の設備投資',
  'calibrate.packaging': 'TSMCのCoWoS能力',
  'calibrate.memory': '{maker}のHBM能力',
  'calibrate.figure.packages': '{label}(パッケージ数)',
  'calibrate.figure.h100e': '{label}(H100換算)',
  'calibrate.figure.own': '自社チップ：{label}',
  'calibrate.note':
    '2023年以降の各年について、その年の1月から別の計算を行う。当日の計算と同じ意味を持つ入力(製品・工程の性質、行動)は共通に抽出されて引き継がれ、各年の出発点は引き継がれない。ずれは、中央値と実績の対数比を、出典の誤差とモデル自体の誤差({model}、想定)を合わせた標準偏差で測る。同一対象・同一四半期の数値は合わせて1件と数え、1年の四半期間の相関は{correlation}(想定)。誤差はスチューデントのt分布とし、1つの誤った数値では決まらない。水準に関する想定の作成に使った数値は再び使わない。',
  'calibrate.run': '候補は{pool}通りの未来、シード{seed}。未来を抽出する全コマンドで --calibrate が使える。',
};

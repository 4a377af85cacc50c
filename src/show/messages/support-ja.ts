import type { supportEn } from './support-en.ts';

/** facts --disagreement、--unused、--weakest の表示。 */
export const supportJa: Readonly<Record<keyof typeof supportEn, string>> = {
  'support.option.disagreement': '情報源の最新の値が最も食い違う数量から順に表示',
  'support.option.unused': 'その時点でどの入力にも使われていない行と、その理由',
  'support.option.weakest': 'より良いデータがあれば結論が最も確かになる入力',
  'support.example.disagreement': '情報源が最も食い違うところ',
  'support.example.unused': 'モデルが使っていない行と理由',
  'support.example.weakest': 'データの改善が最も効くところ',
  'support.disagreement.count':
    '{date}までに公表された数字で、{count, plural, =0 {食い違うものはありません} other {情報源が食い違う数量は#件}}',
  'support.column.quantity': '数量',
  'support.column.period': '期間',
  'support.column.sources': '情報源',
  'support.column.ratio': '最大÷最小',
  'support.column.range': '最小、中央値、最大',
  'support.unused.count':
    '{date}に知られていた{known}行のうち{used}行が入力に使われ、{unused}行は使われていません。記事の検証、学習計算、実績との照合で使う行は別です。',
  'support.column.reason': '使わない理由',
  'support.column.rows': '行数',
  'support.column.row': '行',
  'support.column.instead': '代わりの行',
  'support.unused.no-number': '数字がない(節目や注記)',
  'support.unused.repeated': '別の媒体による同じ発言の再掲',
  'support.unused.bound-only': '上限か下限しか示していない',
  'support.unused.period-passed': '計算の開始より前の期間',
  'support.unused.after-horizon': '計算の終わりより後の期間',
  'support.unused.no-input-for-metric': 'その指標に当たる入力がモデルにない',
  'support.unused.no-input-for-subject': 'その企業や製品に当たる入力がモデルにない',
  'support.unused.newer-word': '同じ情報源がより新しい値を示している',
  'support.unused.other-row-preferred': '同じ数量の別の行が優先される',
  'support.unused.other-period-or-unit': '規則が別の期間・単位・基準の値を使う',
  'support.weakest.title': 'データの改善が効くところ:1年後のGPU未充足需要(月数)、{date}時点',
  'support.weakest.note':
    '点数は、{draws}通りの未来での結論との順位相関の二乗×行に基づかない入力の割合です。調べた入力の多さを考えれば偶然で説明がつくものは省きます。分散の割合は chokepoint sensitivity で測れます。',
  'support.weakest.none': '想定に基づく入力で、偶然以上に結論を動かすものはありません。',
  'support.column.inputs': '入力',
  'support.column.rank': '順位相関',
  'support.column.assumed': '想定',
  'support.column.score': '点数',
  'support.column.rests': '根拠',
  'support.rests.rows': '{count}行',
};

import type { factsEn } from './facts-en.ts';

/** 登録簿の数字。 */
export const factsJa: Readonly<Record<keyof typeof factsEn, string>> = {
  'facts.column.published': '公表日',
  'facts.column.what': '対象',
  'facts.column.period': '期間',
  'facts.column.amount': '数字',
  'facts.column.kind': '種類',
  'facts.column.publisher': '発表元',
  'facts.column.title': '掲載',
  'facts.count':
    '{date}までに公表された{count, plural, =0 {該当する行はありません} other {#行}}{statements, plural, =0 {} other {、発言としては#件}}',
  'facts.vintages.count':
    '{count, plural, =0 {二度以上言われた数量はありません} other {#件の数量}}{count, plural, =0 {} other {。それぞれ言われた日付の順}}',
  'facts.vintages.spread': '{sources, plural, other {#つの情報源の最新の値}}:{spread}',
  'facts.later': '{day}より後に公表された行がほかに{count}行あります。--as-of {last} で残りも表示します。',
  'facts.shown': '{count}行のうち、公表の新しい{shown}行を表示しています。--limit 0 で全件を表示します。',
  'facts.repeats': '{id} の再掲',
  'facts.field.metric': '指標',
  'facts.field.what': '対象',
  'facts.field.period': '期間',
  'facts.field.amount': '数字',
  'facts.field.stated': '原文の数字',
  'facts.field.kind': '種類',
  'facts.field.published': '公表日',
  'facts.own': '{publisher}（自分の数字）',
  'facts.field.publisher': '発表元',
  'facts.field.title': '掲載',
  'facts.field.url': 'リンク',
  'facts.field.quote': '要旨',
  'facts.field.confidence': '確度',
  'facts.field.note': '注',
  'facts.field.statement': '発言',
  'facts.field.place': '行',
  'facts.summary.file': 'ファイル',
  'facts.summary.given': '元のファイル',
  'facts.summary.rows': '行数',
  'facts.summary.metrics': '指標',
  'facts.summary.kinds': '種類',
  'facts.summary.total': '合計',
  'facts.summary.given.title': '元の行',
  'facts.summary.derived.title': 'そこから導いた行、または追加した行',
  'facts.summary.text':
    '日付のある数字は{facts}件、発言としては{statements}件。公表は{first}から{last}まで。うち{without}件は、もともと数量を持たない行です。',
  'facts.summary.unread':
    '{count, plural, =0 {すべての行を読めました。} other {読めなかった行が#件あります:}}',
  'facts.summary.metrics.title': '多い指標',
  'facts.more': '… ほか{count}件',
  'outliers.count':
    '{date}時点の{searched}件の想定分布の元になった行のうち、{count, plural, =0 {他から大きく外れた行はありません} other {同じ数量の他の値から大きく外れた行が#件あります}}',
  'outliers.reason':
    'ほかの{others}つの情報源の中央値の{factor}倍、頑健な標準偏差で{score}個分離れている。確度:{confidence}。',
  'outliers.aside': '確度が低く、3倍以上外れているため、数えない。',
  'outliers.kept': '一つの値では中央値は大きく動かないため、残す。',
  'outliers.inputs': '関係する入力:{inputs}',
  'outliers.how':
    '各行を、確度が同じかそれより高い他の情報源の最新の値と比べます。比べる相手は、一致する二つ以上でその行に近いものより多いこと。確度の低い行に対しては、より確かなもの一つで足ります。「大きく外れる」とは、対数の頑健な標準偏差(中央絶対偏差、Iglewicz・Hoaglin 1993)で3.5個分を超え、かつ1.5倍を超えて離れることです。確度の低い行が一つだけのときは判定できません。',
  'kind.actual': '実績',
  'kind.estimate': '推計',
  'kind.guidance': '会社見通し',
  'kind.forecast': '予測',
  'kind.target': '目標',
  'confidence.high': '高',
  'confidence.medium': '中',
  'confidence.low': '低',
  attribution:
    '数字には出典が付いています。Epoch AIの数字はCC BY 4.0です(「Epoch AI, epoch.ai/data」と表示)。',
};

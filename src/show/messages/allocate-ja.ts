import type { allocateEn } from './allocate-en.ts';

/** 配分ルールごとの取り分。 */
export const allocateJa: Readonly<Record<keyof typeof allocateEn, string>> = {
  'command.allocate': '誰が手に入れるか：買い手別の納入・未充足・待ち時間を、すべての配分ルールで並べる',
  'allocate.option.year': '暦年(指定しなければ、表示は翌年、--json と --csv は3年分)',
  'allocate.option.measure': '納入の数え方：usd(ドル)、h100e(H100換算)、units(個)。指定しなければ usd',
  'allocate.example.plain': '不足の分け方が変わると、翌年は誰が得をし、誰が損をするか',
  'allocate.example.year': '先の年を、H100換算で',
  'allocate.example.rule': '別のルールを基準にする',
  'allocate.head': '{year}に誰が手に入れるか ・ シナリオ {scenario} ・ {date}時点',
  'allocate.gains':
    '{own}から{rule}に変えると、最も増えるのは{winner}(平均{gain}、100通り中{gaining}通りで増加)、最も減るのは{loser}(平均{loss}、100通り中{losing}通りで減少)。',
  'allocate.same': '{own}から{rule}に変えても、買い手どうしの得失はない。',
  'allocate.deliveries.usd': '{year}の納入額(ドル)と、他のルールでの変化',
  'allocate.deliveries.h100e': '{year}の納入量(H100換算)と、他のルールでの変化',
  'allocate.deliveries.units': '{year}の納入パッケージ数(個)と、他のルールでの変化',
  'allocate.overdue': '{year}末の未充足需要(月間需要の何か月分か)と、その変化',
  'allocate.lead': '{year}の平均リードタイム(週)と、その変化',
  'allocate.buyer': '買い手',
  'allocate.all': '合計',
  'allocate.rules':
    '契約優先：予約済みの能力を先に、残りを重みつきで分ける。重みつき配分：過去の納入を重みとし、要求以上は渡さない。比例配分：全員に要求の同じ割合。厳格な優先順：順位の高い方から満たす。',
  'allocate.note':
    '左端の列はシナリオのルール({rule})での中央値と、100通りの未来のうち80通りが入る幅。ほかの列は未来ごとの差。ルールは着工の権利と完成品の行き先の両方に効くため、合計も動く。',
  'rule.contracts-first': '契約優先',
  'rule.weighted-max-min': '重みつき配分',
  'rule.proportional': '比例配分',
  'rule.strict-priority': '厳格な優先順',
};

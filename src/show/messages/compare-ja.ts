import type { compareEn } from './compare-en.ts';

/** シナリオの比較。 */
export const compareJa: Readonly<Record<keyof typeof compareEn, string>> = {
  'command.compare': '複数のシナリオを同じ未来の上で比べ、変更点ごとの効果を示す',
  'compare.argument': 'シナリオの名前またはファイル。最初のものが比較の基準',
  'compare.example.plain': '新しい封止工場がすべて遅れることの代償',
  'compare.example.set': '同じシナリオでレバーを動かした場合と、レバーごとの効果',
  'compare.example.day': '過去のある時点で分かっていた情報で比べる',
  'compare.head': '{base} との比較 ・ {date}時点',
  'compare.longer':
    '{other}：{horizon}までにGPUが不足する月数は平均で{mean}か月増える(100通りの未来のうち80通りで{low} … {high})。増えるのは100通り中{longer}通り、減るのは{shorter}通り。',
  'compare.shorter':
    '{other}：{horizon}までにGPUが不足する月数は平均で{mean}か月減る(100通りの未来のうち80通りで{low} … {high})。増えるのは100通り中{longer}通り、減るのは{shorter}通り。',
  'compare.same': '{other}：{horizon}までにGPUが不足する月数は、どの未来でも変わらない。',
  'compare.delivered':
    '{year}のH100換算納入量({base}との差)：{change}。減るのは100通り中{lower}通り、増えるのは{higher}通り。',
  'compare.ends':
    '現在不足している未来で不足が終わる月は、{base} では{first}、{other} では{second}。二つの分布であり、差ではない。',
  'compare.ends.when': '{median}({low}～{high})',
  'compare.unpaired':
    '時点または製品が異なるため、二つのシナリオの未来は対応していません。差に幅は付けられません。',
  'compare.column.difference': '差',
  'compare.column.higher': '増 / 減\n(100通り中)',
  'compare.group.shortage': '不足(100通り中)',
  'compare.group.shipments': '納入パッケージ数(個)',
  'compare.group.compute': '計算資源(H100換算)と電力(GW)',
  'compare.group.asic': '自社チップの比率(ファーウェイを除く)',
  'compare.group.inputs': '各投入財が止めるGPU要求額の割合(100に対し)',
  'compare.group.money': '予算(ドル)',
  'compare.figure.months-short': '{month}までの不足月数',
  'compare.figure.short': '{month}に不足',
  'compare.figure.h100e': '{year}の納入',
  'compare.figure.fleet-owned': '{year}末の保有',
  'compare.figure.fleet-running': '{year}末の稼働',
  'compare.figure.power-waiting': '{year}末の電力待ち',
  'compare.figure.asic-share-units': 'パッケージ {year}',
  'compare.figure.asic-share-h100e': 'H100換算 {year}',
  'compare.figure.cowos-binds': 'CoWoS {year}',
  'compare.figure.hbm-binds': 'HBM {year}',
  'compare.figure.capex-big-four': '大手4社 {year}',
  'compare.changes.none': '{other} は、最初のシナリオと異なる設定を持たない。',
  'compare.changes.one': '差はすべて一つの変更による：{change}。',
  'compare.changes.title': '変更ごとの単独の効果(同じ未来、平均と80通りの幅)',
  'compare.changes.change': '変更',
  'compare.changes.compute': '{label}(H100換算)',
  'compare.changes.interaction': '組み合わせによる残り',
  'compare.changes.together': '全体',
  'compare.change.removed': '{name} なし',
  'compare.change.back': '{name} あり',
  'compare.change.delay': '{name}：{months}の遅れ',
  'compare.change.set': '{name} = {to}',
  'compare.change.moved': '{name}：{from} → {to}',
  'compare.change.unset': '見込みのまま',
  'compare.note':
    '値は中央値と、100通りの未来のうち80通りが入る幅。差は未来ごとに取ってから中央値と幅を求めたもので、左の中央値どうしの差ではない。',
  'compare.run': '{draws}通りの未来、シード{seed}。すべてのシナリオに共通。',
};

import type { fleetEn } from './fleet-en.ts';

/** 設置され動いているもの。クラスタをいつ持てるか。 */
export const fleetJa: Readonly<Record<keyof typeof fleetEn, string>> = {
  'command.fleet': '買い手別・製品別に何が設置され動いているか。買い手がクラスタをいつ持てるか',
  'fleet.option.buyer': '買い手を一つ(例:oracle)',
  'fleet.option.product': '製品を一つ(例:b200)。買い手ごとの納入パッケージ数を示す',
  'fleet.option.cluster': 'まとめて置く製品のパッケージ数(例:100000、100k)',
  'fleet.option.year': '年末を一つだけ表示',
  'fleet.example.plain': '買い手別の保有・稼働・電力待ち',
  'fleet.example.cluster': 'オラクルが10万個のB200を持てるのはいつか、費用はいくらか',
  'fleet.example.everyone': '最初に持てるのは誰か',
  'fleet.example.buyer': '一つの買い手の推移',
  'fleet.head': '設置され動いているもの ・ シナリオ {scenario} ・ {date}時点',
  'fleet.world': '世界全体',
  'fleet.sentence':
    '{year}末、{who}の保有はH100換算で{owned}、稼働は{running}。設置済みで電力を待つのは{waiting}。稼働分の電力は{power} GW。',
  'fleet.held.sentence': '最も多く受け取るのは{buyer}：{year}末までに{packages}個。',
  'fleet.owned': '保有(H100換算)',
  'fleet.running': '稼働(H100換算)',
  'fleet.withoutPower': '設置済みで電力待ち(H100換算)',
  'fleet.power': '使用電力(GW)',
  'fleet.powerOwned': '全保有分の電力(GW)',
  'fleet.title.world': '世界全体、各年末',
  'fleet.title.buyers': '買い手別、{year}末',
  'fleet.title.held': '計算開始からの製品の累計納入パッケージ数、各年末',
  'fleet.title.products': '計算開始後に納入され残っているパッケージ数',
  'fleet.note':
    '値は中央値と、100通りの未来のうち80通りが入る幅。保有していて稼働していないものは、設置中か電力待ち。製品別の数は計算開始以後のもの。それ以前の設備はH100換算でしか分からず、製品別には分からない。中国の買い手にはファーウェイ製品を含む。',
  'fleet.cluster.when': '{median}({low}～{high})',
  'fleet.cluster.one':
    '{buyer}に{product}が{count}個({h100e})納入されるのは{delivered}。電力も得て動かせるのは{powered}。',
  'fleet.cluster.same': '{buyer}で同じだけの計算資源が機種を問わず稼働するのは{compute}。',
  'fleet.cluster.first':
    '{product}を{count}個({h100e})、最初に電力つきで持てるのは{buyer}：{powered}。納入は{delivered}。',
  'fleet.cluster.cost': '費用は{all}、現地で必要な電力は{power}。',
  'fleet.cluster.months': '各買い手が{cluster}を持てる月：中央値(100通り中80通りの幅)',
  'fleet.cluster.delivered': '納入済み',
  'fleet.cluster.powered': '納入・通電済み',
  'fleet.cluster.compute': '同等の計算資源が稼働(中央値)',
  'fleet.cluster.within': '{month}まで\n(100通り中)',
  'fleet.cluster.costs': '{cluster}の費用({date}の価格)',
  'fleet.cost.accelerators': 'アクセラレータ',
  'fleet.cost.servers': 'サーバーのその他の部分',
  'fleet.cost.network': 'クラスタ内ネットワーク',
  'fleet.cost.all': 'クラスタ全体(新規購入)',
  'fleet.cost.power': '現地の最大電力',
  'fleet.cost.electricity': '電気代(平均負荷)',
  'fleet.cluster.note':
    '納入済み：計算開始以後にその買い手が受け取る製品の累計。それ以前の保有は製品別には分からないため、実際にはもっと早く持てる場合がある。通電済み：買い手の設備全体の稼働率をその製品にも当てはめる。同等の計算資源：稼働設備全体のH100換算。一か所にまとまっているかは計算しない。土地・建物・受電設備は費用に含まない。',
};

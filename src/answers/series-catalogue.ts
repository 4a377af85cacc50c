import type { OverTime } from '../engine/index.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { logicNodes, memoryMakers, packageInputs } from '../model/catalogue.ts';
import type { BilingualText } from '../model/lever.ts';
import { buyerScope, designerScope } from '../model/backlog.ts';
import { saleMembers } from './designer-buyer.ts';

export type SeriesDimension =
  | 'total'
  | 'product'
  | 'family'
  | 'line'
  | 'designer'
  | 'buyer'
  | 'designer-buyer'
  | 'input'
  | 'plant'
  | 'maker';

/** One member of a series: a weighted sum of scalars of the model, perhaps tested against a threshold. */
export interface SeriesMember {
  readonly member: string;
  readonly scalars: readonly string[];
  /** What the sum of scalars is multiplied by to give the series’ unit. */
  readonly factor: number;
  /** Where given, the value is 1 in months in which the sum exceeds this and 0 in others. */
  readonly above?: number;
}

export interface Series {
  readonly name: string;
  readonly unit: string;
  readonly overTime: OverTime;
  readonly meaning: BilingualText;
  readonly dimensions: ReadonlyMap<SeriesDimension, readonly SeriesMember[]>;
}

/** Every series that `chokepoint series` prints, for the sets of a run. */
export function seriesOf(catalogue: Catalogue): readonly Series[] {
  const make = new SeriesMaker(catalogue);
  return [
    make.byProduct('shipments', 'unit', 'delivered packages', 'delivered unit', {
      en: 'Accelerator packages delivered to buyers; one B200 or B300 is one package',
      ja: '買い手に納入されたアクセラレータのパッケージ数（B200・B300は1個と数える）',
    }),
    make.revenue(),
    make.byProduct('h100e', 'H100e', 'delivered H100e of product', 'delivered H100e', {
      en: 'Deliveries in H100 equivalents, dense 8-bit',
      ja: 'H100換算の納入量（8ビット密行列）',
    }),
    make.byScope('demand', 'USD', 'sum', 'due in scope', 'due demand', {
      en: 'Due demand: what buyers need in the period, networking included',
      ja: '到来需要：期間中に買い手が必要とする額（ネットワーク込み）',
    }),
    make.byScope('unmet-demand', 'USD', 'last', 'overdue in scope', 'overdue demand', {
      en: 'Overdue demand at the opening of the period’s last month',
      ja: '期間最終月の期首における未充足需要',
    }),
    make.byScope('overdue-months', 'month', 'last', 'overdue months', null, {
      en: 'Overdue demand in months of due demand; above one is a shortage',
      ja: '未充足需要÷月間需要。1か月超を不足とする',
    }),
    make.byScope('order-book', 'USD', 'last', 'order book', null, {
      en: 'Overdue demand plus due demand over the ordering horizon',
      ja: '受注残：未充足需要＋発注期間分の需要',
    }),
    make.byScope('lead-time', 'week', 'mean', 'lead time', null, {
      en: 'Lead time: base plus overdue demand over the mean of three months of deliveries',
      ja: 'リードタイム：基礎＋未充足需要÷3か月平均納入',
    }),
    make.byScope('deliveries', 'USD', 'sum', 'delivered in scope', 'delivered value', {
      en: 'Deliveries at prices of the day, networking included',
      ja: '納入額（時価、ネットワーク込み）',
    }),
    make.capacity(),
    make.used(),
    make.binding(),
    make.byBuyer('fleet-owned', 'H100e', 'last', 'owned H100e', 1, {
      en: 'H100 equivalents owned at the end of the period',
      ja: '期末の保有量（H100換算）',
    }),
    make.byBuyer('fleet-running', 'H100e', 'last', 'running H100e', 1, {
      en: 'H100 equivalents installed and powered at the end of the period',
      ja: '期末に設置・通電済みの量（H100換算）',
    }),
    make.byBuyer('fleet-waiting', 'H100e', 'last', 'waiting H100e', 1, {
      en: 'H100 equivalents owned but not yet installed or without power',
      ja: '未設置または電力待ちの保有量（H100換算）',
    }),
    make.byBuyer('fleet-without-power', 'H100e', 'last', 'without power H100e', 1, {
      en: 'H100 equivalents installed and waiting for power at the end of the period',
      ja: '期末に設置済みで電力待ちの量（H100換算）',
    }),
    make.byBuyer('power', 'GW', 'last', 'running kW', 1e-6, {
      en: 'Facility power of the running fleet at the end of the period',
      ja: '期末の稼働設備の施設電力',
    }),
    make.byBuyer('power-owned', 'GW', 'last', 'owned kW', 1e-6, {
      en: 'Facility power that the whole owned fleet would draw',
      ja: '保有設備がすべて稼働した場合の施設電力',
    }),
    make.byBuyer('capex', 'USD', 'sum', 'capex', 1, {
      en: 'Capital expenditure; zero for buyers that publish none',
      ja: '設備投資額（公表のない買い手は0）',
    }),
    make.shortage(),
  ];
}

class SeriesMaker {
  readonly catalogue: Catalogue;

  constructor(catalogue: Catalogue) {
    this.catalogue = catalogue;
  }

  /** `byBuyer` is a family over buyers; with ` of sale` behind its name, one over lines and buyers. */
  byProduct(name: string, unit: string, family: string, byBuyer: string, meaning: BilingualText): Series {
    const { products, buyers } = this.catalogue;
    const scalar = (id: string): string => `${family}[${id}]`;
    return {
      name,
      unit,
      overTime: 'sum',
      meaning,
      dimensions: new Map<SeriesDimension, readonly SeriesMember[]>([
        ['total', [{ member: 'all', scalars: products.map((product) => scalar(product.id)), factor: 1 }]],
        [
          'product',
          products.map((product) => ({ member: product.id, scalars: [scalar(product.id)], factor: 1 })),
        ],
        ['family', this.grouped((product) => product.family, scalar)],
        ['line', this.grouped((product) => product.line, scalar)],
        ['designer', this.grouped((product) => this.designerOf(product.line), scalar)],
        ['buyer', buyers.map(({ id }) => ({ member: id, scalars: [`${byBuyer}[${id}]`], factor: 1 }))],
        ['designer-buyer', saleMembers(this.catalogue, `${byBuyer} of sale`)],
      ]),
    };
  }

  /** A designer’s revenue includes the networking sold with its accelerators; a product’s does not. */
  revenue(): Series {
    const { lines, buyers } = this.catalogue;
    const base = this.byProduct('revenue', 'USD', 'accelerator revenue', 'delivered in scope', {
      en: 'Sales of accelerators; by designer, buyer and in total with the networking sold with them, by product, family and line without',
      ja: 'アクセラレータ売上。設計企業・買い手・合計はネットワーク込み、製品・製品群・ラインは含まず',
    });
    const dimensions = new Map(base.dimensions);
    const withNetworking = (
      members: readonly SeriesMember[],
      linesOf: (member: string) => readonly string[],
    ): SeriesMember[] =>
      members.map((entry) => ({
        ...entry,
        scalars: [...entry.scalars, ...linesOf(entry.member).map((line) => `networking revenue[${line}]`)],
      }));
    dimensions.set(
      'designer',
      withNetworking(base.dimensions.get('designer') ?? [], (designer) =>
        lines.filter((line) => line.designer === designer).map((line) => line.id),
      ),
    );
    dimensions.set(
      'total',
      withNetworking(base.dimensions.get('total') ?? [], () => lines.map((line) => line.id)),
    );
    dimensions.set(
      'buyer',
      buyers.map((buyer) => ({
        member: buyer.id,
        scalars: [`delivered in scope[${buyerScope(buyer.id)}]`],
        factor: 1,
      })),
    );
    dimensions.set('designer-buyer', saleMembers(this.catalogue, 'delivered value'));
    return { ...base, dimensions };
  }

  /** `bySale` is the family over lines and buyers that sums to `family`; null where what is told does not add up. */
  byScope(
    name: string,
    unit: string,
    overTime: OverTime,
    family: string,
    bySale: string | null,
    meaning: BilingualText,
  ): Series {
    const { buyers, lines } = this.catalogue;
    const single = (member: string, scope: string): SeriesMember => ({
      member,
      scalars: [`${family}[${scope}]`],
      factor: 1,
    });
    const designers = [...new Set(lines.map((line) => line.designer))];
    return {
      name,
      unit,
      overTime,
      meaning,
      dimensions: new Map<SeriesDimension, readonly SeriesMember[]>([
        ['total', [single('gpu', 'gpu'), single('all', 'all')]],
        ['designer', designers.map((designer) => single(designer, designerScope(designer)))],
        ['buyer', buyers.map((buyer) => single(buyer.id, buyerScope(buyer.id)))],
        ...(bySale === null ? [] : [['designer-buyer', saleMembers(this.catalogue, bySale)] as const]),
      ]),
    };
  }

  byBuyer(
    name: string,
    unit: string,
    overTime: OverTime,
    family: string,
    factor: number,
    meaning: BilingualText,
  ): Series {
    const scalars = this.catalogue.buyers.map((buyer) => `${family}[${buyer.id}]`);
    return {
      name,
      unit,
      overTime,
      meaning,
      dimensions: new Map<SeriesDimension, readonly SeriesMember[]>([
        ['total', [{ member: 'all', scalars, factor }]],
        [
          'buyer',
          this.catalogue.buyers.map((buyer) => ({
            member: buyer.id,
            scalars: [`${family}[${buyer.id}]`],
            factor,
          })),
        ],
      ]),
    };
  }

  capacity(): Series {
    const makers = memoryMakers.map((maker) => `memory capacity[${maker}]`);
    return {
      name: 'capacity',
      unit: 'wafer/month',
      overTime: 'last',
      meaning: {
        en: 'Wafers a month: CoWoS by plant and in all, HBM by maker, logic open to accelerators by node',
        ja: '月間ウエハ能力：CoWoSは工場別と合計、HBMはメーカー別、ロジックはアクセラレータ向けノード別',
      },
      dimensions: new Map<SeriesDimension, readonly SeriesMember[]>([
        [
          'input',
          [
            { member: 'cowos', scalars: ['packaging capacity'], factor: 1 },
            { member: 'hbm', scalars: makers, factor: 1 },
            ...logicNodes.map((node) => ({ member: node, scalars: [`logic capacity[${node}]`], factor: 1 })),
          ],
        ],
        [
          'plant',
          this.catalogue.plants.map((plant) => ({
            member: plant.id,
            scalars: [`plant capacity[${plant.id}]`],
            factor: 1,
          })),
        ],
        [
          'maker',
          memoryMakers.map((maker) => ({ member: maker, scalars: [`memory capacity[${maker}]`], factor: 1 })),
        ],
      ]),
    };
  }

  used(): Series {
    return {
      name: 'used',
      unit: 'wafer',
      overTime: 'sum',
      meaning: { en: 'Wafers that went into packages', ja: 'パッケージに使われたウエハ数' },
      dimensions: new Map<SeriesDimension, readonly SeriesMember[]>([
        [
          'input',
          packageInputs
            .filter((input) => input !== 'hbm-qualified')
            .map((input) => ({ member: input, scalars: [`wafers used[${input}]`], factor: 1 })),
        ],
        [
          'maker',
          memoryMakers.map((maker) => ({ member: maker, scalars: [`memory used[${maker}]`], factor: 1 })),
        ],
      ]),
    };
  }

  binding(): Series {
    const constraints = [...packageInputs, 'own supply', 'demand'];
    return {
      name: 'binding-probability',
      unit: '1',
      overTime: 'mean',
      meaning: {
        en: 'Share of requested GPU value that an input stops, or that demand limits; its mean over draws is a probability',
        ja: '各投入財が止めるGPU要求額の割合（または需要による制約）。抽出平均が確率',
      },
      dimensions: new Map<SeriesDimension, readonly SeriesMember[]>([
        [
          'input',
          constraints.map((input) => ({ member: input, scalars: [`binding[gpu,${input}]`], factor: 1 })),
        ],
      ]),
    };
  }

  shortage(): Series {
    const { buyers, lines } = this.catalogue;
    const test = (member: string, scope: string): SeriesMember => ({
      member,
      scalars: [`overdue months[${scope}]`],
      factor: 1,
      above: 1,
    });
    return {
      name: 'shortage-probability',
      unit: '1',
      overTime: 'last',
      meaning: {
        en: '1 in futures where more than one month of due demand is overdue; the mean is the probability of shortage',
        ja: '未充足需要が1か月分を超える未来で1。平均が不足の確率',
      },
      dimensions: new Map<SeriesDimension, readonly SeriesMember[]>([
        ['total', [test('gpu', 'gpu'), test('all', 'all')]],
        [
          'designer',
          [...new Set(lines.map((line) => line.designer))].map((designer) =>
            test(designer, designerScope(designer)),
          ),
        ],
        ['buyer', buyers.map((buyer) => test(buyer.id, buyerScope(buyer.id)))],
      ]),
    };
  }

  private grouped(
    key: (product: Catalogue['products'][number]) => string,
    scalar: (id: string) => string,
  ): SeriesMember[] {
    const groups = new Map<string, string[]>();
    for (const product of this.catalogue.products) {
      const name = key(product);
      groups.set(name, [...(groups.get(name) ?? []), scalar(product.id)]);
    }
    return [...groups].map(([member, scalars]) => ({ member, scalars, factor: 1 }));
  }

  private designerOf(line: string): string {
    return this.catalogue.lines.find((candidate) => candidate.id === line)?.designer ?? line;
  }
}

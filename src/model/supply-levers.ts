import type { Catalogue } from './catalogue.ts';
import { allocationRules, logicNodes, memoryGenerations, memoryMakers } from './catalogue.ts';
import { expandable } from './expansion.ts';
import type { LeverBook } from './lever-draft.ts';
import type { BilingualText } from './lever.ts';
import { asPublished, assumption, date, delay, factor, share, text } from './lever-draft.ts';
import { bookerText, buyerText, makerText } from './member-names.ts';

/** Levers on the inputs of a package. */
export function inputLevers(book: LeverBook): void {
  const forecasts = text(
    'Forecasts of capacity a year ahead have missed by a quarter either way',
    '1年先の能力予測は上下4分の1外れた',
  );
  book.add(
    'packaging.total',
    factor([0.75, 1.25]),
    ['cowos factor'],
    text('CoWoS capacity, multiplied', 'CoWoS能力の倍率'),
    forecasts,
  );
  book.add(
    'packaging.lag',
    assumption('month', 0, 6),
    ['packaging lag'],
    text('CoWoS start to sale', 'CoWoS投入から販売まで'),
    text(
      'About a quarter, test and rack included; 2.5 to 5 months',
      '試験・ラック込みで約1四半期、2.5〜5か月',
    ),
  );
  book.add(
    'packaging.package-size',
    factor([0.8, 1.7], { minimum: 0.2, maximum: 5 }),
    ['package size factor'],
    text('Package area of new products, multiplied', '新製品のパッケージ面積の倍率'),
    text(
      'Interposers grew by two thirds a generation, from 2 to 3.3 to 5.5 reticles',
      'インターポーザは世代ごとに約1.7倍（レチクル2→3.3→5.5倍）',
    ),
  );
  book.add(
    'hbm.total',
    factor([0.75, 1.25]),
    ['hbm factor'],
    text('HBM capacity, multiplied', 'HBM能力の倍率'),
    forecasts,
  );
  book.add(
    'hbm.yield',
    factor([0.8, 1.1], { minimum: 0.1, maximum: 2 }),
    ['hbm yield factor'],
    text('HBM yield, multiplied', 'HBM歩留まりの倍率'),
    text('Test yields of 60–70% were reported for early HBM4', '初期HBM4の試験歩留まりは60〜70%との報道'),
  );
  for (const generation of memoryGenerations) {
    const name = generation.toUpperCase();
    book.add(
      `hbm.${generation}.delay`,
      delay([0, 9]),
      [`hbm generation delay[${generation}]`],
      text(`Delay of ${name}`, `${name}の遅れ`),
      text('Generations have slipped by a quarter to half a year', '世代は四半期から半年遅れた前例がある'),
    );
    for (const maker of memoryMakers) {
      const by = makerText(maker);
      book.add(
        `hbm.${maker}.${generation}.qualification-shift`,
        {
          unit: 'month',
          kind: 'assumption',
          apply: 'shift',
          default: 0,
          minimum: -36,
          maximum: 60,
          evidence: [-3, 18],
        },
        [`hbm qualification[${maker},${generation}]`],
        text(
          `NVIDIA’s qualification of ${by.en} ${name}, moved`,
          `エヌビディアによる${by.ja}製${name}認定の前後`,
        ),
        text('Samsung’s took 18 months longer than first said', 'サムスンは当初より18か月長くかかった'),
      );
    }
  }
  for (const node of logicNodes) {
    const name = node.toUpperCase();
    book.add(
      `logic.${node}.total`,
      factor([0.9, 1.2]),
      [`logic factor[${node}]`],
      text(`${name} capacity, multiplied`, `${name}能力の倍率`),
      asPublished,
    );
    book.add(
      `logic.${node}.open-share`,
      share(0.001, 1),
      [`logic open share[${node}]`],
      text(`Share of ${name} open to accelerators`, `${name}のアクセラレータ向け比率`),
      text('No source: wide on purpose', '出典なし。意図的に広い幅'),
    );
  }
}

/** Levers that ask what a little more of an input is worth. */
export function extraLevers(book: LeverBook, start: string): void {
  const asked = text('A question, not a forecast: no evidence', '仮定の問い。証拠なし');
  book.add(
    'more.month',
    date(start),
    ['extra start'],
    text('First month of extra capacity', '追加能力の最初の月'),
    asked,
  );
  for (const resource of expandable) {
    const name = extraName(resource);
    book.add(
      `more.${resource}.share`,
      factor(null, { default: 0, maximum: 100, isShare: true }),
      [`extra share[${resource}]`],
      text(`Extra ${name.en} capacity over its published path`, `${name.ja}能力の追加（公表計画比）`),
      asked,
    );
    book.add(
      `more.${resource}.wafers`,
      factor(null, { unit: 'wafer/month', default: 0, maximum: 100_000 }),
      [`extra wafers[${resource}]`],
      text(`Extra ${name.en} capacity in wafers a month`, `${name.ja}能力の追加（月間ウエハ数）`),
      asked,
    );
  }
}

function extraName(resource: (typeof expandable)[number]): BilingualText {
  const maker = memoryMakers.find((each) => each === resource);
  if (maker !== undefined) return text(`${makerText(maker).en} HBM`, `${makerText(maker).ja}のHBM`);
  const name = resource === 'cowos' ? 'CoWoS' : resource.toUpperCase();
  return text(name, name);
}

/** Levers on who gets what is scarce. */
export function allocationLevers(book: LeverBook, catalogue: Catalogue): void {
  book.add(
    'allocation.rule',
    {
      unit: '1',
      kind: 'action',
      apply: 'replace',
      default: 0,
      minimum: 0,
      maximum: allocationRules.length - 1,
      choices: allocationRules,
      evidence: null,
    },
    ['allocation rule'],
    text('Rule by which scarce inputs and products are shared out', '不足する投入財・製品の配分ルール'),
    text('Suppliers speak of contracts and prepayments first', '供給側は契約と前払いを優先すると述べる'),
  );
  for (const buyer of catalogue.buyers) {
    const name = buyerText(buyer);
    book.add(
      `allocation.weight.${buyer.id}`,
      factor(),
      [`buyer weight factor[${buyer.id}]`],
      text(`Weight of ${name.en} in allocation, multiplied`, `配分における${name.ja}の重みの倍率`),
      text('Who is served first is not published', '優先順位は非公表'),
    );
  }
  for (const booking of new Set(catalogue.lines.map((line) => line.booking))) {
    const name = bookerText(booking);
    book.add(
      `allocation.booked.${booking.replaceAll(' ', '-')}`,
      share(0, 1),
      [`booked share[${booking}]`],
      text(`Share of CoWoS booked by ${name.en}`, `${name.ja}のCoWoS予約比率`),
      text(
        'Bookings are not published; forecasts of shares stand for them',
        '予約は非公表。比率の予測で代用',
      ),
    );
  }
}

/** Levers on what comes after a package: prices, power, fleets, suppliers, rules of trade. */
export function marketLevers(book: LeverBook, catalogue: Catalogue): void {
  book.add(
    'price.all',
    factor([0.7, 1.2], { minimum: 0.05 }),
    ['price factor'],
    text('Accelerator prices, multiplied', 'アクセラレータ価格の倍率'),
    text(
      'Estimates of one product’s price differ by a third; OpenAI is said to have won 30% off',
      '同一製品の価格推計は3割の差。オープンAIは3割引を得たとされる',
    ),
  );
  book.add(
    'power.total',
    factor([0.5, 1.5]),
    ['power factor'],
    text('Power energised after the start, multiplied', '開始後に通電する電力の倍率'),
    text('Sites are published, totals are not: the range is assumed', '拠点は公表、総量は非公表。幅は想定'),
  );
  for (const buyer of catalogue.buyers) {
    const name = buyerText(buyer);
    book.add(
      `power.${buyer.id}`,
      factor([0.5, 1.5]),
      [`power factor of buyer[${buyer.id}]`],
      text(`Power energised by ${name.en}, multiplied`, `${name.ja}が通電する電力の倍率`),
      text('Sites are published, totals are not: the range is assumed', '拠点は公表、総量は非公表。幅は想定'),
    );
  }
  book.add(
    'power.additions',
    assumption('1/month', 0, 1),
    catalogue.buyers.map((buyer) => `power additions[${buyer.id}]`),
    text('Power energised a month at the start, over what is energised', '開始時の月間通電追加率'),
    text('About in step with deliveries; totals are not published', '出荷とほぼ同歩調。総量は非公表'),
  );
  book.add(
    'power.headroom',
    share(0, 2),
    ['power headroom'],
    text('Power energised at the start beyond what the fleet draws', '開始時の通電余力'),
    text('Not published', '非公表'),
  );
  book.add(
    'price.drift',
    assumption('1/month', -0.05, 0.05),
    ['price drift'],
    text('Logarithmic monthly drift of contract prices', '契約価格の月間対数変化'),
    text('Contract prices hold; six percent a year either way', '契約価格は維持、年±6%'),
  );
  book.add(
    'fleet.deployment-lag',
    assumption('month', 0, 36),
    ['deployment lag'],
    text('Delivery to running', '納入から稼働まで'),
    text('Half a quarter to two quarters', '半四半期から2四半期'),
  );
  book.add(
    'suppliers.response',
    factor([0, 1.5], { maximum: 5 }),
    ['supplier response'],
    text('Suppliers’ response beyond published plans', '公表計画を超える供給側の応答'),
    text('Zero holds capacity at published plans', '0は公表計画のまま'),
  );
  book.add(
    'suppliers.trend-trust',
    assumption('1', 0, 1.5),
    ['trend trust'],
    text('How far suppliers extend the growth they see', '供給側が成長を外挿する度合い'),
    text('Makers speak of caution and still expand', '慎重と言いつつ増産'),
  );
}

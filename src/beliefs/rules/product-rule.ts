import type { Distribution } from '../../engine/index.ts';
import type { CatalogueProduct } from '../../model/catalogue.ts';
import type { BilingualText } from '../../model/lever.ts';
import { labelsOfFamily, query } from '../../register/index.ts';
import type { Product, Row } from '../../register/index.ts';
import { predecessorOf } from '../successor.ts';
import { consensus } from '../consensus.ts';
import type { Belief } from '../belief.ts';
import type { BeliefBook, RuleContext } from '../context.ts';
import { ends, scaled, shifted, times } from '../distribution-arithmetic.ts';
import { packagesOnWafer } from '../interposer-packing.ts';
import { grossDies, murphyYield } from '../logic-yield.ts';
import { monthsFrom } from '../month-count.ts';

const specificationRule: BilingualText = {
  en: 'product specification, public since its announcement',
  ja: '発表時からの公開仕様',
};
const priceRule: BilingualText = {
  en: 'price: consensus of the latest price estimates for the family',
  ja: '価格：製品群の最新推計の合意値',
};
const geometryRule: BilingualText = {
  en: 'packages per wafer: packages that fit (as reported, else packed squares of the interposer) × share of them that is sold',
  ja: 'ウエハ当たりパッケージ数：理論数（報道値、なければインターポーザ正方形の充填）×販売比率',
};
const logicRule: BilingualText = {
  en: 'good compute dies per wafer by area and Murphy’s yield, over dies per package',
  ja: '面積とマーフィーの歩留まりによる良品ダイ数÷パッケージ当たりダイ数',
};
const successorRule: BilingualText = {
  en: 'generic successor: its predecessor’s value × a factor per generation',
  ja: '一般的後継：前世代の値×世代係数',
};

/** Area of one HBM stack on an interposer, mm² (about 11 × 11, JEDEC HBM3 package outline). */
const STACK_AREA = 121;

/** What each product needs, gives and costs. Predecessors come before successors in the catalogue. */
export function productRule(context: RuleContext, book: BeliefBook): void {
  for (const product of context.catalogue.products) {
    const specification = context.specifications.get(product.id);
    if (product.assumedSuccessor || !specification) successor(context, book, product);
    else announced(context, book, product, specification);
  }
}

function announced(
  context: RuleContext,
  book: BeliefBook,
  product: CatalogueProduct,
  specification: Product,
): void {
  const key = `products.csv#${product.id}`;
  const reference = context.specifications.get('nv_h100');
  const point = (input: string, value: number, reason: BilingualText): void =>
    book.fromRows(
      `${input}[${product.id}]`,
      { kind: 'point', value },
      { rule: specificationRule, rows: [key], reason },
    );
  if (specification.hbmCapacity !== undefined || product.memory === null) {
    point('hbm per package', (specification.hbmCapacity ?? 0) / 1000, {
      en: 'HBM of one package',
      ja: 'パッケージ当たりHBM',
    });
  } else {
    unpublished(context, book, product, 'hbm per package', 'successor memory', 'memory not published');
  }
  const eight = (specification.fp8Dense ?? 0) / (reference?.fp8Dense ?? 1);
  const sixteen = (specification.bf16Dense ?? 0) / (reference?.bf16Dense ?? 1);
  if (eight > 0 || sixteen > 0) {
    point('h100e per package', Math.max(eight, sixteen), {
      en: 'Dense throughput over the H100: 8-bit, or 16-bit where 8-bit is not stated or lower',
      ja: 'H100比の密行列性能（8ビット、なければ16ビット）',
    });
  } else {
    unpublished(
      context,
      book,
      product,
      'h100e per package',
      'successor throughput',
      'throughput not published',
    );
  }
  power(context, book, product, specification, key);
  price(context, book, product);
  if (product.usesCowos) packaging(context, book, product, specification, key);
  else unused(book, `packages per wafer[${product.id}]`, 1);
  if (product.node === null) unused(book, `packages per logic wafer[${product.id}]`, 1);
  else logic(context, book, product, specification, key);
  start(context, book, product, specification);
}

/** A specification not yet published takes after the predecessor; without one it is assumed outright. */
function unpublished(
  context: RuleContext,
  book: BeliefBook,
  product: CatalogueProduct,
  family: string,
  factorId: string,
  outright: string,
): void {
  const predecessor = predecessorOf(context.catalogue, product.id);
  const base = predecessor && book.beliefs.get(`${family}[${predecessor.id}]`)?.distribution;
  const factor = context.assumptions.get(factorId);
  const input = `${family}[${product.id}]`;
  if (!base || !factor) return fallback(context, book, input, outright);
  book.fromRows(input, times(base, context.assumptions.distribution(factor)), {
    rule: successorRule,
    rows: [],
    assumptions: [factor.id],
    reason: factor.reason,
    basis: 'assumed',
  });
}

function unused(book: BeliefBook, input: string, value: number): void {
  book.fromRows(
    input,
    { kind: 'point', value },
    {
      rule: specificationRule,
      rows: [],
      basis: 'lever',
      reason: { en: 'The product does not use this', ja: 'この製品では不使用' },
    },
  );
}

function fallback(context: RuleContext, book: BeliefBook, input: string, id: string): void {
  const assumption = context.assumptions.get(id);
  if (assumption) book.assumed(input, assumption, context.assumptions.distribution(assumption));
}

function estimates(context: RuleContext, product: CatalogueProduct, metric: string): readonly Row[] {
  const labels = labelsOfFamily(context.view.families, product.family);
  const rows = query(context.view, { metric }).filter(
    (row) => row.product === product.id || labels.has(row.product),
  );
  const own = rows.filter((row) => row.product === product.id);
  return own.length > 0 && metric !== 'asp' ? own : rows;
}

function power(
  context: RuleContext,
  book: BeliefBook,
  product: CatalogueProduct,
  specification: Product,
  key: string,
): void {
  const input = `power per package[${product.id}]`;
  const found = consensus(estimates(context, product, 'server_power'), context.view.date);
  if (found) {
    book.fromRows(
      input,
      { kind: 'lognormal', median: found.median / 1000, sigma: Math.max(found.sigma, 0.06) },
      {
        rule: {
          en: 'server power per accelerator as estimated',
          ja: 'アクセラレータ当たりサーバー電力の推計',
        },
        rows: found.rows,
        outliers: found.outliers,
        reason: { en: 'Server, host and network included', ja: 'サーバー・ホスト・網込み' },
      },
    );
    return;
  }
  const ratio = context.assumptions.get('server power per tdp');
  if (specification.tdp === undefined || !ratio) return fallback(context, book, input, 'power without tdp');
  book.fromRows(input, scaled(context.assumptions.distribution(ratio), specification.tdp / 1000), {
    rule: { en: 'TDP × server power per TDP', ja: 'TDP×サーバー電力比' },
    rows: [key],
    assumptions: [ratio.id],
    reason: ratio.reason,
    basis: 'assumed',
  });
}

function price(context: RuleContext, book: BeliefBook, product: CatalogueProduct): void {
  const input = `product price[${product.id}]`;
  const found = consensus(
    estimates(context, product, 'asp').filter((row) => row.unit === 'USD/unit'),
    context.view.date,
  );
  if (found) {
    book.fromRows(
      input,
      { kind: 'lognormal', median: found.median, sigma: Math.max(found.sigma, 0.06) },
      {
        rule: priceRule,
        rows: found.rows,
        outliers: found.outliers,
        reason: {
          en: 'Estimates of selling prices; contracts are not published',
          ja: '販売価格の推計。契約は非公表',
        },
      },
    );
  } else {
    fallback(context, book, input, input);
  }
}

function packaging(
  context: RuleContext,
  book: BeliefBook,
  product: CatalogueProduct,
  specification: Product,
  key: string,
): void {
  const input = `packages per wafer[${product.id}]`;
  const sold = context.assumptions.get(input);
  if (sold) return book.assumed(input, sold, context.assumptions.distribution(sold));
  const share = context.assumptions.get('sold to gross packages');
  if (!share) return;
  const reported = consensus(
    estimates(context, product, 'packages_per_wafer').filter((row) => row.confidence !== 'low'),
    context.view.date,
  );
  const gross = reported?.median ?? fittingPackages(context, specification);
  book.fromRows(input, scaled(context.assumptions.distribution(share), gross), {
    rule: geometryRule,
    rows: reported?.rows ?? [key],
    outliers: reported?.outliers ?? [],
    assumptions: [share.id, ...(reported ? [] : ['interposer margin', 'die area fallback'])],
    reason: share.reason,
    basis: 'assumed',
  });
}

function fittingPackages(context: RuleContext, specification: Product): number {
  const die = specification.dieArea ?? context.assumptions.number('die area fallback');
  const silicon = (specification.computeDies ?? 1) * die + (specification.hbmStacks ?? 0) * STACK_AREA;
  return packagesOnWafer(Math.min(silicon * context.assumptions.number('interposer margin'), 8100));
}

function logic(
  context: RuleContext,
  book: BeliefBook,
  product: CatalogueProduct,
  specification: Product,
  key: string,
): void {
  const density = context.assumptions.get('defect density');
  const fallbackArea = context.assumptions.get('die area fallback');
  if (!density || !fallbackArea) return;
  const dies = specification.computeDies ?? 1;
  const known = specification.dieArea;
  const perPackage = (area: number, defects: number): number =>
    ((specification.grossDiesPerWafer ?? grossDies(area)) * murphyYield(area, defects)) / dies;
  // Large dies and many defects give few packages: the low end takes both high values.
  const at = (area: number | undefined, defects: number | undefined): number =>
    perPackage(known ?? area ?? 800, defects ?? 0.1);
  const distribution: Distribution = {
    kind: 'triangular',
    low: at(fallbackArea.high, density.high),
    mode: at(fallbackArea.mode, density.mode),
    high: at(fallbackArea.low, density.low),
  };
  book.fromRows(`packages per logic wafer[${product.id}]`, distribution, {
    rule: logicRule,
    rows: [key],
    assumptions: known === undefined ? [density.id, fallbackArea.id] : [density.id],
    reason: known === undefined ? fallbackArea.reason : density.reason,
    basis: known === undefined ? 'assumed' : 'rows',
  });
}

function start(
  context: RuleContext,
  book: BeliefBook,
  product: CatalogueProduct,
  specification: Product,
): void {
  const input = `product start[${product.id}]`;
  const stated = context.assumptions.get(input);
  if (stated) return book.assumed(input, stated, context.assumptions.distribution(stated));
  const lag = context.assumptions.get('announcement to volume');
  if (!lag) return;
  const from = monthsFrom(context.start, specification.knownSince);
  book.fromRows(input, shifted(context.assumptions.distribution(lag), from), {
    rule: { en: 'announcement + months to volume', ja: '発表＋量産までの月数' },
    rows: [`products.csv#${product.id}`],
    assumptions: [lag.id],
    reason: lag.reason,
    basis: 'assumed',
  });
}

/** A product nobody has announced yet takes after its predecessor; see `successor.ts` for its date. */
function successor(context: RuleContext, book: BeliefBook, product: CatalogueProduct): void {
  const predecessor = predecessorOf(context.catalogue, product.id);
  if (!predecessor) return;
  const from = (family: string): Belief | undefined => book.beliefs.get(`${family}[${predecessor.id}]`);
  const grow = (family: string, id: string | undefined): void => {
    const base = from(family);
    const factor = id === undefined ? undefined : context.assumptions.get(id);
    if (!base) return;
    const { distribution, basis, rows, assumptions } = base;
    book.fromRows(
      `${family}[${product.id}]`,
      factor ? times(distribution, context.assumptions.distribution(factor)) : distribution,
      {
        rule: successorRule,
        rows,
        assumptions: [...new Set([...(factor ? [factor.id] : []), ...assumptions])],
        reason: factor?.reason ?? { en: 'As its predecessor', ja: '前世代と同じ' },
        // What a line does not use its successors do not use either; all else about them is assumed.
        basis: basis === 'lever' ? 'lever' : 'assumed',
      },
    );
  };
  grow('hbm per package', 'successor memory');
  grow('h100e per package', 'successor throughput');
  grow('power per package', 'successor power');
  grow('product price', 'successor price');
  grow('packages per wafer', product.usesCowos ? 'successor package' : undefined);
  grow('packages per logic wafer', undefined);
  const previousStart = from('product start')?.distribution;
  const cadence =
    context.assumptions.get(`successor cadence[${product.line}]`) ??
    context.assumptions.get('successor cadence');
  if (!previousStart || !cadence) return;
  const wait = context.assumptions.distribution(cadence);
  const earliest = monthsFrom(context.start, context.view.date) + 6;
  const [low, mode, high] = ends(wait);
  const [pl, pm, ph] = ends(previousStart);
  book.fromRows(
    `product start[${product.id}]`,
    {
      kind: 'triangular',
      low: Math.max(pl + low, earliest),
      mode: Math.max(pm + mode, earliest),
      high: Math.max(ph + high, earliest + 6),
    },
    {
      rule: { en: 'predecessor’s start + cadence', ja: '前世代の開始＋世代間隔' },
      rows: [],
      assumptions: [cadence.id],
      reason: cadence.reason,
      basis: 'assumed',
    },
  );
}

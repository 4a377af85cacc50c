import type { Catalogue, CatalogueProduct, Line, LogicNode, MemoryGeneration } from '../model/catalogue.ts';
import type { Family, Product, View } from '../register/index.ts';
import type { Assumption } from './assumption.ts';
import { Assumptions } from './assumption.ts';
import { monthsFrom } from './month-count.ts';
import type { LineDefinition } from './names.ts';
import { buyerDefinitions, LAST_FORMER_YEAR, lineDefinitions, plantDefinitions } from './names.ts';
import { successorId } from './successor.ts';

/** Years simulated: from January of the as-of year on, at least sixty months beyond any day of it. */
const YEARS = 6;
/** Memory that follows another in a successor. */
const nextGeneration: Readonly<Record<MemoryGeneration, MemoryGeneration>> = {
  hbm2e: 'hbm3',
  hbm3: 'hbm3e',
  hbm3e: 'hbm4',
  hbm4: 'hbm4e',
  hbm4e: 'hbm4e',
};
const nextNode: Readonly<Record<LogicNode, LogicNode>> = { n7: 'n5', n5: 'n3', n3: 'n2', n2: 'n2' };

/**
 * The sets as they stood at the date of a view: announced products of each line in order of their start, then generic
 * successors at the designer's cadence until the horizon. A line whose products are all unknown gets a successor as
 * its first product. The run starts in January of the view's year, or of an earlier one where given.
 */
export function buildCatalogue(
  view: View,
  allAssumptions: readonly Assumption[],
  startYear = Number(view.date.slice(0, 4)),
): Catalogue {
  const start = `${startYear}-01-01`;
  const months = YEARS * 12;
  const assumptions = new Assumptions(allAssumptions, view.date, start);
  const known = new Map(view.products.map((product) => [product.id, product]));
  const products: CatalogueProduct[] = [];
  const lines: Line[] = [];
  for (const definition of lineDefinitions) {
    const ids = [...(startYear <= LAST_FORMER_YEAR ? definition.formerProducts : []), ...definition.products];
    const announced = ids
      .flatMap((id) => known.get(id) ?? [])
      .map((product) => ({ product, start: startOf(product, assumptions, start) }))
      .toSorted((a, b) => a.start - b.start);
    if (announced.length === 0) continue;
    const own = announced.map(({ product }) => catalogueProduct(product, definition, view.families));
    const last = own.at(-1);
    const lastStart = announced.at(-1)?.start ?? 0;
    if (last && hasSuccessors(definition))
      own.push(...successors(last, lastStart, definition, assumptions, months));
    products.push(...own);
    lines.push({
      id: definition.id,
      designer: definition.designer,
      merchant: definition.merchant,
      products: own.map((product) => product.id),
      buyers: definition.buyers,
      needsQualifiedMemory: definition.designer === 'NVIDIA',
      booking: definition.booking,
      ownSupply: definition.ownSupply,
    });
  }
  const sold = new Set(lines.flatMap((line) => line.buyers));
  return {
    startYear,
    months,
    products,
    lines,
    buyers: buyerDefinitions
      .filter((buyer) => sold.has(buyer.id))
      .map(({ id, name, guided }) => ({ id, name, guided })),
    plants: plantDefinitions,
  };
}

/** Gaudi ends with its third generation, as Intel announced; every other line goes on. */
function hasSuccessors(line: LineDefinition): boolean {
  return line.id !== 'intel';
}

function startOf(product: Product, assumptions: Assumptions, start: string): number {
  const stated = assumptions.get(`product start[${product.id}]`);
  if (stated) {
    const distribution = assumptions.distribution(stated);
    if (distribution.kind === 'point') return distribution.value;
    if (distribution.kind === 'triangular') return distribution.mode;
  }
  return monthsFrom(start, product.knownSince) + assumptions.number('announcement to volume');
}

function successors(
  last: CatalogueProduct,
  lastStart: number,
  line: LineDefinition,
  assumptions: Assumptions,
  months: number,
): CatalogueProduct[] {
  const cadence =
    assumptions.get(`successor cadence[${line.id}]`)?.mode ?? assumptions.number('successor cadence');
  // NVIDIA has two lines; successors of the one for China are told apart.
  const maker = line.id === 'nvidia-china' ? `${line.designer} China` : line.designer;
  const made: CatalogueProduct[] = [];
  let previous = last;
  for (let start = Math.max(lastStart, 0) + cadence; start < months - 6; start += cadence) {
    const next: CatalogueProduct = {
      id: successorId(line.id, made.length + 1),
      name: `${maker} successor ${made.length + 1}`,
      line: line.id,
      family: `${maker} successors`,
      node: previous.node === null ? null : nextNode[previous.node],
      memory:
        previous.memory === null ? (last.node === null ? null : 'hbm3e') : nextGeneration[previous.memory],
      usesCowos: last.usesCowos,
      assumedSuccessor: true,
    };
    made.push(next);
    previous = next;
  }
  return made;
}

function catalogueProduct(
  product: Product,
  line: LineDefinition,
  families: readonly Family[],
): CatalogueProduct {
  const family =
    families.find((tie) => tie.level === 'product' && tie.product === product.id)?.family ?? product.name;
  return {
    id: product.id,
    name: product.name,
    line: line.id,
    family,
    node: line.ownSupply ? null : nodeOf(product.processNode),
    memory: line.ownSupply ? null : memoryOf(product.hbmGeneration),
    usesCowos:
      !line.ownSupply && /CoWoS/.test(product.packaging) && !/no CoWoS|not CoWoS/i.test(product.packaging),
    assumedSuccessor: false,
  };
}

/** First node named: `TSMC N5 (XCD) + N6 (IOD)` is N5, `TSMC 4NP` is of the N5 class. Unstated: N3, where new parts are. */
function nodeOf(text: string): LogicNode {
  if (/\b4NP?\b/.test(text)) return 'n5';
  const digit = /N\s?([2-7])/.exec(text)?.[1];
  if (digit === '7' || digit === '6') return 'n7';
  if (digit === '5' || digit === '4') return 'n5';
  return digit === '2' ? 'n2' : 'n3';
}

function memoryOf(text: string): MemoryGeneration | null {
  const found = /HBM(2E|3E|4E|2|3|4)/.exec(text.replace('HBM4/4E', 'HBM4'))?.[1];
  if (found === undefined) return null;
  return found === '2' ? 'hbm2e' : (`hbm${found.toLowerCase()}` as MemoryGeneration);
}

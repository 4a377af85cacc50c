import type { Catalogue } from './catalogue.ts';
import { demandLevers, programmeLevers } from './demand-levers.ts';
import { LeverBook, assumption, date, delay, factor, share, text } from './lever-draft.ts';
import type { BoundLever } from './lever-draft.ts';
import type { LeverCatalogue } from './lever.ts';
import { allocationLevers, extraLevers, inputLevers, marketLevers } from './supply-levers.ts';

/** Inputs that only levers move, with the value at which they change nothing, by family. */
export const neutralInputs: Readonly<Record<string, number>> = {
  'cowos factor': 1,
  'plant slip': 0,
  'plant removed': 0,
  'hbm factor': 1,
  'hbm yield factor': 1,
  'hbm generation delay': 0,
  'logic factor': 1,
  'price factor': 1,
  'package size factor': 1,
  'product delay': 0,
  'product removed': 0,
  'capex factor, all': 1,
  'capex factor': 1,
  'bust depth': 0,
  'bust start': 0,
  'programme factor': 1,
  'demand factor': 1,
  'efficiency gain': 1,
  'efficiency start': 0,
  'buyer weight factor': 1,
  'power factor': 1,
  'allocation rule': 0,
  'supplier response': 1,
  'programme delay': 0,
  'power factor of buyer': 1,
  'outage start': 0,
  'outage length': 0,
  'outage depth': 0,
  'over-ordering': 0,
  'extra start': 0,
  'extra share': 0,
  'extra wafers': 0,
};

export type { BoundLever } from './lever-draft.ts';

export interface BoundLeverCatalogue extends LeverCatalogue {
  readonly levers: readonly BoundLever[];
}

const known = new WeakMap<Catalogue, BoundLeverCatalogue>();

/** Every lever of a catalogue: what scenarios, the command line and the page may set, from one place. Made once for each. */
export function leversOf(catalogue: Catalogue): BoundLeverCatalogue {
  const levers = known.get(catalogue) ?? makeLevers(catalogue);
  known.set(catalogue, levers);
  return levers;
}

function makeLevers(catalogue: Catalogue): BoundLeverCatalogue {
  const book = new LeverBook();
  const start = `${catalogue.startYear}-01-01`;
  demandLevers(book, catalogue, start);
  inputLevers(book);
  allocationLevers(book, catalogue);
  programmeLevers(book, catalogue, start);
  marketLevers(book, catalogue);
  exportLevers(book, start);
  outageLevers(book, start);
  extraLevers(book, start);
  const custom = catalogue.lines.filter((line) => !line.merchant).map((line) => line.id);
  return {
    levers: book.levers,
    plants: catalogue.plants.map((plant) => plant.id),
    products: catalogue.products.map((product) => product.id),
    programmes: custom,
  };
}

function exportLevers(book: LeverBook, start: string): void {
  book.add(
    'export.china-cut',
    share(0, 1),
    ['export cut'],
    text('Share of NVIDIA’s China line barred', 'エヌビディアの中国向け製品ラインの禁止割合'),
    text('Rules were tightened in 2022, 2023 and 2025', '規制は2022・23・25年に強化'),
  );
  book.add(
    'export.china-month',
    date(start, null),
    ['export cut start'],
    text('Month of the bar on the China line', '中国向け禁止の月'),
    text('Drawn from the first two years of the run (assumed)', '開始から2年間のうちから抽出（想定）'),
  );
}

function outageLevers(book: LeverBook, start: string): void {
  const none = text('No case to go by: assumed', '前例なし。想定');
  book.add(
    'taiwan.outage-depth',
    factor([0, 1], { default: 0, maximum: 1, isShare: true }),
    ['outage depth'],
    text('Share of output in Taiwan that an outage stops', '台湾の生産のうち停止する割合'),
    text(
      'Zero: none. CoWoS and leading logic are nearly all in Taiwan, HBM is not',
      '0は停止なし。CoWoSと先端ロジックはほぼ台湾、HBMは台湾外',
    ),
  );
  book.add(
    'taiwan.outage-month',
    date(start),
    ['outage start'],
    text('Month of an outage in Taiwan', '台湾の生産停止の月'),
    none,
  );
  book.add(
    'taiwan.outage-length',
    delay([1, 12]),
    ['outage length'],
    text('Months an outage lasts before output comes back', '生産停止が続く月数'),
    none,
  );
  book.add(
    'taiwan.outage-recovery',
    assumption('month', 0, 36),
    ['outage recovery'],
    text('Months over which output comes back', '生産回復にかかる月数'),
    none,
  );
}

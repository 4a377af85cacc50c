import type { Catalogue } from './catalogue.ts';
import { demandLevers, programmeLevers } from './demand-levers.ts';
import { LeverBook, assumption, date, text } from './lever-draft.ts';
import type { BoundLever } from './lever-draft.ts';
import type { LeverCatalogue } from './lever.ts';
import { allocationLevers, inputLevers, marketLevers } from './supply-levers.ts';

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
};

export type { BoundLever } from './lever-draft.ts';

export interface BoundLeverCatalogue extends LeverCatalogue {
  readonly levers: readonly BoundLever[];
}

/** Every lever of a catalogue: what scenarios, the command line and the page may set, from one place. */
export function leversOf(catalogue: Catalogue): BoundLeverCatalogue {
  const book = new LeverBook();
  const start = `${catalogue.startYear}-01-01`;
  demandLevers(book, catalogue, start);
  inputLevers(book);
  allocationLevers(book, catalogue);
  programmeLevers(book, catalogue);
  marketLevers(book);
  exportLevers(book, start);
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
    assumption('1', 0, 1),
    ['export cut'],
    text('Share of NVIDIA’s China line barred', 'NVIDIA中国向け製品ラインの禁止割合'),
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

import type { Summary } from '../engine/index.ts';
import type { ShortageAnswer } from '../answers/shortage.ts';
import { formatAmount, formatRange } from './amount-format.ts';
import { formatYear } from './date-format.ts';
import { hundred, monthOrAfter } from './forecast-headline.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import type { PageTable } from './page-tables.ts';

/** A scenario that stands in a column; null while its numbers are on their way. */
export interface PinColumn {
  readonly name: string;
  readonly answer: ShortageAnswer | null;
}

/** Key figures of scenarios side by side. */
export function pinTable(columns: readonly PinColumn[], language: Language): PageTable {
  const first = columns.find(({ answer }) => answer !== null)?.answer;
  const year = formatYear(first?.years[1]?.start ?? '', language);
  const row = (name: string, text: (answer: ShortageAnswer) => string): string[] => [
    name,
    ...columns.map(({ answer }) => (answer === null ? '…' : text(answer))),
  ];
  const end = (answer: ShortageAnswer): ShortageAnswer['ends'][number] | undefined =>
    answer.ends.find(({ threshold }) => threshold === 1);
  const built = (series: string) => (answer: ShortageAnswer) => {
    const found = answer.built.find((each) => each.series === series && each.dimension === 'total');
    return found?.years[1] ? spread(found.years[1], found.unit, language) : '';
  };
  return {
    header: [translate(language, 'page.pins.figure'), ...columns.map(({ name }) => name)],
    rows: [
      row(translate(language, 'page.pins.now'), (answer) => hundred(end(answer)?.shortNow ?? 0)),
      row(translate(language, 'page.pins.later'), (answer) => hundred(end(answer)?.shortInAYear ?? 0)),
      row(translate(language, 'page.pins.end'), (answer) =>
        monthOrAfter(answer, language, 'short')(end(answer)?.p50 ?? null),
      ),
      row(translate(language, 'page.pins.h100e', { year }), built('h100e')),
      row(translate(language, 'page.pins.running', { year }), built('fleet-running')),
    ],
  };
}

function spread({ p50, p10, p90 }: Summary, unit: string, language: Language): string {
  const range = formatRange(p10, p90, unit, language);
  return `${formatAmount(p50, unit, language, { significant: 3 })} (${range})`;
}

import type { SeriesQuestion } from '../../answers/series.ts';
import type { ScenarioAddress } from '../../scenario/scenario-url.ts';
import { commandLine, figuresOptions, plainCommand, quoted } from '../../show/command-line.ts';
import type { Language } from '../../show/language.ts';
import { measureOf } from './series/flow-measure.ts';
import { panelsOf, PLANTS_BY_MONTH } from './series/panels.ts';
import { modelOf, OWN } from './training/training-query.ts';

/** What stands at the foot of a page. */
export interface PageCommand {
  /** The command that gives the same numbers. */
  readonly command: string;
  /** Those that give what else stands there. */
  readonly more: readonly string[];
  /** Whether they are of futures that were drawn. */
  readonly isDrawn: boolean;
}

interface Asked {
  readonly page: string;
  readonly query: string;
}

/** The commands behind a page; null where there are none. */
export function commandOf(
  view: Asked,
  address: ScenarioAddress,
  day: string,
  language: Language,
  figures: readonly string[] = [],
): PageCommand | null {
  const own = ownCommand(view, address, day, language, figures);
  const series = seriesWords(view).map((words) => commandLine(address, language, words, figures));
  const guidance = ['facts --guidance', `--as-of ${day}`, ...figuresOptions(figures)].join(' ');
  const [command, ...more] = [
    ...(own === null ? [] : [own.command]),
    ...series,
    ...(view.page === 'demand' ? [plainCommand(guidance, language)] : []),
  ];
  return command === undefined ? null : { command, more, isDrawn: own?.isDrawn ?? true };
}

/** Each series that a page draws, once; of a flow what flows, since the same series at its ends says no more. */
function seriesWords({ page, query }: Asked): string[] {
  const questions = panelsOf(page).map(
    (panel): SeriesQuestion =>
      panel.chart === 'flow'
        ? { name: measureOf(query), by: 'designer-buyer', period: 'year' }
        : panel.question,
  );
  const all = page === 'supply' ? [PLANTS_BY_MONTH, ...questions] : questions;
  return [
    ...new Set(
      all.map(({ name, by, period }) => {
        const words = ['series', name, ...(by === undefined ? [] : ['--by', by])];
        // By quarter unless said.
        return [...words, ...(period === 'quarter' ? [] : ['--period', period])].join(' ');
      }),
    ),
  ];
}

/** What a page asks besides series; null for nothing. */
function ownCommand(
  { page, query }: Asked,
  address: ScenarioAddress,
  day: string,
  language: Language,
  figures: readonly string[],
): Pick<PageCommand, 'command' | 'isDrawn'> | null {
  const asked = new URLSearchParams(query);
  switch (page) {
    case 'training': {
      const model = modelOf(query);
      const options = [...asked].filter(([name]) => name !== 'model');
      const words = [
        'train-cost',
        ...(model === OWN ? [] : [model]),
        ...options.map(([name, value]) => `--${name} ${quoted(value)}`),
      ];
      return { command: commandLine(address, language, words.join(' '), figures), isDrawn: true };
    }
    case 'sources': {
      const metric = asked.get('metric');
      const words = [
        'facts',
        ...(asked.get('words') ?? '').split(/\s+/u).filter(Boolean).map(quoted),
        ...(metric === null ? [] : [`--metric ${quoted(metric)}`]),
        `--as-of ${day}`,
        ...figuresOptions(figures),
      ];
      return { command: plainCommand(words.join(' '), language), isDrawn: false };
    }
    case 'chokepoints':
      return { command: commandLine(address, language, 'bottlenecks', figures), isDrawn: true };
    case 'asic':
      return { command: commandLine(address, language, 'asic', figures), isDrawn: true };
    case 'record':
      return { command: plainCommand('claims', language), isDrawn: false };
    case 'model':
      return null;
    default:
      if (panelsOf(page).length > 0) return null;
      return { command: commandLine(address, language, 'forecast', figures), isDrawn: true };
  }
}

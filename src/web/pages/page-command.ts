import type { ScenarioAddress } from '../../scenario/scenario-url.ts';
import { commandLine, figuresOptions, plainCommand, quoted } from '../../show/command-line.ts';
import type { Language } from '../../show/language.ts';
import { modelOf, OWN } from './training/training-query.ts';

/** What stands at the foot of a page. */
export interface PageCommand {
  /** The command that gives the same numbers. */
  readonly command: string;
  /** Whether they are of futures that were drawn. */
  readonly isDrawn: boolean;
}

/** The command behind a page; null where there is none. */
export function commandOf(
  { page, query }: { readonly page: string; readonly query: string },
  address: ScenarioAddress,
  day: string,
  language: Language,
  figures: readonly string[] = [],
): PageCommand | null {
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
      return { command: commandLine(address, language, 'forecast', figures), isDrawn: true };
  }
}

import type { SeriesOfSet } from '../../../answers/series-set.ts';
import { formatYear } from '../../../show/date-format.ts';
import type { Language } from '../../../show/language.ts';
import { translate } from '../../../show/message.ts';
import {
  growthFinding,
  largestFinding,
  makersFinding,
  plantsFinding,
} from '../../../show/supply-findings.ts';
import type { SeriesPanel } from './panels.ts';

/** Heading of a panel: what it finds where that is told, else what it is about. */
export function panelTitle(
  panel: SeriesPanel,
  series: SeriesOfSet,
  { asOf, year }: { readonly asOf: string; readonly year: string },
  language: Language,
): string {
  const topic = translate(language, panel.title, { year: formatYear(year, language) });
  return findingOf(panel, topic, series, { asOf, year }, language) ?? topic;
}

function findingOf(
  { finding, member = '' }: SeriesPanel,
  topic: string,
  series: SeriesOfSet,
  { asOf, year }: { readonly asOf: string; readonly year: string },
  language: Language,
): string | undefined {
  switch (finding) {
    case 'growth':
      return growthFinding(topic, series, member, asOf, language);
    case 'largest':
      return largestFinding(topic, series, year, language);
    case 'makers':
      return makersFinding(series, asOf, language);
    case 'plants':
      return plantsFinding(series, asOf, language);
    default:
      return undefined;
  }
}

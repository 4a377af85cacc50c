import type { SeriesOfSet } from '../../../answers/series-set.ts';
import { formatYear } from '../../../show/date-format.ts';
import type { Language } from '../../../show/language.ts';
import { translate } from '../../../show/message.ts';
import { barsYear } from '../../../show/series-charts.ts';
import { growthFinding, makersFinding, plantsFinding } from '../../../show/supply-findings.ts';
import type { Panel } from './panels.ts';

/** Heading of a panel: what it finds where that is told, else what it is about. */
export function panelTitle(panel: Panel, series: SeriesOfSet, asOf: string, language: Language): string {
  const topic = translate(language, panel.title, { year: formatYear(barsYear(asOf), language) });
  return findingOf(panel, topic, series, asOf, language) ?? topic;
}

function findingOf(
  { finding, member = '' }: Panel,
  topic: string,
  series: SeriesOfSet,
  asOf: string,
  language: Language,
): string | undefined {
  switch (finding) {
    case 'growth':
      return growthFinding(topic, series, member, asOf, language);
    case 'makers':
      return makersFinding(series, asOf, language);
    case 'plants':
      return plantsFinding(series, asOf, language);
    default:
      return undefined;
  }
}

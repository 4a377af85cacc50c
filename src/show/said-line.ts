import { factAddress } from '../answers/figure/figure-address.ts';
import type { VintageAnswer } from '../answers/facts.ts';
import { centralValue } from '../register/index.ts';
import type { Row } from '../register/index.ts';
import { chartFormat } from './charts/chart-format.ts';
import type { LineSpec, Observation } from './charts/chart-spec.ts';
import { formatPeriod } from './date-format.ts';
import { spreadText, subjectOf } from './facts-view.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { unitTitle } from './unit-name.ts';

/** One quantity as it was said at successive dates: every statement a mark, the latest word a line. */
export function saidLine({ vintages: group, disagreement }: VintageAnswer, language: Language): LineSpec {
  const { metric, unit, basis, periodStart, periodEnd } = group;
  const stated = group.rows.flatMap((row) => {
    const value = centralValue(row);
    return value === undefined ? [] : [{ row, value }];
  });
  const [first] = group.rows;
  const latest = new Map(stated.map((statement) => [statement.row.published, statement]));
  const period = formatPeriod(periodStart, periodEnd, language, 'short');
  const parts = [metric, first === undefined ? '' : subjectOf(first), period];
  const measured = [unitTitle(unit, language), basis].filter((part) => part !== '').join(' ');
  const spread = disagreement && spreadText(disagreement, unit, language);
  return {
    kind: 'line',
    title: parts.filter((part) => part !== '').join(' · '),
    subtitle: [measured, spread ?? ''].filter((part) => part !== '').join(' · '),
    times: [...latest.keys()],
    lines: [
      {
        name: translate(language, 'page.sources.latest'),
        values: [...latest.values()].map(({ value }) => value),
        knowledge: 'estimated',
        figures: [...latest.values()].map(({ row }) => factAddress([row.id])),
      },
    ],
    observations: stated.map(({ row, value }) => observation(row, value)),
    format: chartFormat(Math.max(0, ...stated.map(({ row, value }) => row.high ?? value)), unit, language),
  };
}

function observation({ id, published, low, high, kind }: Row, value: number): Observation {
  return {
    time: published,
    value,
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
    knowledge: kind === 'actual' ? 'observed' : 'estimated',
    figure: factAddress([id]),
  };
}

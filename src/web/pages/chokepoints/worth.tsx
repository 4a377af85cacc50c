import { useMemo } from 'react';
import type { WorthAnswer } from '../../../answers/input-worth.ts';
import { worthMeasures, worthSteps } from '../../../answers/input-worth.ts';
import { formatMonth } from '../../../show/date-format.ts';
import { translate } from '../../../show/message.ts';
import { formatNumber } from '../../../show/number-format.ts';
import { reliefBars, stepName, worthIntervals, worthPeriods } from '../../../show/worth-charts.ts';
import { nextConstraintTable, unfelt, worthTable } from '../../../show/worth-view.ts';
import { ChartFigure } from '../../components/chart-figure.tsx';
import { Folded } from '../../components/folded.tsx';
import { Picker } from '../../components/picker.tsx';
import { Section } from '../../components/section.tsx';
import { TableView } from '../../components/table-view.tsx';
import { useLanguage, usePage, useStore } from '../../page-context.ts';
import { changedQuery } from '../inquiries.ts';
import { worthChoice } from './worth-query.ts';

interface WorthProps {
  readonly worth: WorthAnswer;
  /** The input that binds most often now. */
  readonly binding: string | undefined;
  readonly isStale: boolean;
}

/** What would bind if an input were there in plenty. */
export function NextConstraints({ worth, binding, isStale }: WorthProps) {
  const language = useLanguage();
  const bars = useMemo(() => reliefBars(worth, binding, language), [worth, binding, language]);
  const title = translate(language, 'page.worth.table');
  return (
    <>
      <ChartFigure spec={bars} isStale={isStale} />
      <Section title={title} className={isStale ? 'evidence is-stale' : 'evidence'}>
        <TableView caption={title} table={nextConstraintTable(worth, language)} />
      </Section>
    </>
  );
}

/** What a little more of each input does, by a measure that one can choose, and by all of them in a table. */
export function Worth({ worth, isStale }: Pick<WorthProps, 'worth' | 'isStale'>) {
  const language = useLanguage();
  const store = useStore();
  const { query } = usePage().view;
  const choice = useMemo(() => worthChoice(query), [query]);
  const spec = useMemo(() => worthIntervals(worth, choice, language), [worth, choice, language]);
  const change = (name: string, value: string): void =>
    store.setView({ query: changedQuery(query, name, value) });
  const all = translate(language, 'page.worth.all');
  const idle = unfelt(worth, language);
  const periods = worthPeriods(worth);
  return (
    <>
      <div className="asked">
        <Picker
          label={translate(language, 'page.worth.measure')}
          value={choice.measure}
          choices={worthMeasures.map((value) => ({
            value,
            text: translate(language, `bottlenecks.measure.${value}`),
          }))}
          choose={(measure) => change('measure', measure)}
        />
        <Picker
          label={translate(language, 'page.worth.step')}
          value={choice.step}
          choices={worthSteps.map((value) => ({ value, text: stepName(value, language) }))}
          choose={(step) => change('step', step)}
        />
        <Picker
          label={translate(language, 'page.worth.until')}
          value={choice.isNear ? 'near' : 'far'}
          choices={(['near', 'far'] as const).map((value, index) => ({
            value,
            text: formatMonth(periods.at(-index)?.end ?? '', language),
          }))}
          choose={(until) => change('until', until)}
        />
      </div>
      <ChartFigure spec={spec} isStale={isStale} />
      <Folded heading={all} level={2}>
        <TableView caption={all} table={worthTable(worth, language)} />
      </Folded>
      <p className="note">
        {[
          ...(idle.length > 0
            ? [
                translate(language, 'bottlenecks.unfelt', {
                  inputs: idle.join(language === 'ja' ? '、' : ', '),
                }),
              ]
            : []),
          translate(language, 'bottlenecks.worthNote', { draws: formatNumber(worth.draws) }),
        ].join(language === 'ja' ? '' : ' ')}
      </p>
    </>
  );
}

import { formatYear } from '../../../show/date-format.ts';
import { translate } from '../../../show/message.ts';
import { Picker } from '../../components/picker.tsx';
import { useLanguage, usePage, useStore } from '../../page-context.ts';
import { changedQuery } from '../inquiries.ts';
import type { SeriesChoice } from './series-choice.ts';

/** What flows, and when. What is usual is left out of the address. */
export function FlowChoice({ measures, measure, years, year, usual }: SeriesChoice) {
  const language = useLanguage();
  const store = useStore();
  const { query } = usePage().view;
  const change = (name: string, value: string): void =>
    store.setView({ query: changedQuery(query, name, value) });
  return (
    <div className="asked">
      <Picker
        label={translate(language, 'page.flow.measure')}
        value={measure}
        choices={measures.map((value) => ({ value, text: translate(language, `page.measure.${value}`) }))}
        choose={(value) => change('measure', value === measures[0] ? '' : value)}
      />
      <Picker
        label={translate(language, 'page.flow.year')}
        value={year}
        choices={years.map((value) => ({ value, text: formatYear(value, language) }))}
        choose={(value) => change('year', value === usual ? '' : value)}
      />
    </div>
  );
}

import { formatYear } from '../../../show/date-format.ts';
import { translate } from '../../../show/message.ts';
import type { PlainMessageKey } from '../../../show/message.ts';
import {
  bindingTable,
  builtTable,
  endsTable,
  hingeMonthName,
  hingeTable,
  overdueTable,
  waitTable,
} from '../../../show/page-tables.ts';
import { pageHeadline } from '../../../show/page-headline.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Emphasis } from '../../components/emphasis.tsx';
import { Section } from '../../components/section.tsx';
import { useLanguage, usePage } from '../../page-context.ts';

/** The first screen: the answer in a sentence, then its evidence. */
export function ShortagePage() {
  const language = useLanguage();
  const { scenario, baseline, isComputing, contents, address } = usePage();
  if (scenario === null) return null;
  const { shortage, hinges } = scenario;
  const before = baseline === null || baseline === scenario ? null : baseline.shortage;
  const { finding, context } = pageHeadline(shortage, before, language);
  const named = contents?.scenarios.find((shipped) => shipped.scenario.name === address.scenario)?.scenario;
  const built = builtTable(shortage, before, language);
  const year = formatYear(shortage.years[1]?.start ?? '', language);
  const text = (key: PlainMessageKey): string => translate(language, key);
  return (
    <article aria-busy={isComputing}>
      <p className="kicker">{named?.title[language]}</p>
      <h1>
        <Emphasis text={finding} />
      </h1>
      <p className="context">{context}</p>
      <div className="grid">
        <Section title={text('page.fan')} note={text('page.fan.note')}>
          <DataTable caption={text('page.fan')} {...overdueTable(shortage, language)} />
        </Section>
        <Section title={text('page.binding')} note={text('page.binding.note')}>
          <DataTable caption={text('page.binding')} {...bindingTable(shortage, language)} />
        </Section>
        <Section
          title={text('page.hinges')}
          note={translate(language, 'page.hinges.note', { month: hingeMonthName(shortage, language) })}
        >
          {hinges ? (
            <DataTable caption={text('page.hinges')} {...hingeTable(hinges, language)} />
          ) : (
            <p className="note">{text('page.hinges.waiting')}</p>
          )}
        </Section>
        <Section
          title={translate(language, 'page.built', { year })}
          note={text(before ? 'page.built.change' : 'page.built.note')}
        >
          <DataTable caption={translate(language, 'page.built', { year })} {...built} accent={3} />
        </Section>
        <Section title={text('page.waits')} note={text('page.waits.note')}>
          <DataTable caption={text('page.waits')} {...waitTable(shortage, language)} />
        </Section>
        <Section title={text('page.ends')} note={text('page.ends.note')}>
          <DataTable caption={text('page.ends')} {...endsTable(shortage, language)} />
        </Section>
      </div>
    </article>
  );
}

import { use } from 'react';
import type { Row } from '../../register/index.ts';
import { formatPeriod } from '../../show/date-format.ts';
import { amountText, factTexts, metricName, subjectOf } from '../../show/facts-view.ts';
import { translate } from '../../show/message.ts';
import { loadAllTexts } from '../browser/load-texts.ts';
import { useLanguage } from '../page-context.ts';
import { WebLink } from './web-link.tsx';

/** Rows of the register in full, each with its source. Their texts are data, never markup. */
export function RowExplanation({ rows }: { readonly rows: readonly Row[] }) {
  const language = useLanguage();
  use(loadAllTexts(language));
  const [only] = rows;
  return (
    <>
      <h2>
        {rows.length === 1 && only
          ? headOf(only, language)
          : translate(language, 'page.provenance.rows', { count: rows.length })}
      </h2>
      {rows.map((row) => (
        <section key={row.id}>
          {rows.length > 1 && <h3>{headOf(row, language)}</h3>}
          <dl className="row-texts">
            {factTexts(row, undefined, language)
              .filter(([, text]) => text !== '')
              .map(([key, text]) => (
                <div key={key}>
                  <dt>{translate(language, key)}</dt>
                  <dd>
                    {key === 'facts.field.url' ? (
                      <WebLink url={text} text={text} />
                    ) : key === 'facts.field.quote' ? (
                      <q lang="und">{text}</q>
                    ) : (
                      text
                    )}
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </>
  );
}

function headOf(row: Row, language: ReturnType<typeof useLanguage>): string {
  const about = [
    subjectOf(row),
    metricName(row.metric),
    formatPeriod(row.periodStart, row.periodEnd, language, 'short'),
    amountText(row, language),
  ];
  return about.filter((part) => part !== '').join(' · ');
}

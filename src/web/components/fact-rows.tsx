import type { Row } from '../../register/index.ts';
import { formatDay, formatPeriod } from '../../show/date-format.ts';
import { amountText, metricName, subjectOf } from '../../show/facts-view.ts';
import { translate } from '../../show/message.ts';
import { publisherText } from '../../show/publisher-text.ts';
import { useLanguage } from '../page-context.ts';
import { WebLink } from './web-link.tsx';

interface FactRowsProps {
  readonly rows: readonly Row[];
  readonly caption: string;
}

/** Rows of the register with what was said, when, by whom, and where to read it. Their texts are data, never markup. */
export function FactRows({ rows, caption }: FactRowsProps) {
  const language = useLanguage();
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={caption}>
      <table className="prose rows">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {(['published', 'what', 'period', 'amount', 'kind', 'publisher'] as const).map((name) => (
              <th key={name} scope="col" className={name === 'amount' ? 'figures' : 'words'}>
                {translate(language, `facts.column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className="words">
                {formatDay(row.published, language, 'short')}
              </th>
              <td className="words">
                {`${metricName(row.metric)} · ${subjectOf(row)}`}
                {row.quote !== '' && (
                  <q className="note" lang="und">
                    {row.quote}
                  </q>
                )}
              </td>
              <td className="words">{formatPeriod(row.periodStart, row.periodEnd, language, 'short')}</td>
              <td className="figures">{amountText(row, language)}</td>
              <td className="words">{translate(language, `kind.${row.kind}`)}</td>
              <td className="words">
                <WebLink url={row.url} text={publisherText(row, language)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

import { formatDay } from '../../show/date-format.ts';
import { translate } from '../../show/message.ts';
import { formatNumber } from '../../show/number-format.ts';
import { commandLine } from '../../show/command-line.ts';
import { useLanguage, usePage } from '../page-context.ts';

/** What stands behind the numbers, and how to get the same ones in a terminal. */
export function Foot() {
  const language = useLanguage();
  const { scenario, contents, address } = usePage();
  if (scenario === null || contents === null) return null;
  const { draws, seed, asOf } = scenario.shortage;
  return (
    <footer>
      <p>
        {scenario.stage === 'full'
          ? translate(language, 'page.foot', {
              draws: formatNumber(draws),
              seed,
              version: contents.version,
              date: formatDay(asOf, language),
            })
          : translate(language, 'page.quick', { draws: formatNumber(draws) })}
      </p>
      <p>
        <code>{commandLine({ ...address, draws }, language)}</code>
      </p>
    </footer>
  );
}

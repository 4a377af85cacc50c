import { formatDay } from '../../show/date-format.ts';
import { translate } from '../../show/message.ts';
import { formatNumber } from '../../show/number-format.ts';
import { useLanguage, usePage } from '../page-context.ts';
import { commandOf } from '../pages/page-command.ts';

/** What stands behind the numbers, and how to get the same ones in a terminal. */
export function Foot() {
  const language = useLanguage();
  const { scenario, contents, taken, view, figures } = usePage();
  if (scenario === null || contents === null) return null;
  const { draws, seed, asOf } = scenario.shortage;
  const said = commandOf(view, { ...taken, draws }, asOf, language, figures?.names);
  if (said === null) return null;
  const drawn =
    scenario.stage === 'full'
      ? translate(language, 'page.foot', {
          draws: formatNumber(draws),
          seed,
          version: contents.version,
          date: formatDay(asOf, language),
        })
      : translate(language, scenario.stage === 'fine' ? 'page.fine' : 'page.quick', {
          draws: formatNumber(draws),
        });
  return (
    <footer>
      {said.isDrawn && <p>{drawn}</p>}
      {[said.command, ...said.more].map((command) => (
        <p key={command}>
          <code>{command}</code>
        </p>
      ))}
    </footer>
  );
}

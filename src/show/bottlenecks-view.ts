import type { ForecastAnswer } from '../answers/forecast.ts';
import { bindingMap, headline, hundred } from './forecast-view.ts';
import { translate } from './message.ts';
import type { Screen } from './screen.ts';
import { PROSE_WIDTH } from './screen.ts';
import { wrap } from './text-wrap.ts';
import { formatViewDay } from './view-day.ts';
import { themeOf } from './theme.ts';

/** What limits GPU output by quarter, in words and as a map. No newline at the end. */
export function renderBottlenecks(answer: ForecastAnswer, screen: Screen): string {
  const { language } = screen;
  const theme = themeOf(screen);
  const width = Math.min(screen.width, PROSE_WIDTH);
  const [, binding = ''] = headline(answer, language);
  return [
    theme.tone(
      'secondary',
      translate(language, 'bottlenecks.head', {
        scenario: answer.scenario,
        date: formatViewDay(answer.asOf, answer.history, language),
      }),
    ),
    '',
    ...wrap(binding, width).map((line) => theme.tone('accent', line)),
    '',
    bindingMap(answer, screen),
    '',
    ...[
      translate(language, 'bottlenecks.note'),
      translate(language, 'forecast.assumptions', {
        overdue: hundred(answer.assumptionShare.overdue),
        shipments: hundred(answer.assumptionShare.shipments),
      }),
    ].flatMap((text) => wrap(text, width).map((line) => theme.tone('secondary', line))),
  ].join('\n');
}

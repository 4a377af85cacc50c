import { explainHint } from './explain-hint.ts';
import type { ForecastAnswer } from '../answers/forecast.ts';
import type { WorthAnswer } from '../answers/input-worth.ts';
import { headline, hundred } from './forecast-headline.ts';
import { bindingMap } from './forecast-view.ts';
import { renderHead } from './head.ts';
import { translate } from './message.ts';
import { formatNumber } from './number-format.ts';
import type { Screen } from './screen.ts';
import { PROSE_WIDTH } from './screen.ts';
import { renderTable } from './table.ts';
import { wrap } from './text-wrap.ts';
import { formatViewDay } from './view-day.ts';
import { themeOf } from './theme.ts';
import { nextConstraintTable, unfelt, worthSentences, worthTable } from './worth-view.ts';

/** What limits GPU output by quarter, what comes next and what more is worth. No newline at the end. */
export function renderBottlenecks(answer: ForecastAnswer, worth: WorthAnswer, screen: Screen): string {
  const { language } = screen;
  const theme = themeOf(screen);
  const width = Math.min(screen.width, PROSE_WIDTH);
  const [, binding = ''] = headline(answer, language);
  const more = worthSentences(worth, answer.binding.now?.input, language);
  const idle = unfelt(worth, language);
  const strong = (text: string): string[] =>
    wrap(text, screen.width).map((line) => theme.tone('strong', line));
  return [
    renderHead(
      translate(language, 'bottlenecks.head', {
        scenario: answer.scenario,
        date: formatViewDay(answer, language),
      }),
      screen,
      'secondary',
    ),
    '',
    ...wrap(binding, width).map((line) => theme.tone('accent', line)),
    ...wrap(more.join(language === 'ja' ? '' : ' '), width),
    '',
    bindingMap(answer, screen),
    '',
    ...strong(translate(language, 'bottlenecks.next')),
    renderTable(nextConstraintTable(worth, language), screen),
    '',
    ...strong(translate(language, 'bottlenecks.worth')),
    renderTable(worthTable(worth, language), screen),
    '',
    ...[
      ...(idle.length > 0
        ? [translate(language, 'bottlenecks.unfelt', { inputs: idle.join(language === 'ja' ? '、' : ', ') })]
        : []),
      translate(language, 'bottlenecks.worthNote', { draws: formatNumber(worth.draws) }),
      translate(language, 'bottlenecks.note'),
      translate(language, 'forecast.assumptions', {
        overdue: hundred(answer.assumptionShare.overdue),
        shipments: hundred(answer.assumptionShare.shipments),
      }),
      ...explainHint(answer, language),
    ].flatMap((text) => wrap(text, width).map((line) => theme.tone('secondary', line))),
  ].join('\n');
}

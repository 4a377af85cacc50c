import type { ShortageAnswer } from '../answers/shortage.ts';
import type { FanSpec } from './charts/chart-spec.ts';
import { shortageFinding } from './forecast-headline.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { shortageFan } from './page-charts.ts';

/** The shortage as a drawing that stands alone: the fan of the page, titled by its finding. */
export function shortageDrawing(answer: ShortageAnswer, language: Language): FanSpec {
  const fan = shortageFan({ scenario: answer, baseline: null, assumptions: null }, language);
  const end = answer.ends.find(({ threshold }) => threshold === 1);
  return {
    ...fan,
    title: end === undefined ? fan.title : shortageFinding(answer, end, language),
    subtitle: translate(language, 'forecast.fan'),
  };
}

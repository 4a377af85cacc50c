import type { CalibrationAnswer } from '../answers/calibration/calibration-answer.ts';
import type { Summary } from '../engine/index.ts';
import type { CsvField } from './csv.ts';

export const CALIBRATION_COLUMNS = [
  'part',
  'subject',
  'whose',
  'name',
  'member',
  'unit',
  'period_start',
  'period_end',
  'known',
  'sigma',
  'before_mean',
  'before_p10',
  'before_p50',
  'before_p90',
  'after_mean',
  'after_p10',
  'after_p50',
  'after_p90',
  'misfit_before',
  'misfit_after',
  'shift',
  'narrowing',
  'rows',
] as const;

/** One long table: quantities of the past (`fit`), uncertain inputs (`belief`) and headlines (`figure`). */
export function* calibrationFields({ fits, beliefs, figures }: CalibrationAnswer): Generator<CsvField[]> {
  const ranges = ({ before, after }: { readonly before: Summary; readonly after: Summary }): CsvField[] =>
    [before, after].flatMap(({ mean, p10, p50, p90 }) => [mean, p10, p50, p90]);
  for (const fit of fits)
    yield [
      'fit',
      fit.subject,
      fit.whose,
      fit.series,
      fit.member,
      fit.unit,
      fit.period.start,
      fit.period.end,
      fit.known,
      fit.sigma,
      ...ranges(fit),
      fit.misfitBefore,
      fit.misfitAfter,
      '',
      '',
      fit.rows.join(' '),
    ];
  for (const belief of beliefs)
    yield [
      'belief',
      '',
      '',
      belief.input,
      '',
      belief.unit,
      '',
      '',
      '',
      '',
      ...ranges(belief),
      '',
      '',
      belief.shift,
      belief.narrowing,
      '',
    ];
  for (const { name, member, unit, period, ...summaries } of figures)
    yield [
      'figure',
      '',
      '',
      name,
      member,
      unit,
      period.start,
      period.end,
      '',
      '',
      ...ranges(summaries),
      '',
      '',
      '',
      '',
      '',
    ];
}

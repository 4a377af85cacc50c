import type { ViewAbout } from '../answers/run-about.ts';
import { formatDay } from './date-format.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { formatNumber } from './number-format.ts';

/** Fewer effective futures than this are too few for the ends of a range. */
const FEW = 100;

/**
 * The day of a view in words; says so where history comes from estimates published after it, where rows of one's own
 * were added, and where the past weighs the futures, by how many known quantities and with how many effective futures.
 */
export function formatViewDay({ asOf, history, own, calibration }: ViewAbout, language: Language): string {
  const day = formatDay(asOf, language);
  const said = history === 'strict' ? day : translate(language, 'run.laterHistory', { day });
  const dated = own === undefined ? said : translate(language, 'run.own', { day: said, ...own });
  if (calibration === undefined) return dated;
  const { known, effective, pool } = calibration;
  return translate(language, effective < FEW ? 'run.calibrated.few' : 'run.calibrated', {
    day: dated,
    known,
    effective: formatNumber(Math.round(effective)),
    pool: formatNumber(pool),
  });
}

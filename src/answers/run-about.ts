import type { History, OwnRows } from '../register/index.ts';
import { aboutConditioning } from './calibration/conditioning.ts';
import type { CalibrationAbout } from './calibration/conditioning.ts';
import type { EnsembleOptions } from './ensemble.ts';
import type { Period } from './period.ts';
import { ProblemError } from '../problem/problem.ts';
import { firstDay, lastDay, monthOfDay, periodOfMonths, readPeriod } from './period.ts';
import type { PreparedRun } from './prepare-run.ts';

/** What an answer says of the figures behind it. */
export interface ViewAbout {
  /** ISO day. */
  readonly asOf: string;
  readonly history: History;
  /** Where rows of one’s own were added to the register. */
  readonly own?: OwnRows;
  /** Where the past weighs the futures. */
  readonly calibration?: CalibrationAbout;
}

/** What an answer says of the run behind it. */
export interface RunAbout extends ViewAbout {
  readonly scenario: string;
  readonly draws: number;
  readonly seed: number;
}

export function aboutView({ view, conditioning }: PreparedRun): ViewAbout {
  return {
    asOf: view.date,
    history: view.history,
    ...(view.own && { own: view.own }),
    ...(conditioning && { calibration: aboutConditioning(conditioning) }),
  };
}

export function aboutRun(
  run: PreparedRun,
  { draws, seed }: Pick<EnsembleOptions, 'draws' | 'seed'>,
): RunAbout {
  return { scenario: run.scenario.name, ...aboutView(run), draws, seed };
}

/** Month of the run in which its day lies. */
export function presentMonth({ catalogue, view }: PreparedRun): number {
  return Math.min(Math.max(monthOfDay(catalogue.startYear, view.date), 0), catalogue.months - 1);
}

/** Calendar years of a run from that of its day on, at most so many. */
export function yearsFromNow(run: PreparedRun, count = Infinity): Period[] {
  const { startYear, months } = run.catalogue;
  const first = Math.floor(presentMonth(run) / 12);
  const length = Math.min(count, months / 12 - first);
  return Array.from({ length }, (_, index) => {
    const month = (first + index) * 12;
    return periodOfMonths(startYear, month, month + 11);
  });
}

/** A calendar year of a run as people write it; throws `unknown-period` where it is none. */
export function yearNamed(run: PreparedRun, text: string): Period {
  const { startYear, months } = run.catalogue;
  const found = /^\d{4}$/u.test(text) ? readPeriod(text, startYear, months) : undefined;
  if (found) return found;
  const [first, last] = [firstDay(startYear, 0), lastDay(startYear, months - 1)].map((day) =>
    day.slice(0, 4),
  );
  throw new ProblemError([{ code: 'unknown-period', params: { found: text, first: first!, last: last! } }]);
}

/**
 * A period as `readPeriod` reads it; the quarter of the run's day where none is given. Throws `unknown-period`.
 */
export function periodAsked(run: PreparedRun, text: string | undefined): Period {
  const { startYear, months } = run.catalogue;
  if (text === undefined) {
    const first = Math.floor(presentMonth(run) / 3) * 3;
    return periodOfMonths(startYear, first, first + 2);
  }
  const period = readPeriod(text, startYear, months);
  if (period) return period;
  const params = {
    found: text,
    expected: '2026, 2026Q4, 2026-11, FY2027',
    first: firstDay(startYear, 0),
    last: lastDay(startYear, months - 1),
  };
  throw new ProblemError([{ code: 'unknown-period', params }]);
}

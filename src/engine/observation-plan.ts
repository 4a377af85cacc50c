import type { MonthRange, Observation, OverTime } from './ensemble/observation.ts';

/** An observation in the months of one calendar. */
export interface CalendarReading {
  /** Which output of the month it is. */
  readonly output: number;
  /** Slot of the observation's first period; those of the others follow. */
  readonly slot: number;
  readonly overTime: OverTime;
}

/** Periods that do not overlap, and what is observed in them. */
export interface Calendar {
  /** With their positions among the periods of an observation. */
  readonly periods: readonly (MonthRange & { readonly position: number })[];
  readonly readings: readonly CalendarReading[];
}

/** Where the numbers of a draw go: one slot for each observation and period, observation by observation. */
export interface ObservationPlan {
  readonly slots: number;
  readonly calendars: readonly Calendar[];
  /** Slots whose sums are divided in the end, by how many months. */
  readonly means: readonly { readonly slot: number; readonly months: number }[];
}

export function planObservations(
  observations: readonly Pick<Observation, 'overTime' | 'periods'>[],
): ObservationPlan {
  const calendars = new Map<string, { periods: Calendar['periods']; readings: CalendarReading[] }>();
  const means: { slot: number; months: number }[] = [];
  let slots = 0;
  for (const [output, { overTime, periods }] of observations.entries()) {
    for (const apart of withoutOverlap(periods)) {
      const key = apart.map(({ first, last, position }) => `${first} ${last} ${position}`).join(', ');
      const calendar = calendars.get(key) ?? { periods: apart, readings: [] };
      calendar.readings.push({ output, slot: slots, overTime });
      calendars.set(key, calendar);
    }
    if (overTime === 'mean') {
      for (const [position, { first, last }] of periods.entries())
        means.push({ slot: slots + position, months: last - first + 1 });
    }
    slots += periods.length;
  }
  return { slots, calendars: [...calendars.values()], means };
}

/** `[calendar][month]`: the position of the period a month lies in, -1 outside of all. */
export function calendarPositions({ calendars }: ObservationPlan, months: number): Int32Array {
  const positions = new Int32Array(calendars.length * months).fill(-1);
  for (const [calendar, { periods }] of calendars.entries()) {
    for (const { first, last, position } of periods) {
      const end = Math.min(last, months - 1);
      for (let month = Math.max(first, 0); month <= end; month++)
        positions[calendar * months + month] = position;
    }
  }
  return positions;
}

function withoutOverlap(periods: readonly MonthRange[]): Calendar['periods'][] {
  const lists: (MonthRange & { position: number })[][] = [];
  for (const [position, { first, last }] of periods.entries()) {
    const fits = lists.find((list) => list.every((other) => other.last < first || last < other.first));
    if (fits) fits.push({ first, last, position });
    else lists.push([{ first, last, position }]);
  }
  return lists;
}

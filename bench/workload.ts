import type { Request } from '../src/answers/ensemble.ts';
import { monthOfDay, periodOfMonths, periodsOf } from '../src/answers/period.ts';
import type { Period } from '../src/answers/period.ts';
import type { Evidence, PreparedRun } from '../src/answers/prepare-run.ts';
import type { SeriesDimension } from '../src/answers/series-catalogue.ts';
import { seriesOf } from '../src/answers/series-catalogue.ts';
import { readScenario } from '../src/cli/dated-scenario.ts';
import type { DatedScenario } from '../src/cli/dated-scenario.ts';
import { parseEvidence } from '../src/cli/evidence.ts';
import { readFilesFrom } from '../src/cli/files.ts';
import { createSampler } from '../src/engine/index.ts';
import type { Sampler } from '../src/engine/index.ts';

/** The shipped figures and the scenario that `chokepoint forecast` starts from, as of its own day unless one is given. */
export function readWorkload(
  scenario = 'latest',
  day?: string,
): { evidence: Evidence; dated: DatedScenario } {
  const files = readFilesFrom();
  // Formed anew, whatever the build left: beliefs of any day then take the same way.
  const evidence = parseEvidence(files);
  return { evidence, dated: readScenario(scenario, files, evidence, day) };
}

/** Which periods a series is kept in: all months, all quarters, this year and the next, or the present month. */
type Kept = 'months' | 'quarters' | 'years' | 'now';

/** What the first screen keeps of every draw; a member left out means all members. */
const FORECAST: readonly (readonly [series: string, by: SeriesDimension, kept: Kept, member?: string])[] = [
  ['overdue-months', 'total', 'months', 'gpu'],
  ['binding-probability', 'input', 'quarters'],
  ['shipments', 'designer', 'years'],
  ['shipments', 'family', 'years'],
  ['revenue', 'designer', 'years'],
  ['h100e', 'total', 'years'],
  ['fleet-owned', 'total', 'years'],
  ['fleet-running', 'total', 'years'],
  ['power-owned', 'total', 'years'],
  ['overdue-months', 'buyer', 'now'],
  ['lead-time', 'buyer', 'now'],
];

/** The series that the forecast keeps, as requests to an ensemble. */
export function forecastRequests(run: PreparedRun): Request[] {
  const { startYear, months } = run.catalogue;
  const present = monthOfDay(startYear, run.view.date);
  const thisYear = Math.floor(present / 12);
  const periods: Readonly<Record<Kept, readonly Period[]>> = {
    months: periodsOf(startYear, months, 'month'),
    quarters: periodsOf(startYear, months, 'quarter'),
    years: [thisYear, thisYear + 1].map((year) => periodOfMonths(startYear, year * 12, year * 12 + 11)),
    now: [periodOfMonths(startYear, present, present)],
  };
  const all = seriesOf(run.catalogue);
  return FORECAST.flatMap(([name, by, kept, only]) => {
    const series = all.find((candidate) => candidate.name === name);
    const members = series?.dimensions.get(by)?.filter(({ member }) => only === undefined || member === only);
    if (series === undefined || members === undefined || members.length === 0) {
      throw new RangeError(`no ${only ?? 'member'} in ${name} by ${by}`);
    }
    return members.map((member) =>
      Object.assign({ overTime: series.overTime, periods: periods[kept] }, member),
    );
  });
}

/** Scalars of the model that requests read, each once. */
export function scalarsOf(requests: readonly Request[]): string[] {
  return [...new Set(requests.flatMap(({ scalars }) => scalars))];
}

/** The sampler of a run’s beliefs, as an ensemble makes it. */
export function samplerOf(run: PreparedRun, seed: number): Sampler {
  return createSampler({
    variables: run.model.graph.inputs.map(({ name }) => {
      const belief = run.beliefs.get(name);
      if (belief === undefined) throw new RangeError(`no belief for ${name}`);
      return { name, distribution: belief.distribution };
    }),
    correlations: run.correlations,
    method: 'sobol',
    seed,
  });
}

import { ThresholdCount } from '../engine/index.ts';
import type { Summary } from '../engine/index.ts';
import type { BilingualText } from '../model/lever.ts';
import { ProblemError } from '../problem/problem.ts';
import type { Register, Row } from '../register/index.ts';
import { centralValue } from '../register/index.ts';
import { openTable } from '../register/table.ts';
import type { EnsembleOptions, Request } from './ensemble.ts';
import { runEnsemble } from './ensemble.ts';
import { readPeriod } from './period.ts';
import type { PreparedRun } from './prepare-run.ts';
import type { SeriesDimension } from './series-catalogue.ts';
import { seriesOf } from './series-catalogue.ts';

/** A quantity of the past that a run can be held against; its value is in rows of the register, never here. */
export interface OutcomeDefinition {
  readonly id: string;
  readonly label: BilingualText;
  readonly unit: string;
  /** Empty where no series of the model speaks of it. */
  readonly series: string;
  readonly dimension: string;
  readonly members: readonly string[];
  readonly period: string;
  readonly combine: 'sum' | 'median';
  readonly rows: readonly string[];
  /** Parameters that derive from this outcome in later vintages, so that it may not be scored against them. */
  readonly derived: readonly string[];
}

export interface OutcomeAnswer {
  readonly definition: OutcomeDefinition;
  readonly reported: { readonly low: number; readonly value: number; readonly high: number };
  /** Rows that report it, in the order named. */
  readonly rows: readonly Row[];
  /** The run’s range; null where the quantity lies before the run or outside the model. */
  readonly run: Summary | null;
  /** Share of draws below the reported value. */
  readonly position: number | null;
  /** Whether a run as of this date could already know it. */
  readonly known: boolean;
}

const COLUMNS = [
  'id',
  'label_en',
  'label_ja',
  'unit',
  'series',
  'dimension',
  'members',
  'period',
  'combine',
  'rows',
  'derived',
];

/** Reads `data/outcomes.csv`. Throws `ProblemError` with every problem. */
export function readOutcomes(text: string, file: string): readonly OutcomeDefinition[] {
  const table = openTable(text, file, COLUMNS);
  const list = (value: string): string[] => value.split(' ').filter((part) => part !== '');
  const outcomes = table.records.map(
    (record): OutcomeDefinition => ({
      id: record.required('id'),
      label: { en: record.required('label_en'), ja: record.required('label_ja') },
      unit: record.required('unit'),
      series: record.text('series'),
      dimension: record.text('dimension'),
      members: list(record.text('members')),
      period: record.text('period'),
      combine: record.oneOf('combine', ['sum', 'median'], 'unknown-choice'),
      rows: list(record.required('rows')),
      derived: record
        .text('derived')
        .split(';')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    }),
  );
  if (table.problems.length > 0) throw new ProblemError(table.problems);
  return outcomes;
}

/** The run’s ranges beside what was reported, for every outcome. Reads the register whole: outcomes are later than the run. */
export async function answerOutcomes(
  run: PreparedRun,
  register: Register,
  definitions: readonly OutcomeDefinition[],
  options: EnsembleOptions,
): Promise<OutcomeAnswer[]> {
  const byId = new Map(register.facts.map((row) => [row.id, row]));
  const cases = definitions.map((definition) => {
    const rows = definition.rows.map((id) => {
      const row = byId.get(id);
      if (row === undefined)
        throw new ProblemError([{ code: 'unknown-row', params: { name: definition.id, found: id } }]);
      return row;
    });
    const reported = combine(rows, definition.combine);
    const count = new ThresholdCount(reported.value);
    return { definition, rows, reported, count, request: requestOf(run, definition) };
  });
  /** In the order of the ensemble’s slots, since every request has one period. */
  const asked = cases.filter(({ request }) => request !== undefined);
  const { summaries } = await runEnsemble(
    run,
    asked.flatMap(({ request }) => request ?? []),
    options,
    {
      gather: (block) => {
        for (const [slot, { count }] of asked.entries()) count.add(block.values(slot));
      },
    },
  );
  return cases.map((one): OutcomeAnswer => {
    const { definition, rows, reported, count } = one;
    const summary = summaries[asked.indexOf(one)]?.[0];
    return {
      definition,
      reported,
      rows,
      run: summary ?? null,
      position: summary ? count.shareBelow : null,
      known: rows.every((row) => row.published <= run.view.date),
    };
  });
}

function requestOf(run: PreparedRun, definition: OutcomeDefinition): Request | undefined {
  const series = seriesOf(run.catalogue).find(({ name }) => name === definition.series);
  const period = readPeriod(definition.period, run.catalogue.startYear, run.catalogue.months);
  if (series === undefined || period === undefined) return undefined;
  const members = [...series.dimensions].find(
    ([dimension]) => dimension === (definition.dimension as SeriesDimension),
  )?.[1];
  const chosen = (members ?? []).filter(({ member }) => definition.members.includes(member));
  if (chosen.length === 0) return undefined;
  return {
    scalars: chosen.flatMap(({ scalars }) => scalars),
    factor: chosen[0]?.factor ?? 1,
    overTime: series.overTime,
    periods: [period],
  };
}

function combine(rows: readonly Row[], how: 'sum' | 'median'): OutcomeAnswer['reported'] {
  const centres = rows.map((row) => centralValue(row) ?? 0);
  const lows = rows.map((row, index) => row.low ?? centres[index] ?? 0);
  const highs = rows.map((row, index) => row.high ?? centres[index] ?? 0);
  if (how === 'median') {
    const sorted = centres.toSorted((a, b) => a - b);
    return {
      low: Math.min(...lows),
      value: sorted[Math.floor((sorted.length - 1) / 2)] ?? 0,
      high: Math.max(...highs),
    };
  }
  const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
  return { low: total(lows), value: total(centres), high: total(highs) };
}

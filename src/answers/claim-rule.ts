import { parseUnit } from '../engine/index.ts';
import { nearestName } from '../problem/nearest-name.ts';
import type { Problem } from '../problem/problem.ts';
import { ProblemError } from '../problem/problem.ts';
import type { BilingualText } from '../model/lever.ts';
import type { Register } from '../register/index.ts';
import type { TableRecord } from '../register/table.ts';
import { openTable } from '../register/table.ts';
import type { Formula } from './claim-formula.ts';
import { parseFormula } from './claim-formula.ts';
import { faultOf } from './claim-term-check.ts';
import { isRegisterCall } from './claim-terms.ts';

/** Where a rule looks: rows of the register, futures of the model, or nowhere, and then its label says why. */
export const RULE_SOURCES = ['register', 'model', 'opinion', 'no-row'] as const;
export type RuleSource = (typeof RULE_SOURCES)[number];

/** How what is found is held against what was said. Without one, a number is computed and only shown. */
export const COMPARISONS = ['=', '>=', '<=', '>', '<', 'within'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** Figure that a statement is held against: one formula, or two ends of a range. */
export type Target = readonly [Formula] | readonly [Formula, Formula];

/** One row of `claim-rules.csv`: how one figure of a statement is tested. */
export interface ClaimRule {
  readonly claim: string;
  readonly source: RuleSource;
  /** What is measured; for an opinion or a missing row, why nothing is. */
  readonly label: BilingualText;
  /** Absent only where the source is `opinion` or `no-row`. */
  readonly formula?: Formula;
  /** Unit of what the formula gives: of the engine’s language, `date` (days are compared) or `flag` (1 yes, 0 no). */
  readonly unit: string;
  readonly comparison?: Comparison;
  readonly against?: Target;
  /** How far off still holds, and still partly holds: a fraction of the target; days where the unit is `date`. */
  readonly tolerance: number;
  readonly near: number;
  /** Levers, `path=value`, that the model is run with beside its scenario. */
  readonly set: readonly string[];
}

const COLUMNS = [
  'claim',
  'source',
  'label_en',
  'label_ja',
  'formula',
  'unit',
  'comparison',
  'against',
  'tolerance',
  'near',
  'set',
];

/** Ranges are written `FORMULA .. FORMULA`. */
const RANGE = ' .. ';
const OWN_FIGURE = 'claim()';
const OWN_RANGE = `claim(;low)${RANGE}claim(;high)`;

/**
 * Reads `data/claim-rules.csv` and checks every name in it against the register. Throws `ProblemError` with every
 * problem: besides those of tables `formula-syntax`, `unknown-claim`, `unknown-row`, `unknown-run`, `unknown-product`,
 * `unknown-choice`, `wrong-source`, `unknown-unit`, `range-out-of-order` and `claim-without-rule`.
 */
export function readClaimRules(text: string, file: string, register: Register): readonly ClaimRule[] {
  const table = openTable(text, file, COLUMNS);
  const rules = table.records.map((record) => readRule(record, register));
  const ruled = new Set(rules.map((rule) => rule.claim));
  if (table.records.length > 0) {
    for (const { id } of register.claims) {
      if (!ruled.has(id))
        table.problems.push({ code: 'claim-without-rule', place: { file }, params: { name: id } });
    }
  }
  if (table.problems.length > 0) throw new ProblemError(table.problems);
  return rules;
}

function readRule(record: TableRecord, register: Register): ClaimRule {
  const claim = record.required('claim');
  const ids = register.claims.map(({ id }) => id);
  if (claim !== '' && !ids.includes(claim)) {
    const nearest = nearestName(claim, ids);
    record.problem('unknown-claim', 'claim', {
      found: claim,
      ...(nearest === undefined ? {} : { nearest }),
    });
  }
  const source = record.oneOf('source', RULE_SOURCES, 'unknown-choice');
  const label = { en: record.required('label_en'), ja: record.required('label_ja') };
  const set = record.text('set').split(' ').filter(Boolean);
  const bare = { claim, source, label, set, unit: '', tolerance: 0, near: 0 };
  if (source === 'opinion' || source === 'no-row') return bare;
  const formula = readFormula(record, 'formula', record.required('formula'), source, register);
  const comparison =
    record.text('comparison') === '' ? undefined : record.oneOf('comparison', COMPARISONS, 'unknown-choice');
  const tolerance = record.number('tolerance') ?? 0;
  const near = record.number('near') ?? tolerance;
  if (tolerance < 0 || near < tolerance)
    record.problem('range-out-of-order', 'near', { name: 'near', expected: tolerance, found: near });
  const against = comparison && readTarget(record, comparison, source, register);
  return {
    ...bare,
    unit: readUnit(record),
    tolerance,
    near,
    ...(formula ? { formula } : {}),
    ...(comparison ? { comparison } : {}),
    ...(against ? { against } : {}),
  };
}

function readTarget(
  record: TableRecord,
  comparison: Comparison,
  source: RuleSource,
  register: Register,
): Target | undefined {
  const stated = record.text('against');
  const text = stated === '' ? (comparison === 'within' ? OWN_RANGE : OWN_FIGURE) : stated;
  const parts = text.split(RANGE);
  const wanted = comparison === 'within' ? 2 : 1;
  if (parts.length !== wanted) {
    const expected = wanted === 2 ? `LOW${RANGE}HIGH` : 'one formula';
    record.problem('formula-syntax', 'against', { expected, found: text });
    return undefined;
  }
  const formulas = parts.map((part) =>
    readFormula(record, 'against', part, source, register, stated.indexOf(part)),
  );
  const [low, high] = formulas;
  if (low === undefined) return undefined;
  return high === undefined ? [low] : [low, high];
}

function readFormula(
  record: TableRecord,
  column: string,
  text: string,
  source: RuleSource,
  register: Register,
  offset = 0,
): Formula | undefined {
  if (text === '') return undefined;
  const report = (code: string, params: Problem['params'], at: number): void =>
    record.problemWithin(code, column, Math.max(0, offset) + at, params);
  const parsed = parseFormula(text);
  if ('fault' in parsed) {
    const { at, expected, found } = parsed.fault;
    report('formula-syntax', { expected, ...(found === '' ? {} : { found }) }, at);
    return undefined;
  }
  for (const call of parsed.formula.calls) {
    if (call.name === 'series') {
      if (source !== 'model') report('wrong-source', { found: call.name, expected: 'model' }, call.at);
      else if (call.args.length !== 4)
        report(
          'formula-syntax',
          { expected: 'series(NAME; BY; MEMBER; PERIOD)', found: text.slice(call.at) },
          call.at,
        );
      continue;
    }
    const fault = faultOf(call, register);
    if (fault) report(fault.code, fault.params, call.at);
  }
  if (source === 'model' && column === 'formula' && parsed.formula.calls.every(isRegisterCall))
    report('wrong-source', { found: source, expected: 'register' }, 0);
  return parsed.formula;
}

function readUnit(record: TableRecord): string {
  const unit = record.required('unit');
  if (unit === '' || unit === 'date' || unit === 'flag') return unit;
  try {
    parseUnit(unit);
  } catch {
    record.problem('unknown-unit', 'unit', { found: unit });
  }
  return unit;
}

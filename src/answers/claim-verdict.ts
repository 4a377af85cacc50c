import type { BilingualText } from '../model/lever.ts';
import type { Claim, Register, View } from '../register/index.ts';
import type { Formula } from './claim-formula.ts';
import type { ClaimRule, Comparison } from './claim-rule.ts';
import type { Term } from './claim-terms.ts';
import { resolveTerm } from './claim-terms.ts';

/** What came of a statement. */
export const VERDICTS = ['true', 'partly', 'missed', 'open', 'not-measurable'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What one test says: it holds, nearly, fails, or is not known at the date. */
export type Outcome = 'holds' | 'near' | 'fails' | 'open';

/** A formula worked out: the number and where its terms come from. */
export interface WorkedFormula {
  readonly expression: string;
  readonly terms: readonly Term[];
  readonly value: number;
}

/** One rule of the register applied. */
export interface ClaimTest {
  readonly label: BilingualText;
  readonly unit: string;
  /** `undefined` where a row that it needs is not published yet. */
  readonly found?: WorkedFormula;
  readonly comparison?: Comparison;
  /** One figure, or two ends. */
  readonly target?: readonly WorkedFormula[];
  readonly tolerance: number;
  readonly near: number;
  /** Absent where the number is only shown. */
  readonly outcome?: Outcome;
}

/** Applies one rule of the register to what the view knows. */
export function applyRule(rule: ClaimRule, claim: Claim, register: Register, view: View): ClaimTest {
  const { label, unit, comparison, tolerance, near } = rule;
  const work = (formula: Formula | undefined): WorkedFormula | undefined =>
    formula && workOut(formula, claim, register, view);
  const found = work(rule.formula);
  const targets = rule.against?.map(work);
  const target = targets?.every((item) => item !== undefined) ? targets : undefined;
  const outcome =
    comparison === undefined
      ? undefined
      : found === undefined || target === undefined
        ? 'open'
        : compare(
            found.value,
            comparison,
            target.map(({ value }) => value),
            rule,
          );
  return {
    label,
    unit,
    tolerance,
    near,
    ...(found ? { found } : {}),
    ...(comparison ? { comparison } : {}),
    ...(target ? { target } : {}),
    ...(outcome ? { outcome } : {}),
  };
}

function workOut(formula: Formula, claim: Claim, register: Register, view: View): WorkedFormula | undefined {
  const terms: Term[] = [];
  for (const call of formula.calls) {
    const term = resolveTerm(call, claim, register, view);
    if (term === undefined) return undefined;
    terms.push(term);
  }
  const value = formula.evaluate(terms.map((term) => term.value));
  return Number.isFinite(value) ? { expression: formula.expression, terms, value } : undefined;
}

/** Whether a number stands to its target as a rule wants, within its tolerance. */
export function compare(
  value: number,
  comparison: Comparison,
  target: readonly number[],
  { tolerance, near, unit }: Pick<ClaimRule, 'tolerance' | 'near' | 'unit'>,
): Outcome {
  const off = shortfall(value, comparison, target);
  const first = target[0] ?? Number.NaN;
  // Days are off by days, all else by a share of what was said.
  const scale = unit === 'date' || first === 0 ? 1 : Math.abs(first);
  // Sums of decimals may be off in the last digit.
  const within = (limit: number): boolean => off <= limit * scale * (1 + 1e-9);
  if (off === 0 && (comparison === '>' || comparison === '<') && value === first) return 'fails';
  return within(tolerance) ? 'holds' : within(near) ? 'near' : 'fails';
}

/** By how much a number misses; zero where it does not. */
function shortfall(value: number, comparison: Comparison, target: readonly number[]): number {
  const [first = Number.NaN, second = first] = target;
  switch (comparison) {
    case '=':
      return Math.abs(value - first);
    case '>':
    case '>=':
      return Math.max(0, first - value);
    case '<':
    case '<=':
      return Math.max(0, value - first);
    default:
      return Math.max(0, first - value, value - second);
  }
}

/**
 * The verdict of the tests of a statement: true where all hold, missed where all fail, open where one is not known,
 * else partly. Without a test it is open where the model has an answer, else it cannot be measured.
 */
export function verdictOf(tests: readonly ClaimTest[], asksModel: boolean): Verdict {
  const outcomes = tests.flatMap(({ outcome }) => outcome ?? []);
  if (outcomes.length === 0) return asksModel ? 'open' : 'not-measurable';
  if (outcomes.includes('open')) return 'open';
  if (outcomes.every((outcome) => outcome === 'holds')) return 'true';
  return outcomes.every((outcome) => outcome === 'fails') ? 'missed' : 'partly';
}

import type { History, OwnRows, Register, View } from './register.ts';
import type { Row } from './row.ts';
import { ProblemError } from '../problem/problem.ts';
import { readDate } from './dates.ts';

/**
 * What was known at a date: rows published by then, products announced by then, models and statements said by then.
 * With `history: 'pseudo-real-time'`, rows that tell what happened (`actual`, `estimate`) in a period that had ended by
 * the date are admitted although published later, and carry `hindsight: true`; only files of facts about the world are
 * concerned, never specifications. A partial date counts as its last day. Throws `not-a-date`.
 */
export function asOf(register: Register, date: string, options: { readonly history?: History } = {}): View {
  const day = readDate(date)?.last;
  if (day === undefined) {
    throw new ProblemError([
      { code: 'not-a-date', params: { name: 'as of', found: date, expected: 'YYYY-MM-DD' } },
    ]);
  }
  const history = options.history ?? 'strict';
  const products = register.products.filter((product) => product.knownSince <= day);
  const known = new Set(products.map((product) => product.id));
  const facts = register.facts.flatMap((row) => admitted(row, day, history));
  const own = ownRows(register.facts, facts);
  return {
    date: day,
    history,
    ...(own && { own }),
    facts,
    products,
    models: register.models.filter((model) => model.published <= day),
    claims: register.claims.filter((claim) => claim.published <= day),
    families: register.families.filter((family) => family.level !== 'product' || known.has(family.product)),
  };
}

function ownRows(all: readonly Row[], seen: readonly Row[]): OwnRows | undefined {
  const [given = 0, rows = 0] = [all, seen].map((facts) => facts.filter((row) => row.own).length);
  return given === 0 ? undefined : { rows, later: given - rows };
}

function admitted(row: Row, day: string, history: History): readonly Row[] {
  if (row.published <= day) return [row];
  const isHistory = (row.kind === 'actual' || row.kind === 'estimate') && row.periodEnd <= day;
  return history === 'pseudo-real-time' && isHistory ? [{ ...row, hindsight: true }] : [];
}

/** The day after which nothing in the register was published. */
export function lastDay(register: Register): string {
  return register.facts.reduce((last, row) => (row.published > last ? row.published : last), '0000-01-01');
}

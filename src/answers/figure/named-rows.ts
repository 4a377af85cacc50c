import { ProblemError } from '../../problem/problem.ts';
import type { Row } from '../../register/index.ts';
import type { Address } from './address.ts';
import { splitMembers } from './address.ts';
import { requireParts } from './resolve-figure.ts';

/**
 * The rows that an address `fact/<id>[,<id>…]` calls, in its order, among those known. Throws `address-parts`, and
 * `unknown-row` for each id that none of them has.
 */
export function rowsNamed(facts: readonly Row[], { name, parts }: Address): Row[] {
  requireParts(name, parts, ['<id>']);
  const ids = splitMembers(parts[0] ?? '');
  const byId = new Map(facts.map((row) => [row.id, row]));
  const unknown = ids.filter((id) => !byId.has(id));
  if (unknown.length > 0)
    throw new ProblemError(unknown.map((found) => ({ code: 'unknown-row', params: { found } })));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

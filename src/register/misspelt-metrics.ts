import { nearestName } from '../problem/nearest-name.ts';
import type { Problem } from '../problem/problem.ts';
import { openTable } from './table.ts';

/** Further away a name is one of its own: a register of other things may well have metrics that this one lacks. */
const SLIPS = 2;

/**
 * `unknown-metric` for each row of a file whose metric is a slip away from a known one: it would be read and enter no
 * belief. Only that column is looked at, so whatever else is wrong with the file, this is told along with it.
 */
export function misspeltMetrics(text: string, file: string, known: ReadonlySet<string>): Problem[] {
  return openTable(text, file, ['metric']).records.flatMap((record) => {
    const found = record.text('metric');
    const nearest = known.has(found.toLowerCase()) ? undefined : nearestName(found, known, SLIPS);
    if (nearest === undefined) return [];
    return [{ code: 'unknown-metric', place: record.place('metric'), params: { found, nearest } }];
  });
}

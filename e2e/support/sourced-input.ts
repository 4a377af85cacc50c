import { expect } from 'vitest';
import { publishedOf } from '../../src/answers/explain-inputs.ts';
import type { InputReason } from '../../src/answers/explain-inputs.ts';

/** Fails unless an input rests on dated rows with a source, on assumptions marked so, or is a lever at rest. */
export function expectSourced(input: InputReason, date: string): void {
  const { name, basis, sources, assumptions, reason, rule } = input;
  for (const text of [reason, rule]) expect([name, text.en !== '' && text.ja !== '']).toEqual([name, true]);
  for (const source of sources) {
    expect(publishedOf(source) <= date).toBe(true);
    const says =
      source.kind === 'row'
        ? [source.row.publisher, source.row.url + source.row.quote + source.row.title]
        : [source.product.name, source.product.sourceUrls[0] ?? ''];
    expect([source.key, says.every((text) => text !== '')]).toEqual([source.key, true]);
  }
  for (const assumption of assumptions) expect(assumption.knownSince <= date).toBe(true);
  if (basis === 'rows') expect([name, sources.length > 0]).toEqual([name, true]);
  if (basis === 'assumed') expect([name, assumptions.length + sources.length > 0]).toEqual([name, true]);
  if (basis === 'rest') expect(input.distribution.kind).toBe('point');
  expect([name, ['rows', 'assumed', 'rest'].includes(basis)]).toEqual([name, true]);
}

import { Vector } from '../code-writer.ts';
import type { LaneWriter, Lanes } from '../lane-writer.ts';
import { loaded, sumOf } from './sampling-function.ts';

/** 2^52: joined with the bits of a whole number below it, its own are those of the sum. */
export const WHOLE = 4503599627370496;

/** Writes 2^52 + n of the first or the last two of four words n, as doubles. */
type Whole = (words: Lanes) => Lanes;

/**
 * Writes the uniform numbers of four draws, `offset` bytes into the row whose address stands in the record. They are
 * made of words for two draws at a time.
 */
export function storeUniforms(
  w: LaneWriter,
  { record, row, offset }: { readonly record: number; readonly row: number; readonly offset: number },
  write: (whole: Whole) => Lanes,
): void {
  const place = sumOf(w.code, loaded(w.code, record, row, 'row'), offset, 'place');
  for (const [half, extend] of [Vector.I64_EXTEND_LOW_UNSIGNED, Vector.I64_EXTEND_HIGH_UNSIGNED].entries())
    w.store(
      place,
      write((words) => w.apply(Vector.OR, w.apply(extend, words), w.constant(WHOLE))),
      16 * half,
    );
}

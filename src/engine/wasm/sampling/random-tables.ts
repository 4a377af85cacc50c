import { hashName, highWord, lowWord } from '../../philox.ts';
import type { SamplingPlan } from '../../sampling-plan.ts';
import { owenFactor, reverseBits } from '../../sobol-owen.ts';
import { SOBOL_BITS, sobolSequence } from '../../sobol.ts';
import { STEP, STEP_BYTES, WORD_BYTES } from './sampling-function.ts';
import { PhiloxRecord } from './philox-lanes.ts';
import { SobolRecord } from './sobol-lanes.ts';
import type { Region, TableMemory } from './table-memory.ts';

/** A function of the module. */
export type ModuleFunction = (...parameters: readonly number[]) => void;

/** A variable's random number and the row it goes to. */
export interface RandomRow {
  readonly variable: number;
  readonly row: number;
}

/** Tables of the independent uniform numbers of rows, Sobol's and Philox's. */
export class RandomTables {
  readonly #sobol: Region;
  readonly #philox: Region;
  /** A word for each Sobol record: the coordinate of the first draw of a step. */
  readonly #points: Region;
  /** As many words for each bit of the Gray code: what it contributes to the coordinates. */
  readonly #columns: number;

  constructor(memory: TableMemory, { names, seed, onSobol }: SamplingPlan, rows: readonly RandomRow[]) {
    const dimensions = new Map(onSobol.map((variable, dimension) => [variable, dimension]));
    const sobol = rows.filter(({ variable }) => dimensions.has(variable));
    const philox = rows.filter(({ variable }) => !dimensions.has(variable));
    const hash = ({ variable }: RandomRow): ReturnType<typeof hashName> => hashName(names[variable]!, seed);

    const philoxRecords = new Int32Array((philox.length * PhiloxRecord.BYTES) / WORD_BYTES);
    for (const [position, row] of philox.entries()) {
      const [key0, key1] = hash(row);
      philoxRecords.set([key0, key1, row.row], (position * PhiloxRecord.BYTES) / WORD_BYTES);
    }
    this.#philox = memory.region(philoxRecords);

    const width = Math.ceil(sobol.length / STEP) * STEP;
    const sequence = sobolSequence(onSobol.length);
    const columns = new Int32Array(SOBOL_BITS * width);
    const sobolRecords = new Int32Array((sobol.length * SobolRecord.BYTES) / WORD_BYTES);
    for (const [position, row] of sobol.entries()) {
      const dimension = dimensions.get(row.variable)!;
      for (let bit = 0; bit < SOBOL_BITS; bit++)
        columns[bit * width + position] = reverseBits(sequence.column(dimension, bit));
      const [c0, c1] = [columns[position]!, columns[width + position]!];
      const [scramble] = hash(row);
      // Gray codes 0 to 3 are 0, 1, 3, 2.
      sobolRecords.set(
        [0, c0, c0 ^ c1, c1, scramble, owenFactor(scramble), row.row],
        (position * SobolRecord.BYTES) / WORD_BYTES,
      );
    }
    this.#sobol = memory.region(sobolRecords);
    this.#points = memory.region(new Int32Array(width));
    this.#columns = memory.region(columns).first;
  }

  /** Draws the uniform numbers of so many draws from `first` on, both multiples of four. */
  draw(functions: Readonly<Record<string, ModuleFunction>>, first: number, draws: number): void {
    const { xor, sobol, philox } = functions as Record<'xor' | 'sobol' | 'philox', ModuleFunction>;
    const { first: points, end } = this.#points;
    const columnBytes = end - points;
    /** Adds what these bits of the Gray code contribute. */
    const add = (bits: number): void => {
      for (let bit = 0; bit < SOBOL_BITS; bit++)
        if (((bits >>> bit) & 1) === 1) xor(this.#columns + bit * columnBytes, points, end);
    };
    const onSobol = points < end;
    if (onSobol) {
      xor(points, points, end);
      add(grayCode(first));
    }
    for (let step = 0; step < draws / STEP; step++) {
      const draw = first + step * STEP;
      const offset = step * STEP_BYTES;
      if (onSobol) {
        if (step > 0) add(grayCode(draw) ^ grayCode(draw - STEP));
        sobol(this.#sobol.first, this.#sobol.end, points, offset);
      }
      if (this.#philox.first < this.#philox.end)
        philox(this.#philox.first, this.#philox.end, lowWord(draw), highWord(draw), offset);
    }
  }
}

function grayCode(draw: number): number {
  const index = lowWord(draw);
  return index ^ (index >>> 1);
}

import { hashName, highWord, lowWord } from '../../philox.ts';
import type { SamplingPlan } from '../../sampling-plan.ts';
import { owenFactor, reverseBits } from '../../sobol-owen.ts';
import { SOBOL_BITS, sobolSequence } from '../../sobol.ts';
import { STEP, STEP_BYTES } from './sampling-function.ts';
import type { RandomRow } from './sampling-tables.ts';
import type { Region, TableMemory } from './table-memory.ts';

/** A function of the module. */
export type ModuleFunction = (...parameters: readonly number[]) => void;

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

    // A `PhiloxRecord` each.
    this.#philox = memory.region(philox.flatMap((row) => [hash(row)[0], hash(row)[1], row.row]));
    const sequence = sobolSequence();
    const columns = sobol.map(({ variable }) =>
      Array.from({ length: SOBOL_BITS }, (_, bit) =>
        reverseBits(sequence.column(dimensions.get(variable)!, bit)),
      ),
    );
    this.#sobol = memory.region(
      sobol.flatMap((row, position) => {
        const [c0, c1] = columns[position]!;
        const scramble = hash(row)[0];
        // A `SobolRecord`; Gray codes 0 to 3 are 0, 1, 3, 2.
        return [0, c0!, c0! ^ c1!, c1!, scramble, owenFactor(scramble), row.row, 0];
      }),
    );
    const width = Math.ceil(sobol.length / 4) * 4;
    this.#points = memory.region(Array.from({ length: width }, () => 0));
    this.#columns = memory.region(
      Array.from({ length: SOBOL_BITS }, (_, bit) =>
        Array.from({ length: width }, (__, position) => columns[position]?.[bit] ?? 0),
      ).flat(),
    ).first;
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

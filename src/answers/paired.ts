import { Fan } from '../engine/index.ts';
import type { Block, Summary, Variant } from '../engine/index.ts';
import { inputVariant, runEnsemble, drawingOf, slotsOf } from './ensemble.ts';
import type { EnsembleOptions, Request } from './ensemble.ts';
import type { InputChange } from './figure/address.ts';
import type { Reader } from './figures.ts';
import type { PreparedRun } from './prepare-run.ts';

/** An input by name, held at a value whatever was drawn for it. */
export interface Holding {
  readonly input: string;
  readonly value: number;
}

/** An input by name, moved from what was drawn for it: `factor` times it (1 where not given), plus `plus` (0). */
export interface Nudge {
  readonly input: string;
  readonly factor?: number;
  readonly plus?: number;
}

/** What differs between the two runs of a pair; with nothing given, nothing. */
export interface Change {
  /** Another scenario of the same date, whose inputs take the place of the run’s. */
  readonly scenario?: PreparedRun;
  readonly held?: readonly Holding[];
  readonly nudged?: readonly Nudge[];
}

/** A quantity as it is, as it would be, and the difference in each future. */
export interface PairedSummary {
  readonly base: Summary;
  readonly changed: Summary;
  /** Changed minus base, draw by draw: its quantiles are not differences of quantiles. */
  readonly difference: Summary;
  /** Share of futures in which the change raises the quantity, and in which it lowers it. */
  readonly raised: number;
  readonly lowered: number;
}

/**
 * The effect of changes on quantities: every draw runs as it is and under each change, so what a change does is not
 * drowned by what draws do. `[change][request][period]`. Costs one run more for each change.
 */
export async function pairedEffects(
  run: PreparedRun,
  requests: readonly Request[],
  changes: readonly Change[],
  options: EnsembleOptions,
): Promise<readonly (readonly (readonly PairedSummary[])[])[]> {
  const slots = slotsOf(requests);
  const readers = requests.map(({ periods }, request) =>
    periods.map(
      (_, period): Reader =>
        (block, variant) =>
          block.values((slots[request] ?? 0) + period, variant),
    ),
  );
  const flat = await pairedFigures(run, { requests, readers: readers.flat() }, changes, options);
  return flat.map((ofChange) => {
    const rest = [...ofChange];
    return readers.map((ofRequest) => rest.splice(0, ofRequest.length));
  });
}

/** What is read of every draw, and what an ensemble has to keep for it. */
export interface Readings {
  readonly requests: readonly Request[];
  readonly readers: readonly Reader[];
  /** Gets every block besides; the run as it is is variant 0, changes follow from 1. */
  readonly gather?: (block: Block) => void;
}

/** As `pairedEffects`, of anything that can be read of a draw. `[change][reader]`; one change at least. */
export async function pairedFigures(
  run: PreparedRun,
  { requests, readers, gather }: Readings,
  changes: readonly Change[],
  options: EnsembleOptions,
): Promise<readonly (readonly PairedSummary[])[]> {
  const bases = readers.map(() => new Fan(options.draws));
  const pairs = changes.map((_, change) =>
    readers.map((read) => new PairedFan(read, change + 1, options.draws)),
  );
  await runEnsemble(run, requests, options, {
    variants: [{}, ...changes.map((change) => variantOf(run, change, options))],
    gather: (block) => {
      const read = readers.map((reader) => reader(block, 0));
      for (const [index, values] of read.entries()) bases[index]?.add(values);
      for (const ofChange of pairs)
        for (const [index, pair] of ofChange.entries()) pair.add(block, read[index] ?? new Float64Array(0));
      gather?.(block);
    },
  });
  const base = bases.map((fan) => fan.summary());
  return pairs.map((ofChange) => ofChange.map((pair, index) => pair.summary(base[index]!)));
}

/**
 * Positions in the graph take the place of names. Throws `ProblemError` (`unknown-name`) for an input there is not, and
 * `RangeError` for a scenario of another model.
 */
function variantOf(run: PreparedRun, change: Change, options: EnsembleOptions): Variant {
  const { scenario } = change;
  const namesOf = (of: PreparedRun): string => of.model.graph.inputs.map(({ name }) => name).join('\n');
  if (scenario !== undefined && namesOf(scenario) !== namesOf(run))
    throw new RangeError('a scenario of another model cannot be paired');
  const variant = inputVariant(run, inputChange(change));
  if (scenario === undefined) return variant;
  const { sampling, held } = drawingOf(scenario, options);
  return { ...variant, sampling, held: [...held, ...(variant.held ?? [])] };
}

/** What a change does to inputs. */
export function inputChange({ held = [], nudged = [] }: Change): InputChange {
  return { held, moved: nudged.map(({ input, factor = 1, plus = 0 }) => ({ input, factor, plus })) };
}

/** One reading under one change beside the run as it is. */
class PairedFan {
  readonly #read: Reader;
  readonly #variant: number;
  readonly #changed: Fan;
  readonly #difference: Fan;
  #draws = 0;
  #raised = 0;
  #lowered = 0;

  constructor(read: Reader, variant: number, draws: number) {
    this.#read = read;
    this.#variant = variant;
    this.#changed = new Fan(draws);
    this.#difference = new Fan(draws);
  }

  add(block: Block, base: Float64Array): void {
    const changed = this.#read(block, this.#variant);
    const difference = changed.map((value, draw) => value - base[draw]!);
    this.#changed.add(changed);
    this.#difference.add(difference);
    this.#draws += difference.length;
    for (const value of difference) {
      if (value > 0) this.#raised++;
      else if (value < 0) this.#lowered++;
    }
  }

  summary(base: Summary): PairedSummary {
    return {
      base,
      changed: this.#changed.summary(),
      difference: this.#difference.summary(),
      raised: this.#raised / this.#draws,
      lowered: this.#lowered / this.#draws,
    };
  }
}

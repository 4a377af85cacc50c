import { quantileOf, ThresholdCount } from '../engine/index.ts';
import type { Block, Variant } from '../engine/index.ts';
import type { BilingualText } from '../model/lever.ts';
import { inputVariant } from './ensemble.ts';
import type { InputChange } from './figure/address.ts';
import { seriesFigure } from './figure/figure.ts';
import { figureAddress } from './figure/figure-address.ts';
import { periodOfMonths } from './period.ts';
import type { PreparedRun } from './prepare-run.ts';

/** Probabilities of shortage in futures in which something uncertain is held at one end. */
export interface HingeEnd {
  /** What it is held at; of several inputs NVIDIA’s, that of guided budgets, or that at the first year’s end. */
  readonly value: number;
  readonly shortNow: number;
  readonly shortInAYear: number;
  /** What `chokepoint explain` takes, of the probability now and a year on. */
  readonly addresses: { readonly shortNow: string; readonly shortInAYear: string };
}

/** How the headline moves with one uncertain thing, everything else as drawn in the same futures. */
export interface Hinge {
  readonly name: HingeName;
  readonly label: BilingualText;
  /** Unit of the values: `factor` of what was drawn, `ln` for the natural logarithm of a ratio. */
  readonly unit: string;
  readonly low: HingeEnd;
  readonly high: HingeEnd;
  /** Whether the range rests on an assumption. */
  readonly assumed: boolean;
}

/** The same futures with nothing held, and how many of them there are. */
export interface HingeBase {
  readonly draws: number;
  readonly shortNow: number;
  readonly shortInAYear: number;
}

export type HingeName = 'demand' | 'gap' | 'overdue' | 'budgets' | 'response' | 'capacity';

/** How far demand is moved: deliveries do not identify its level, which is uncertain by a quarter and more. */
const DEMAND = [0.75, 1.25] as const;
/** Ends of beliefs. */
const ENDS = [0.1, 0.9] as const;
/** Futures behind each: probabilities are good to some five points, differences on the same futures to less. */
const MOST_DRAWS = 64;

const labels: Readonly<Record<HingeName, BilingualText>> = {
  demand: { en: 'demand', ja: '需要' },
  gap: { en: 'unmet share at the start', ja: '開始時の未充足率' },
  overdue: { en: 'months overdue at the start', ja: '開始時の遅延月数' },
  budgets: {
    en: 'budgets against guidance, and growth of the unguided',
    ja: '指針に対する予算（指針のない買い手は成長率）',
  },
  response: { en: 'growth suppliers build for', ja: '供給側が増設に織り込む成長' },
  capacity: { en: 'CoWoS capacity, year ends', ja: 'CoWoS能力（年末）' },
};

/** Inputs that are held together, by the start of their names. */
const families: readonly (readonly [Exclude<HingeName, 'demand'>, readonly string[]])[] = [
  ['gap', ['initial gap']],
  ['overdue', ['initial overdue[']],
  // The common error of those who guide, and the growth of those who do not, which goes with it.
  ['budgets', ['guide error, common', 'first-year growth[']],
  ['response', ['trend trust']],
  ['capacity', ['cowos path[']],
];

interface Held {
  readonly name: HingeName;
  readonly unit: string;
  readonly assumed: boolean;
  readonly ends: readonly { readonly value: number; readonly change: InputChange }[];
}

/** The first draws of an ensemble, run again with each uncertain thing at its P10 and P90, and demand a quarter off. */
export class Hinges {
  /** Changes to run, in pairs of low and high. */
  readonly variants: readonly Variant[];
  readonly #held: readonly Held[];
  readonly #first: number;
  readonly #run: PreparedRun;
  readonly #months: readonly [number, number];
  readonly #slots: readonly number[];
  readonly #draws: number;
  readonly #base: readonly ThresholdCount[];
  readonly #counts: readonly (readonly ThresholdCount[])[];

  /**
   * `slots` are those of overdue months now and a year on, in `months`; `threshold` the months above which GPUs are short; `first` is
   * the number of the first of `variants` in the ensemble.
   */
  constructor(
    run: PreparedRun,
    {
      slots,
      months,
      threshold,
      first,
      draws,
    }: {
      readonly slots: readonly [number, number];
      readonly months: readonly [number, number];
      readonly threshold: number;
      readonly first: number;
      readonly draws: number;
    },
  ) {
    this.#held = [demandOf(), ...families.flatMap(([name, starts]) => beliefOf(run, name, starts))];
    this.variants = this.#held.flatMap(({ ends }) =>
      ends.map(({ change }) => ({ ...inputVariant(run, change), draws: MOST_DRAWS })),
    );
    this.#first = first;
    this.#run = run;
    this.#months = months;
    this.#slots = slots;
    this.#draws = Math.min(draws, MOST_DRAWS);
    const counts = (): ThresholdCount[] => slots.map(() => new ThresholdCount(threshold));
    this.#base = counts();
    this.#counts = this.variants.map(counts);
  }

  add(block: Block): void {
    const left = Math.max(0, this.#draws - block.first);
    for (const [index, slot] of this.#slots.entries()) {
      this.#base[index]?.add(block.values(slot).subarray(0, left));
      for (const [variant, counts] of this.#counts.entries())
        counts[index]?.add(block.values(slot, this.#first + variant));
    }
  }

  get base(): HingeBase {
    const [now, later] = this.#base;
    return {
      draws: this.#draws,
      shortNow: now?.shareAbove ?? 0,
      shortInAYear: later?.shareAbove ?? 0,
    };
  }

  /** Largest effect a year on first, demand before all. */
  get hinges(): Hinge[] {
    const hinges = this.#held.map(({ name, unit, assumed, ends }, index): Hinge => {
      const at = (end: 0 | 1): HingeEnd => {
        const [now, later] = this.#counts[2 * index + end] ?? [];
        return {
          value: ends[end]?.value ?? Number.NaN,
          shortNow: now?.shareAbove ?? 0,
          shortInAYear: later?.shareAbove ?? 0,
          addresses: {
            shortNow: shortAddress(this.#run, this.#months[0], ends[end]!.change),
            shortInAYear: shortAddress(this.#run, this.#months[1], ends[end]!.change),
          },
        };
      };
      return { name, label: labels[name], unit, low: at(0), high: at(1), assumed };
    });
    const effect = ({ low, high }: Hinge): number => Math.abs(high.shortInAYear - low.shortInAYear);
    const [demand, ...others] = hinges;
    return [...(demand ? [demand] : []), ...others.toSorted((a, b) => effect(b) - effect(a))];
  }
}

/** The probability of shortage in a month of a run whose inputs are changed. */
function shortAddress({ catalogue }: PreparedRun, month: number, change: InputChange): string {
  const period = periodOfMonths(catalogue.startYear, month, month);
  return figureAddress(seriesFigure('shortage-probability', 'total', 'gpu', period), change);
}

function demandOf(): Held {
  return {
    name: 'demand',
    unit: 'factor',
    assumed: true,
    ends: DEMAND.map((factor) => ({
      value: factor,
      change: { held: [], moved: [{ input: 'demand factor', factor, plus: 0 }] },
    })),
  };
}

/** Inputs that vary in this run, at both ends; none where the scenario says what they are. */
function beliefOf(run: PreparedRun, name: Exclude<HingeName, 'demand'>, starts: readonly string[]): Held[] {
  const beliefs = run.inputs.flatMap((input) => {
    const belief = run.beliefs.get(input.name);
    return starts.some((start) => input.name.startsWith(start)) &&
      belief &&
      belief.distribution.kind !== 'point'
      ? [{ ...belief, unit: input.unit }]
      : [];
  });
  const leading = beliefs.filter(({ input }) => input.startsWith(starts[0] ?? ''));
  // Year ends before the run starts are nearly known, so the first one in it is told.
  const first = leading.find(({ input }) => input.endsWith(`[${run.catalogue.startYear}]`));
  const told = first ?? leading[0] ?? beliefs[0];
  if (told === undefined) return [];
  return [
    {
      name,
      unit: name === 'budgets' ? 'ln' : told.unit,
      assumed: beliefs.some(({ basis }) => basis !== 'rows'),
      ends: ENDS.map((p) => ({
        value: quantileOf(told.distribution, p),
        change: {
          held: beliefs.map(({ input, distribution }) => ({ input, value: quantileOf(distribution, p) })),
          moved: [],
        },
      })),
    },
  ];
}

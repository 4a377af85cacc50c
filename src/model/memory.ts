import { remainder } from '../engine/allocation/index.ts';
import type { Expr, InputFamily, ModelBuilder, StockFamily, VariableFamily } from '../engine/index.ts';
import { clamp, constant, max, min, ratio, sum } from '../engine/index.ts';
import type { Calendar } from './calendar.ts';
import { memoryMakers } from './catalogue.ts';
import { each } from './each.ts';
import type { WithExtra } from './extra-capacity.ts';
import { declareGrowth } from './growth.ts';
import type { Sets } from './sets.ts';

export interface Memory {
  /** Largest use of capacity by maker. */
  readonly use: InputFamily;
  /** TSV wafers a month by maker, published plans only. */
  readonly published: VariableFamily;
  /** The same, some months from now. */
  publishedAhead(maker: string, ahead: number): Expr;
  /** Terabytes a good HBM wafer yields, by generation, learning included. */
  readonly terabytesPerWafer: VariableFamily;
  /** Months from the start of the run to volume of a generation. */
  readonly generationStart: VariableFamily;
  /** Finished HBM at each maker, counted in wafers, at the month's opening. */
  readonly stock: StockFamily;
  /** What went into packages a month, by maker, as the maker sees it. */
  readonly taken: StockFamily;
  /** Finished this month, from wafers started two quarters earlier. */
  readonly finished: VariableFamily;
  /** Stock plus finished: what can go into packages this month, by maker (wafer). */
  readonly available: VariableFamily;
  /** Part of a maker's memory that NVIDIA accepts, by generation. */
  readonly qualified: VariableFamily;
  /** TSV wafers started, by maker. */
  readonly starts: VariableFamily;
}

/**
 * Sector 2, memory. A maker starts wafers up to capacity × use while its finished stock stays below a limit, and at
 * the limit replaces what is taken; two quarters later they are stacks. (Stopping altogether would forget the pipeline:
 * stock would run out two quarters after it was too large.) Stock not used stays. NVIDIA takes only from makers it has qualified for the
 * generation it builds, so a maker waiting for qualification throttles itself: its low use is an outcome, not an input.
 */
export function declareMemory(
  m: ModelBuilder,
  sets: Sets,
  calendar: Calendar,
  supply: {
    /** What suppliers add beyond published plans (sector 9), wafers a month. */
    added(maker: string): Expr;
    /** What an outage leaves of a maker. */
    running(maker: string): Expr;
    readonly extra: WithExtra;
  },
): Memory {
  const path = m.input({
    name: 'hbm path',
    unit: 'wafer/month',
    description: 'HBM (TSV) capacity of a maker at year end',
    over: [sets.maker, sets.yearEnd],
  });
  const factor = m.input({
    name: 'hbm factor',
    unit: '1',
    description: 'Lever: all HBM capacity, multiplied',
  });
  const use = m.input({
    name: 'hbm use',
    unit: '1',
    description: 'Largest use of HBM capacity a maker reaches when everything it makes is bought',
    over: [sets.maker],
  });
  const lag = m.input({ name: 'hbm lag', unit: 'month', description: 'HBM wafer start to finished stack' });
  const stockLimit = m.input({
    name: 'hbm stock limit',
    unit: 'month',
    description: 'Months of its own output a maker holds before it stops starting wafers',
  });
  const openingStock = m.input({
    name: 'hbm opening stock',
    unit: 'month',
    description: 'Months of output held as finished HBM at the start of the run',
    over: [sets.maker],
  });
  const mature = m.input({
    name: 'hbm terabytes per wafer',
    unit: 'TB/wafer',
    description: 'Terabytes of good stacks per HBM wafer once yield has matured',
    over: [sets.generation],
  });
  const firstYield = m.input({
    name: 'hbm first yield',
    unit: '1',
    description: 'Yield at the start of a generation as a share of mature yield',
  });
  const halfLife = m.input({
    name: 'hbm yield half-life',
    unit: 'month',
    description: 'Time in which half the missing yield is learned',
  });
  const yieldFactor = m.input({
    name: 'hbm yield factor',
    unit: '1',
    description: 'Lever: HBM yield, multiplied',
  });
  const start = m.input({
    name: 'hbm generation start',
    unit: 'month',
    description: 'Months from the start of the run to volume of a memory generation',
    over: [sets.generation],
  });
  const delay = m.input({
    name: 'hbm generation delay',
    unit: 'month',
    description: 'Lever: delay of a memory generation',
    over: [sets.generation],
  });
  const qualification = m.input({
    name: 'hbm qualification',
    unit: 'month',
    description: 'Months from the start of the run to NVIDIA’s qualification of a maker’s generation',
    over: [sets.maker, sets.generation],
  });
  const qualificationRamp = m.input({
    name: 'hbm qualification ramp',
    unit: 'month',
    description: 'From qualification to full deliveries to NVIDIA',
  });

  const published = m.variable(
    {
      name: 'published memory capacity',
      unit: 'wafer/month',
      description: 'HBM wafers a month by maker, published plans',
      over: [sets.maker],
    },
    each((maker) => publishedAhead(maker, 0)),
  );
  const generationStart = m.variable(
    {
      name: 'memory generation start',
      unit: 'month',
      description: 'Start of volume of a memory generation, delay included',
      over: [sets.generation],
    },
    each((generation) => start.at(generation).plus(delay.at(generation))),
  );
  const unlearned = declareGrowth(m, calendar, {
    name: 'memory yield unlearned',
    description: 'Part of a generation’s first missing yield that is still missing, 2^(−t/half-life)',
    over: [sets.generation],
    rate: () => constant(-Math.LN2).over(halfLife.at()),
    start: (generation) => generationStart.at(generation),
  });
  const terabytesPerWafer = m.variable(
    {
      name: 'terabytes per memory wafer',
      unit: 'TB/wafer',
      description:
        'Good terabytes per HBM wafer: mature yield less what is still to be learned, Y∞ − (Y∞ − Y₀)·2^(−t/half-life)',
      over: [sets.generation],
    },
    each((generation) => {
      const missing = firstYield.at().negate().plus(1).times(unlearned(generation));
      return mature.at(generation).times(yieldFactor.at()).times(constant(1).minus(missing));
    }),
  );
  const stock = m.stock({
    name: 'memory stock',
    unit: 'wafer',
    description: 'Finished HBM not yet in a package, counted in wafers',
    over: [sets.maker],
    initial: each((maker) =>
      path
        .at(maker, sets.yearEnd.members[0] ?? '')
        .times(use.at(maker))
        .times(openingStock.at(maker)),
    ),
  });
  const taken = m.stock({
    name: 'memory taken',
    unit: 'wafer/month',
    description: 'HBM wafers that went into packages a month, over about a quarter',
    over: [sets.maker],
    initial: each((maker) => path.at(maker, sets.yearEnd.members[0] ?? '').times(use.at(maker))),
  });
  const starts = m.variable(
    {
      name: 'memory wafer starts',
      unit: 'wafer/month',
      description:
        'HBM wafers started: capacity × use, throttled to what is taken as finished stock reaches its limit',
      over: [sets.maker],
    },
    each((maker) => {
      const most = published
        .at(maker)
        .plus(supply.added(maker))
        .times(use.at(maker))
        .times(supply.running(maker));
      const monthsHeld = ratio(stock.at(maker), most, stockLimit.at());
      // Full speed up to half the limit, then straight down to what is taken at the limit, and less beyond it.
      const throttle = clamp(stockLimit.at().minus(monthsHeld).over(stockLimit.at()).times(2), 0, 1);
      const replaced = min(taken.at(maker), most).times(min(ratio(stockLimit.at(), monthsHeld, 1), 1));
      return replaced.plus(most.minus(replaced).times(throttle));
    }),
  );
  const pipe = m.delay({
    name: 'memory finished',
    unit: 'wafer/month',
    description: 'HBM wafers finished as stacks',
    over: [sets.maker],
    input: each((maker) => starts.at(maker)),
    lag: each(() => lag.at()),
    maximumLag: 9,
    before: each((maker) => path.at(maker, sets.yearEnd.members[0] ?? '').times(use.at(maker))),
  });
  const available = m.variable(
    {
      name: 'memory available',
      unit: 'wafer',
      description: 'Finished HBM that can go into packages this month',
      over: [sets.maker],
    },
    each((maker) => stock.at(maker).plus(pipe.output.at(maker).times(constant(1, 'month')))),
  );
  const qualified = m.variable(
    {
      name: 'memory qualified',
      unit: '1',
      description: 'Part of a maker’s memory of a generation that NVIDIA accepts',
      over: [sets.maker, sets.generation],
    },
    each((maker, generation) =>
      clamp(calendar.elapsed().minus(qualification.at(maker, generation)).over(qualificationRamp.at()), 0, 1),
    ),
  );
  const publishedAhead = (maker: string, ahead: number): Expr =>
    supply.extra(
      maker,
      calendar.throughYearEnds((knot) => path.at(maker, knot), ahead).times(factor.at()),
      ahead,
    );
  return {
    use,
    published,
    publishedAhead,
    terabytesPerWafer,
    generationStart,
    stock,
    taken,
    finished: pipe.output,
    available,
    qualified,
    starts,
  };
}

/** Takes what went into packages out of each maker's stock, and lets the maker see it. */
export function closeMemory(memory: Memory, used: (maker: string) => Expr): void {
  memory.taken.next(
    each((maker) =>
      memory.taken
        .at(maker)
        .times(2 / 3)
        .plus(used(maker).over(constant(3, 'month'))),
    ),
  );
  memory.stock.next(each((maker) => remainder(memory.available.at(maker), used(maker))));
}

/**
 * Memory used by maker, of what all makers together put into packages: what NVIDIA does not accept goes first to
 * those who may use it. `offeredQualified` is what all makers together have for NVIDIA (wafer).
 */
export function declareMemoryUsed(
  m: ModelBuilder,
  sets: Sets,
  memory: Memory,
  acceptedShare: VariableFamily,
  used: VariableFamily,
  offeredQualified: Expr,
): VariableFamily {
  return m.variable(
    {
      name: 'memory used',
      unit: 'wafer',
      description: 'HBM wafers used by maker: what NVIDIA does not accept goes first to those who may use it',
      over: [sets.maker],
    },
    each((maker) => {
      const open = memoryMakers.map((other) =>
        memory.available.at(other).times(constant(1).minus(acceptedShare.at(other))),
      );
      const strict = used.at('hbm-qualified');
      const others = max(used.at('hbm').minus(strict), 0);
      const openTotal = sum(open);
      const fromOpen = min(others, openTotal);
      const fromAccepted = strict.plus(others).minus(fromOpen);
      const accepted = memory.available.at(maker).times(acceptedShare.at(maker));
      const unaccepted = memory.available.at(maker).times(constant(1).minus(acceptedShare.at(maker)));
      return unaccepted
        .times(ratio(fromOpen, openTotal, 0))
        .plus(accepted.times(min(ratio(fromAccepted, offeredQualified, 0), 1)));
    }),
  );
}

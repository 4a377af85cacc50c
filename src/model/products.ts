import type { Expr, ModelBuilder, VariableFamily } from '../engine/index.ts';
import { clamp, constant, max, ratio, sum } from '../engine/index.ts';
import type { Calendar } from './calendar.ts';
import { each } from './each.ts';
import type { LogicNode } from './catalogue.ts';
import type { Memory } from './memory.ts';
import type { Sets } from './sets.ts';

export interface Products {
  /** Share of a product in its line's package starts; sums to one in each line. */
  readonly mix: VariableFamily;
  /** USD per package without networking, by product. */
  readonly price: VariableFamily;
  /** USD per package including the networking sold with it, by product. */
  readonly sellingPrice: VariableFamily;
  /** USD per average package of a line, networking included. */
  readonly linePrice: VariableFamily;
  /** Networking revenue per USD of accelerators, by line. */
  readonly networking: VariableFamily;
  /** CoWoS wafers per average package of a line. */
  readonly cowosPerPackage: VariableFamily;
  /** HBM wafers per average package of a line, by memory generation. */
  memoryPerPackage(line: string, generation: string): Expr;
  /** HBM wafers per average package of a line, all generations. */
  readonly memoryPerPackageAll: VariableFamily;
  /** Logic wafers per average package of a line, by node; undefined where no product of the line uses the node. */
  logicPerPackage(line: string, node: LogicNode): Expr | undefined;
  /** 8-bit H100 equivalents of one package. */
  readonly h100e: VariableFamily;
  /** kW at the wall of one package, server and cooling included. */
  readonly power: VariableFamily;
  /** Part of a line that has anything to sell: one unless its first product is removed or not yet out. */
  readonly lineReady: VariableFamily;
}

/** When production of older generations ends, declared after what came before it so that others keep their draws. */
export interface ProductEnds {
  /** Months from the start of the run to the end of a product's sales, where something newer takes over. */
  end(product: string): Expr;
  /** Months over which it runs out. */
  phaseOut(): Expr;
}

export function declareProductEnds(m: ModelBuilder, sets: Sets): ProductEnds {
  const end = m.input({
    name: 'product end',
    unit: 'month',
    description:
      'Months from the start of the run to the end of a product’s sales in volume, once newer ones are out',
    over: [sets.product],
  });
  const phaseOut = m.input({
    name: 'product phase-out',
    unit: 'month',
    description: 'Time over which production of a product runs out',
  });
  return { end: (product) => end.at(product), phaseOut: () => phaseOut.at() };
}

/**
 * Products: what one package needs and gives, and how a line crosses over from one generation to the next.
 * A product's weight is its captured share × what newer generations leave, n_p = Π_{newer q} (1 − c_q), less the part
 * that newer ones have taken of a product whose time is over: w_p = c_p · n_p · (1 − over_p · (1 − n_p)); mix = w ÷ Σ w.
 * Nothing ends before something newer is there to take its place.
 */
export function declareProducts(
  m: ModelBuilder,
  sets: Sets,
  calendar: Calendar,
  memory: Memory,
  /** Read when the model is built. */
  ends: () => ProductEnds,
  /** From package starts to sales (month); read when the model is built. */
  packagingLag: () => Expr,
): Products {
  const over = [sets.product];
  const start = m.input({
    name: 'product start',
    unit: 'month',
    description: 'Months from the start of the run to first sales in volume',
    over,
  });
  const delay = m.input({
    name: 'product delay',
    unit: 'month',
    description: 'Lever: delay of a product',
    over,
  });
  const ramp = m.input({
    name: 'product ramp',
    unit: 'month',
    description: 'From first volume to the share it captures',
    over,
  });
  const capture = m.input({
    name: 'product capture',
    unit: '1',
    description: 'Share of its line a product takes from older generations at the end of its ramp',
    over,
  });
  const removed = m.input({
    name: 'product removed',
    unit: '1',
    description: 'Lever: 1 removes the product',
    over,
  });
  const listPrice = m.input({
    name: 'product price',
    unit: 'USD/unit',
    description: 'Price of one package without networking',
    over,
  });
  const priceFactor = m.input({
    name: 'price factor',
    unit: '1',
    description: 'Lever: all accelerator prices, multiplied',
  });
  const networkingStart = m.input({
    name: 'networking share',
    unit: '1',
    description: 'Networking sold per USD of accelerators at the start of the run',
    over: [sets.line],
  });
  const networkingRise = m.input({
    name: 'networking rise',
    unit: '1/month',
    description: 'Rise of the networking share',
    over: [sets.line],
  });
  const packagesPerWafer = m.input({
    name: 'packages per wafer',
    unit: 'unit/wafer',
    description: 'Packages sold per CoWoS wafer, net of yield and inventory',
    over,
  });
  const packageSize = m.input({
    name: 'package size factor',
    unit: '1',
    description: 'Lever: package area of products not yet in volume, multiplied',
  });
  const memoryPerUnit = m.input({
    name: 'hbm per package',
    unit: 'TB/unit',
    description: 'HBM of one package',
    over,
  });
  const packagesPerLogicWafer = m.input({
    name: 'packages per logic wafer',
    unit: 'unit/wafer',
    description: 'Packages that the good compute dies of one logic wafer serve',
    over,
  });
  const h100eInput = m.input({
    name: 'h100e per package',
    unit: 'H100e/unit',
    description: 'Dense 8-bit throughput of one package in H100 SXM',
    over,
  });
  const powerInput = m.input({
    name: 'power per package',
    unit: 'kW/unit',
    description: 'Server power of one package',
    over,
  });
  const pue = m.input({ name: 'pue', unit: '1', description: 'Facility power per IT power' });

  const isFirst = (product: string): boolean => sets.productsOf(sets.productOf(product).line)[0] === product;
  const captured = m.variable(
    {
      name: 'captured share',
      unit: '1',
      description:
        'Share of its line a product would take if nothing newer existed; all of it for the first, once it is out',
      over,
    },
    each((product) => {
      const { memory: generation } = sets.productOf(product);
      // What is dated is when a product sells; its packages start that much earlier.
      const own = start.at(product).plus(delay.at(product)).minus(packagingLag());
      const first = generation === null ? own : max(own, memory.generationStart.at(generation));
      const here = constant(1).minus(removed.at(product));
      // What nothing precedes has no one to take over from: it is there or it is not.
      if (isFirst(product))
        return clamp(calendar.elapsed().minus(own).over(constant(1, 'month')), 0, 1).times(here);
      return clamp(calendar.elapsed().minus(first).over(ramp.at(product)), 0, 1)
        .times(capture.at(product))
        .times(here);
    }),
  );
  const left: VariableFamily = m.variable(
    {
      name: 'left by newer products',
      unit: '1',
      description: 'Share of its line that newer products leave to a product, n = Π (1 − c) over newer ones',
      over,
    },
    each((product) => {
      const members = sets.productsOf(sets.productOf(product).line);
      const newer = members[members.indexOf(product) + 1];
      return newer === undefined
        ? constant(1, '1')
        : left.at(newer).times(constant(1).minus(captured.at(newer)));
    }),
  );
  const weight = m.variable(
    {
      name: 'product weight',
      unit: '1',
      description: 'Captured share × what newer products leave, run out as far as newer ones have taken over',
      over,
    },
    each((product) => {
      const plain = captured.at(product).times(left.at(product));
      const members = sets.productsOf(sets.productOf(product).line);
      if (members.at(-1) === product) return plain;
      const last = ends().end(product).plus(delay.at(product)).minus(packagingLag());
      const ended = clamp(calendar.elapsed().minus(last).over(ends().phaseOut()), 0, 1);
      return plain.times(constant(1).minus(ended.times(constant(1).minus(left.at(product)))));
    }),
  );
  const mix = m.variable(
    { name: 'product mix', unit: '1', description: 'Share of a product in its line’s package starts', over },
    each((product) => {
      const members = sets.productsOf(sets.productOf(product).line);
      return ratio(weight.at(product), sum(members.map((member) => weight.at(member))), 0);
    }),
  );
  const lineReady = m.variable(
    {
      name: 'line ready',
      unit: '1',
      description:
        'Part of a line’s volume that has a product: one with its first product, else what later ones have captured',
      over: [sets.line],
    },
    each((line) => {
      const first = sets.productsOf(line)[0] ?? '';
      return constant(1).minus(left.at(first).times(constant(1).minus(captured.at(first))));
    }),
  );
  const price = m.variable(
    { name: 'price', unit: 'USD/unit', description: 'Price of one package without networking', over },
    each((product) => listPrice.at(product).times(priceFactor.at())),
  );
  const networking = m.variable(
    {
      name: 'networking',
      unit: '1',
      description: 'Networking revenue per USD of accelerators',
      over: [sets.line],
    },
    each((line) =>
      clamp(networkingStart.at(line).plus(networkingRise.at(line).times(calendar.elapsed())), 0, 0.5),
    ),
  );
  const sellingPrice = m.variable(
    {
      name: 'selling price',
      unit: 'USD/unit',
      description: 'Price of one package with the networking sold with it',
      over,
    },
    each((product) => price.at(product).times(networking.at(sets.productOf(product).line).plus(1))),
  );
  /** Mean over a line's mix of a quantity per package. */
  const lineMean = (line: string, quantity: (product: string) => Expr | undefined, unit: string): Expr =>
    sum(
      sets.productsOf(line).flatMap((product) => {
        const value = quantity(product);
        return value === undefined ? [] : [mix.at(product).times(value)];
      }),
      unit,
    );
  const linePrice = m.variable(
    {
      name: 'line price',
      unit: 'USD/unit',
      description: 'Price of a line’s average package, networking included',
      over: [sets.line],
    },
    each((line) => lineMean(line, (product) => sellingPrice.at(product), 'USD/unit')),
  );
  const sizeFactor = m.variable(
    {
      name: 'package size',
      unit: '1',
      description: 'Package size factor: only products that start after the run does',
      over,
    },
    each((product) => {
      const isNew = clamp(start.at(product).over(constant(1, 'month')), 0, 1);
      return packageSize.at().minus(1).times(isNew).plus(1);
    }),
  );
  const cowosPerPackage = m.variable(
    {
      name: 'packaging per package',
      unit: 'wafer/unit',
      description: 'CoWoS wafers per average package of a line',
      over: [sets.line],
    },
    each((line) =>
      lineMean(
        line,
        (product) =>
          sets.productOf(product).usesCowos
            ? sizeFactor.at(product).over(packagesPerWafer.at(product))
            : undefined,
        'wafer/unit',
      ),
    ),
  );
  const memoryNeed = m.variable(
    {
      name: 'memory per package',
      unit: 'wafer/unit',
      description: 'HBM wafers per package of a product',
      over,
    },
    each((product) => {
      const { memory: generation } = sets.productOf(product);
      return generation === null
        ? constant(0, 'wafer/unit')
        : memoryPerUnit.at(product).over(memory.terabytesPerWafer.at(generation));
    }),
  );
  const memoryPerPackage = (line: string, generation: string): Expr =>
    lineMean(
      line,
      (product) => (sets.productOf(product).memory === generation ? memoryNeed.at(product) : undefined),
      'wafer/unit',
    );
  const memoryPerPackageAll = m.variable(
    {
      name: 'memory per average package',
      unit: 'wafer/unit',
      description: 'HBM wafers per average package of a line',
      over: [sets.line],
    },
    each((line) =>
      lineMean(
        line,
        (product) => (sets.productOf(product).memory === null ? undefined : memoryNeed.at(product)),
        'wafer/unit',
      ),
    ),
  );
  const h100e = m.variable(
    {
      name: 'h100e',
      unit: 'H100e/unit',
      description: 'Dense 8-bit throughput of one package in H100 SXM',
      over,
    },
    each((product) => h100eInput.at(product)),
  );
  const power = m.variable(
    { name: 'wall power', unit: 'kW/unit', description: 'Facility power of one package', over },
    each((product) => powerInput.at(product).times(pue.at())),
  );
  return {
    mix,
    price,
    sellingPrice,
    linePrice,
    networking,
    cowosPerPackage,
    memoryPerPackage,
    memoryPerPackageAll,
    h100e,
    power,
    lineReady,
    logicPerPackage: (line, node) =>
      sets.productsOf(line).some((product) => sets.productOf(product).node === node)
        ? lineMean(
            line,
            (product) =>
              sets.productOf(product).node === node
                ? constant(1, '1').over(packagesPerLogicWafer.at(product))
                : undefined,
            'wafer/unit',
          )
        : undefined,
  };
}

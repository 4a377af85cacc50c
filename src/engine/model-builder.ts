import { ProblemError } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import { addDelay, addErlangDelay, addSmooth } from './delay.ts';
import type {
  Delay,
  DelayDescription,
  ErlangDelay,
  ErlangDelayDescription,
  SmoothDescription,
} from './delay.ts';
import { Dimension, isPlainName, NAME_RULE } from './dimension.ts';
import { InputFamily, StockFamily, TableFamily, VariableFamily } from './family.ts';
import type { Equation, Family, FamilyDescription, FamilyParts } from './family.ts';
import type { Graph } from './graph.ts';
import { assemble } from './model-assembly.ts';
import { DIMENSIONLESS, parseUnit } from './units.ts';
import type { Unit } from './units.ts';

export interface EquationDescription extends FamilyDescription {
  /** Whether people should be offered it as a series. */
  readonly publish?: boolean;
  /** Where the equation comes from. */
  readonly source?: string;
}

export interface StockDescription extends EquationDescription {
  /** The value the first month opens with: from inputs, tables (their first months) and other stocks' initial values. */
  readonly initial: Equation;
}

/**
 * Collects a model: dimensions, inputs, tables, variables and stocks. Equations are closures over a point,
 * called once per member when `build` is called, so they may refer to families defined later.
 */
export class ModelBuilder {
  readonly name: string;
  readonly #dimensions = new Map<string, Dimension>();
  readonly #families = new Map<string, Family>();
  readonly #problems: Problem[] = [];

  constructor(name: string) {
    this.name = name;
  }

  /** A list of members to index by. */
  dimension(
    name: string,
    members: readonly string[],
    about: { readonly description?: string } = {},
  ): Dimension {
    return this.#addDimension(new Dimension(name, members, about.description ?? ''));
  }

  /** A dimension of some members of another. Families over it can be read at the other's points. */
  subset(
    name: string,
    of: Dimension,
    members: readonly string[],
    about: { readonly description?: string } = {},
  ): Dimension {
    return this.#addDimension(of.subset(name, members, about.description ?? ''));
  }

  /** Numbers given per draw, constant in time. */
  input(description: FamilyDescription): InputFamily {
    return this.#add(new InputFamily(this.#parts(description)));
  }

  /** Numbers given per month, the same for all draws. */
  table(description: FamilyDescription): TableFamily {
    return this.#add(new TableFamily(this.#parts(description)));
  }

  /** An equation per member, valid in every month. */
  variable(description: EquationDescription, equation: Equation): VariableFamily {
    const { publish = false, source = '' } = description;
    return this.#add(new VariableFamily(this.#parts(description), equation, publish, source));
  }

  /** What carries over from month to month. Needs `next` or `flows`. */
  stock(description: StockDescription): StockFamily {
    const { publish = false, source = '', initial } = description;
    return this.#add(new StockFamily(this.#parts(description), initial, publish, source));
  }

  /** A fixed delay: what enters leaves `lag` months later, split between two months when not whole. */
  delay(description: DelayDescription): Delay {
    return addDelay(this, description);
  }

  /** A delay of several stages: what enters leaves spread around the mean. */
  erlangDelay(description: ErlangDelayDescription): ErlangDelay {
    return addErlangDelay(this, description);
  }

  /** A first-order exponential average. */
  smooth(description: SmoothDescription): StockFamily {
    return addSmooth(this, description);
  }

  /**
   * The graph of the model. Throws `ProblemError` with every problem: units that do not fit
   * (`unit-mismatch`), unknown members and points without a dimension (`unknown-member`, `missing-dimension`,
   * `wrong-members`), stocks without closing value (`stock-without-next`), equations that need themselves
   * (`cycle`), names used twice (`duplicate-name`), each naming the equation.
   */
  build(): Graph {
    const problems = [...this.#problems];
    const graph = assemble(this.name, this, this.#dimensions, [...this.#families.values()], problems);
    if (problems.length > 0) throw new ProblemError(problems);
    return graph;
  }

  #addDimension(dimension: Dimension): Dimension {
    if (this.#dimensions.has(dimension.name)) this.#duplicate('dimension', dimension.name);
    else this.#dimensions.set(dimension.name, dimension);
    return dimension;
  }

  #add<Kind extends Family>(family: Kind): Kind {
    if (this.#families.has(family.name)) this.#duplicate(family.kind, family.name);
    else this.#families.set(family.name, family);
    return family;
  }

  #duplicate(kind: string, name: string): void {
    this.#problems.push({ code: 'duplicate-name', params: { name, kind } });
  }

  #parts(description: FamilyDescription): FamilyParts {
    const { name, over = [], meta = {} } = description;
    if (!isPlainName(name))
      this.#problems.push({ code: 'invalid-name', params: { name, expected: NAME_RULE } });
    if (new Set(over).size < over.length) {
      this.#problems.push({
        code: 'duplicate-dimension',
        params: { name, found: over.map((d) => d.name).join(', ') },
      });
    }
    return {
      owner: this,
      name,
      unit: this.#unit(name, description.unit),
      description: description.description ?? '',
      dimensions: over,
      meta,
    };
  }

  #unit(name: string, text: string): Unit {
    try {
      return parseUnit(text);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      for (const { code, params } of error.problems)
        this.#problems.push({ code, params: { equation: name, ...params } });
      return DIMENSIONLESS;
    }
  }
}

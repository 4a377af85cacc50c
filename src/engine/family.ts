import type { Problem } from '../problem/problem.ts';
import { pointsOf, Point, unknownMember } from './dimension.ts';
import type { Dimension } from './dimension.ts';
import { constantOf, Expr } from './expression.ts';
import type { Operand, ReferencedFamily, ReferenceKind } from './expression.ts';
import { constant, sum, withFault } from './expression-functions.ts';
import type { Unit } from './units.ts';

/** What a family is called and means; `meta` is kept as it is, for documentation. */
export interface FamilyDescription {
  readonly name: string;
  readonly unit: string;
  readonly description?: string;
  readonly over?: readonly Dimension[];
  readonly meta?: Readonly<Record<string, unknown>>;
}

/** Where a family is read: members in the order of its dimensions, or a point that has all of them. */
export type Location = readonly string[] | readonly [Point];

export interface AtMonth {
  /** Months after the current one; held at the last (first) month where the table ends. */
  readonly ahead: number;
}

interface FamilyParts {
  readonly owner: object;
  readonly name: string;
  readonly unit: Unit;
  readonly description: string;
  readonly dimensions: readonly Dimension[];
  readonly meta: Readonly<Record<string, unknown>>;
}

export type { FamilyParts };

/** Scalars of one name and unit, one for each combination of members. */
export abstract class Family implements ReferencedFamily {
  abstract readonly kind: 'input' | 'table' | 'variable' | 'stock';
  readonly owner: object;
  readonly name: string;
  readonly unit: Unit;
  readonly description: string;
  readonly dimensions: readonly Dimension[];
  readonly meta: Readonly<Record<string, unknown>>;
  readonly points: readonly Point[];
  readonly #plain: (Expr | undefined)[] = [];
  readonly #others = new Map<string, Expr>();

  constructor(parts: FamilyParts) {
    this.owner = parts.owner;
    this.name = parts.name;
    this.unit = parts.unit;
    this.description = parts.description;
    this.dimensions = parts.dimensions;
    this.meta = parts.meta;
    this.points = pointsOf(parts.dimensions);
  }

  /** `family`, or `family[member,member]`. */
  scalarName(position: number): string {
    return this.dimensions.length === 0
      ? this.name
      : `${this.name}[${this.points[position]?.toString() ?? position}]`;
  }

  /** What refers to the member at a position of `points`: always the same object. */
  referenceAt(position: number, kind: ReferenceKind = this.kind, ahead = 0): Expr {
    const isPlain = kind === this.kind && ahead === 0;
    const key = isPlain ? '' : `${kind}:${position}:${ahead}`;
    const known = isPlain ? this.#plain[position] : this.#others.get(key);
    if (known !== undefined) return known;
    const reference = { kind, family: this, position, ahead };
    const expr = new Expr({ operation: 'reference', args: [], unit: this.unit, reference });
    if (isPlain) this.#plain[position] = expr;
    else this.#others.set(key, expr);
    return expr;
  }

  protected read(location: readonly (string | Point)[], kind: ReferenceKind = this.kind, ahead = 0): Expr {
    const position = this.#positionOf(location);
    return typeof position === 'number'
      ? this.referenceAt(position, kind, ahead)
      : withFault(constantOf(0, this.unit), position);
  }

  #positionOf(location: readonly (string | Point)[]): number | Problem {
    const [first] = location;
    const members = first instanceof Point ? this.#project(first) : location.map(String);
    if ('code' in members) return members;
    if (members.length !== this.dimensions.length) {
      return {
        code: 'wrong-members',
        params: {
          name: this.name,
          expected: this.dimensions.map((dimension) => dimension.name).join(', ') || 'no member',
          found: members.join(', ') || 'no member',
        },
      };
    }
    let position = 0;
    for (const [index, dimension] of this.dimensions.entries()) {
      const member = members[index]!;
      const own = dimension.indexOf(member);
      if (own === undefined) {
        return { code: 'unknown-member', params: { name: this.name, ...unknownMember(dimension, member) } };
      }
      position = position * dimension.members.length + own;
    }
    return position;
  }

  #project(point: Point): string[] | Problem {
    const members: string[] = [];
    for (const dimension of this.dimensions) {
      const member = point.find(dimension);
      if (member === undefined) {
        return { code: 'missing-dimension', params: { name: this.name, ...point.missing(dimension) } };
      }
      members.push(member);
    }
    return members;
  }
}

/** Numbers of a draw, constant in time: uncertain parameters, levers, rules. */
export class InputFamily extends Family {
  readonly kind = 'input';

  at(...location: Location): Expr {
    return this.read(location);
  }
}

/** Numbers per month, the same for all draws. */
export class TableFamily extends Family {
  readonly kind = 'table';

  /** The value in the current month, or `{ ahead }` months later. */
  at(...location: Location | readonly [...string[], AtMonth] | readonly [Point, AtMonth]): Expr {
    let ahead = 0;
    const place: (string | Point)[] = [];
    for (const part of location) {
      if (typeof part === 'string' || part instanceof Point) place.push(part);
      else ({ ahead } = part);
    }
    return this.read(place, 'table', ahead);
  }
}

export type Equation = (point: Point) => Operand;

/** An equation per member, valid in every month. */
export class VariableFamily extends Family {
  readonly kind = 'variable';
  readonly equation: Equation;
  readonly publish: boolean;
  readonly source: string;

  constructor(parts: FamilyParts, equation: Equation, publish: boolean, source: string) {
    super(parts);
    this.equation = equation;
    this.publish = publish;
    this.source = source;
  }

  at(...location: Location): Expr {
    return this.read(location);
  }
}

/** Flows of a stock, each in its unit per month. */
export interface Flows {
  readonly in?: (point: Point) => readonly Operand[];
  readonly out?: (point: Point) => readonly Operand[];
}

/** What carries over from month to month. `at` is the opening value of the month, `closing` the next opening. */
export class StockFamily extends Family {
  readonly kind = 'stock';
  readonly initial: Equation;
  readonly publish: boolean;
  readonly source: string;
  #next: Equation | undefined;

  constructor(parts: FamilyParts, initial: Equation, publish: boolean, source: string) {
    super(parts);
    this.initial = initial;
    this.publish = publish;
    this.source = source;
  }

  get nextEquation(): Equation | undefined {
    return this.#next;
  }

  /** The value at the start of the month. */
  at(...location: Location): Expr {
    return this.read(location);
  }

  /** The value at the end of the month, which the next one opens with. */
  closing(...location: Location): Expr {
    return this.read(location, 'closing');
  }

  /** Sets the closing value. All stocks move together, from the values of one month. */
  next(equation: Equation): this {
    this.#next = equation;
    return this;
  }

  /** Sets the closing value as opening + (what flows in - what flows out) times one month. */
  flows(flows: Flows): this {
    return this.next((point) => {
      const month = constant(1, 'month');
      const incoming = flows.in?.(point) ?? [];
      const outgoing = flows.out?.(point) ?? [];
      let closing = this.at(point);
      if (incoming.length > 0) closing = closing.plus(sum(incoming).times(month));
      if (outgoing.length > 0) closing = closing.minus(sum(outgoing).times(month));
      return closing;
    });
  }
}

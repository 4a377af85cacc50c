import { nearestName } from '../problem/nearest-name.ts';
import { ProblemError } from '../problem/problem.ts';
import type { Dimension } from './dimension.ts';
import type { Expr } from './expression.ts';
import type { Nodes } from './node-table.ts';
import type { Unit } from './units.ts';

/** A named number of the graph. */
export interface Scalar {
  /** `family` or `family[member,member]`. */
  readonly name: string;
  readonly family: string;
  readonly members: readonly string[];
  readonly unit: Unit;
  readonly description: string;
}

export type ScalarInput = Scalar;
export type ScalarTable = Scalar;

export interface ScalarVariable extends Scalar {
  readonly node: number;
}

export interface ScalarState extends Scalar {
  /** The node of its opening value. */
  readonly node: number;
  /** The node of its value in the first month: of phase constant or draw. */
  readonly initial: number;
  /** The node of its closing value. */
  readonly next: number;
}

export type FamilyKind = 'input' | 'table' | 'variable' | 'stock';

/** What the model says of a family, for documentation. */
export interface FamilyInfo {
  readonly name: string;
  readonly kind: FamilyKind;
  readonly unit: Unit;
  readonly description: string;
  readonly dimensions: readonly string[];
  readonly scalars: readonly string[];
  readonly publish: boolean;
  readonly source: string;
  readonly meta: Readonly<Record<string, unknown>>;
}

/** The written equation of a variable or stock, for explanations. */
export interface ScalarEquation {
  /** The equation of a variable; of a stock, that of its closing value. */
  readonly value: Expr;
  /** Stocks only. */
  readonly initial?: Expr;
}

export interface GraphParts {
  readonly name: string;
  readonly nodes: Nodes;
  readonly inputs: readonly ScalarInput[];
  readonly tables: readonly ScalarTable[];
  readonly states: readonly ScalarState[];
  readonly variables: readonly ScalarVariable[];
  readonly dimensions: ReadonlyMap<string, Dimension>;
  readonly families: ReadonlyMap<string, FamilyInfo>;
  readonly equations: ReadonlyMap<string, ScalarEquation>;
}

interface Position {
  readonly kind: FamilyKind;
  readonly index: number;
}

/** A whole model as data: what the backends compile, and what names, units and equations belong to it. */
export class Graph {
  readonly name: string;
  readonly nodes: Nodes;
  readonly inputs: readonly ScalarInput[];
  readonly tables: readonly ScalarTable[];
  readonly states: readonly ScalarState[];
  readonly variables: readonly ScalarVariable[];
  readonly dimensions: ReadonlyMap<string, Dimension>;
  readonly families: ReadonlyMap<string, FamilyInfo>;
  readonly equations: ReadonlyMap<string, ScalarEquation>;
  readonly #positions = new Map<string, Position>();

  constructor(parts: GraphParts) {
    this.name = parts.name;
    this.nodes = parts.nodes;
    this.inputs = parts.inputs;
    this.tables = parts.tables;
    this.states = parts.states;
    this.variables = parts.variables;
    this.dimensions = parts.dimensions;
    this.families = parts.families;
    this.equations = parts.equations;
    for (const [index, { name }] of this.inputs.entries())
      this.#positions.set(name, { kind: 'input', index });
    for (const [index, { name }] of this.tables.entries())
      this.#positions.set(name, { kind: 'table', index });
    for (const [index, { name }] of this.states.entries())
      this.#positions.set(name, { kind: 'stock', index });
    for (const [index, { name }] of this.variables.entries())
      this.#positions.set(name, { kind: 'variable', index });
  }

  /** The same model with more operations, the first of which are its own. */
  withNodes(nodes: Nodes): Graph {
    const { name, inputs, tables, states, variables, dimensions, families, equations } = this;
    return new Graph({ name, nodes, inputs, tables, states, variables, dimensions, families, equations });
  }

  /** Where an input stands in the array of inputs. Throws `unknown-name` with the nearest input. */
  inputIndex(name: string): number {
    return this.#find(name, ['input']).index;
  }

  /** Which row of the array of tables is a table's. Throws `unknown-name` with the nearest table. */
  tableIndex(name: string): number {
    return this.#find(name, ['table']).index;
  }

  /** Which state a stock is. Throws `unknown-name` with the nearest stock. */
  stateIndex(name: string): number {
    return this.#find(name, ['stock']).index;
  }

  /** A variable by name. Throws `unknown-name` with the nearest variable. */
  variable(name: string): ScalarVariable {
    return this.variables[this.#find(name, ['variable']).index]!;
  }

  /** What a name stands for, whatever its kind. Throws `unknown-name` with the nearest name. */
  find(name: string): Position & { readonly scalar: Scalar } {
    const position = this.#find(name, ['variable', 'stock', 'input', 'table']);
    const lists = { input: this.inputs, table: this.tables, stock: this.states, variable: this.variables };
    return { ...position, scalar: lists[position.kind][position.index]! };
  }

  /** The node of a variable, or of a stock's opening value. Throws `unknown-name` with the nearest of these. */
  nodeOf(name: string): number {
    const { kind, index } = this.#find(name, ['variable', 'stock']);
    return (kind === 'variable' ? this.variables[index] : this.states[index])?.node ?? 0;
  }

  has(name: string): boolean {
    return this.#positions.has(name);
  }

  #find(name: string, kinds: readonly FamilyKind[]): Position {
    const position = this.#positions.get(name);
    if (position !== undefined && kinds.includes(position.kind)) return position;
    const candidates = [...this.#positions]
      .filter(([, { kind }]) => kinds.includes(kind))
      .map(([key]) => key);
    const nearest = nearestName(name, candidates);
    throw new ProblemError([
      {
        code: 'unknown-name',
        params: {
          name,
          found: name,
          expected: kinds.join(' or '),
          ...(nearest === undefined ? {} : { nearest }),
        },
      },
    ]);
  }
}

import { ProblemError } from '../problem/problem.ts';
import type { Problem } from '../problem/problem.ts';
import type { Dimension } from './dimension.ts';
import { asExpr, unitMismatch } from './expression.ts';
import type { Expr, Reference, ReferencedFamily } from './expression.ts';
import { equationText } from './expression-text.ts';
import { StockFamily, VariableFamily } from './family.ts';
import type { Equation, Family } from './family.ts';
import { Graph } from './graph.ts';
import type { FamilyInfo, FamilyKind, Scalar, ScalarEquation } from './graph.ts';
import { Lowering } from './lowering.ts';
import { NodeTable } from './node-table.ts';
import { unitsEqual } from './units.ts';

interface Written {
  readonly value: readonly Expr[];
  readonly initial: readonly Expr[];
}

/** Evaluates all equations, lowers them to nodes and gathers names. Problems are appended, all of them. */
export function assemble(
  name: string,
  owner: object,
  dimensions: ReadonlyMap<string, Dimension>,
  families: readonly Family[],
  problems: Problem[],
): Graph {
  const log = new ProblemLog(problems);
  const written = new Map<ReferencedFamily, Written>(families.map((family) => [family, write(family, log)]));
  const offsets = offsetsOf(families);
  const nodes = new NodeTable();
  const lowering = new Lowering(
    nodes,
    {
      owns: (reference) => reference.family.owner === owner && offsets.has(reference.family),
      indexOf: (reference) => (offsets.get(reference.family) ?? 0) + reference.position,
      equationOf: (reference, initial) => {
        const equations = written.get(reference.family);
        return (initial ? equations?.initial : equations?.value)?.[reference.position];
      },
    },
    (problem, expr, path) => log.add(equationOn(path), withOperands(problem, expr)),
  );
  const variables = scalarsOf(families, 'variable').map(({ family, position }) =>
    Object.assign(describeScalar(family, position), {
      node: lowering.lower(family.referenceAt(position), 'step'),
    }),
  );
  const states = scalarsOf(families, 'stock').map(({ family, position }) =>
    Object.assign(describeScalar(family, position), {
      node: lowering.lower(family.referenceAt(position), 'step'),
      initial: lowering.lower(family.referenceAt(position), 'initial'),
      next: lowering.lower(family.referenceAt(position, 'closing'), 'step'),
    }),
  );
  return new Graph({
    name,
    nodes: nodes.finish(),
    inputs: scalarsOf(families, 'input').map(({ family, position }) => describeScalar(family, position)),
    tables: scalarsOf(families, 'table').map(({ family, position }) => describeScalar(family, position)),
    states,
    variables,
    dimensions,
    families: new Map(families.map((family) => [family.name, describeFamily(family)])),
    equations: equationsOf(written),
  });
}

function write(family: Family, log: ProblemLog): Written {
  if (family instanceof VariableFamily)
    return { value: writeEach(family, family.equation, log), initial: [] };
  if (!(family instanceof StockFamily)) return { value: [], initial: [] };
  const initial = writeEach(family, family.initial, log);
  const { nextEquation } = family;
  if (nextEquation === undefined) {
    log.add(undefined, { code: 'stock-without-next', params: { equation: family.name } });
    return { value: [], initial };
  }
  return { value: writeEach(family, nextEquation, log), initial };
}

function writeEach(family: Family, equation: Equation, log: ProblemLog): Expr[] {
  return family.points.map((point, position) => {
    const name = family.scalarName(position);
    try {
      const expr = asExpr(equation(point), family.unit);
      if (!unitsEqual(expr.unit, family.unit)) {
        log.add(name, withOperands(unitMismatch('definition', family.unit, expr.unit), expr));
      }
      return expr;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw new Error(`in the equation of ${name}`, { cause: error });
      for (const problem of error.problems) log.add(name, problem);
      return asExpr(0, family.unit);
    }
  });
}

/** Position of each family's first scalar among all scalars of its kind. */
function offsetsOf(families: readonly Family[]): Map<ReferencedFamily, number> {
  const offsets = new Map<ReferencedFamily, number>();
  const sizes = { input: 0, table: 0, variable: 0, stock: 0 };
  for (const family of families) {
    offsets.set(family, sizes[family.kind]);
    sizes[family.kind] += family.points.length;
  }
  return offsets;
}

function scalarsOf(families: readonly Family[], kind: FamilyKind): { family: Family; position: number }[] {
  return families
    .filter((family) => family.kind === kind)
    .flatMap((family) => family.points.map((_, position) => ({ family, position })));
}

function describeScalar(family: Family, position: number): Scalar {
  return {
    name: family.scalarName(position),
    family: family.name,
    members: family.points[position]?.members ?? [],
    unit: family.unit,
    description: family.description,
  };
}

function describeFamily(family: Family): FamilyInfo {
  const written = family instanceof VariableFamily || family instanceof StockFamily;
  return {
    name: family.name,
    kind: family.kind,
    unit: family.unit,
    description: family.description,
    dimensions: family.dimensions.map((dimension) => dimension.name),
    scalars: family.points.map((_, position) => family.scalarName(position)),
    publish: written && family.publish,
    source: written ? family.source : '',
    meta: family.meta,
  };
}

function equationsOf(written: ReadonlyMap<ReferencedFamily, Written>): Map<string, ScalarEquation> {
  const equations = new Map<string, ScalarEquation>();
  for (const [family, { value, initial }] of written) {
    for (const [position, expr] of value.entries()) {
      const first = initial[position];
      equations.set(
        family.scalarName(position),
        first === undefined ? { value: expr } : { value: expr, initial: first },
      );
    }
  }
  return equations;
}

/** The innermost equation on the way to a problem. */
function equationOn(path: readonly Expr[]): string | undefined {
  const reference: Reference | undefined = path.findLast((expr) => expr.reference !== undefined)?.reference;
  return reference?.family.scalarName(reference.position);
}

const OPERAND_LENGTH = 60;

function withOperands(problem: Problem, expr: Expr): Problem {
  if (problem.code !== 'unit-mismatch') return problem;
  return { ...problem, params: { ...problem.params, in: equationText(expr, OPERAND_LENGTH) } };
}

/** One mistake in an equation over many members is one problem, named by the first member. */
class ProblemLog {
  readonly #problems: Problem[];
  readonly #seen = new Set<string>();

  constructor(problems: Problem[]) {
    this.#problems = problems;
  }

  add(equation: string | undefined, problem: Problem): void {
    const params = equation === undefined ? problem.params : { equation, ...problem.params };
    const key = JSON.stringify({ code: problem.code, ...params }).replaceAll(/\[[^\]]*\]/g, '');
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#problems.push({ ...problem, params });
  }
}

import { nearestName } from '../problem/nearest-name.ts';
import { ProblemError } from '../problem/problem.ts';

/** A named, ordered list of members: products, buyers, plants. */
export class Dimension {
  readonly name: string;
  readonly members: readonly string[];
  readonly description: string;
  /** The dimension this one is a part of. */
  readonly parent: Dimension | undefined;
  readonly #positions: ReadonlyMap<string, number>;

  /** Throws `ProblemError` (`duplicate-member`, `unknown-member`, `invalid-name`). */
  constructor(name: string, members: readonly string[], description = '', parent?: Dimension) {
    this.name = name;
    this.members = members;
    this.description = description;
    this.parent = parent;
    this.#positions = new Map(members.map((member, position) => [member, position]));
    const repeated = members.filter((member, position) => this.#positions.get(member) !== position);
    const problems = [
      ...repeated.map((member) => ({ code: 'duplicate-member', params: { dimension: name, name: member } })),
      ...members
        .filter((member) => !isPlainName(member) || member.includes(','))
        .map((member) => ({ code: 'invalid-name', params: { name: member, expected: NAME_RULE } })),
      ...members
        .filter((member) => parent !== undefined && parent.indexOf(member) === undefined)
        .map((member) => ({ code: 'unknown-member', params: unknownMember(parent ?? this, member) })),
    ];
    if (problems.length > 0) throw new ProblemError(problems);
  }

  /** Position of a member, or `undefined` when it is not one. */
  indexOf(member: string): number | undefined {
    return this.#positions.get(member);
  }

  /** A dimension of some of the members. Families over this one can be read at its points. */
  subset(name: string, members: readonly string[], description = ''): Dimension {
    return new Dimension(name, members, description, this);
  }

  /** Whether a member of this dimension is also one of the other: the same, or a part of it. */
  isWithin(other: Dimension): boolean {
    return this === other || (this.parent?.isWithin(other) ?? false);
  }
}

/** Params of an `unknown-member` problem: what was found, and the member probably meant. */
export function unknownMember(dimension: Dimension, found: string): Record<string, string> {
  const nearest = nearestName(found, dimension.members);
  return { dimension: dimension.name, found, ...(nearest === undefined ? {} : { nearest }) };
}

export const NAME_RULE = 'a name without brackets, line ends or spaces around it (members: without commas)';

export function isPlainName(name: string): boolean {
  return name !== '' && name === name.trim() && !/[[\]\n\r]/.test(name);
}

/** One member of each of some dimensions: where an equation is being written. */
export class Point {
  readonly dimensions: readonly Dimension[];
  readonly members: readonly string[];

  constructor(dimensions: readonly Dimension[], members: readonly string[]) {
    this.dimensions = dimensions;
    this.members = members;
  }

  /** The member of a dimension here (also of one that a dimension of the point is part of). */
  of(dimension: Dimension): string {
    const member = this.find(dimension);
    if (member === undefined)
      throw new ProblemError([{ code: 'missing-dimension', params: this.missing(dimension) }]);
    return member;
  }

  /** Like `of`, but `undefined` where the point has no such dimension. */
  find(dimension: Dimension): string | undefined {
    const exact = this.dimensions.indexOf(dimension);
    if (exact >= 0) return this.members[exact];
    const within = this.dimensions.findIndex((own) => own.isWithin(dimension) || dimension.isWithin(own));
    return within < 0 ? undefined : this.members[within];
  }

  /** The same point with another member of a dimension, or with one dimension more. */
  with(dimension: Dimension, member: string): Point {
    const position = this.dimensions.indexOf(dimension);
    if (position < 0) return new Point([...this.dimensions, dimension], [...this.members, member]);
    return new Point(this.dimensions, this.members.with(position, member));
  }

  /** The points met when one dimension runs over all its members. */
  along(dimension: Dimension): Point[] {
    return dimension.members.map((member) => this.with(dimension, member));
  }

  missing(dimension: Dimension): Record<string, string> {
    return { dimension: dimension.name, found: this.dimensions.map((own) => own.name).join(', ') };
  }

  /** The members as they are written in names of scalars: `b300,ap7`. */
  toString(): string {
    return this.members.join(',');
  }
}

/** All points of some dimensions, the last dimension running fastest. One empty point for none. */
export function pointsOf(dimensions: readonly Dimension[]): Point[] {
  let rows: (readonly string[])[] = [[]];
  for (const { members } of dimensions)
    rows = rows.flatMap((row) => members.map((member) => row.concat(member)));
  return rows.map((members) => new Point(dimensions, members));
}

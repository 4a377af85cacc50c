import type { Graph } from './graph.ts';
import { forEachOperand } from './node-table.ts';
import type { Nodes } from './node-table.ts';
import { Opcode, Phase } from './opcode.ts';
import { isOperation } from './program.ts';
import type { Program } from './program.ts';

/** A node that must not be 0 (`expected`), or must be 0, in some lane for what it guards to be needed. */
export interface Guard {
  readonly condition: number;
  readonly expected: boolean;
}

/** Operations of a month that are done one after the other, and only where every guard holds, outermost first. */
export interface Segment {
  readonly guards: readonly Guard[];
  readonly nodes: Int32Array;
}

/** Arms that cost less than so many operations are computed always: asking costs about as much. */
export const SMALLEST_ARM = 60;

/**
 * The operations of a month in an order of evaluation in which what only one arm of selects needs stands together,
 * so that a backend can leave it out where no lane takes that arm: the select then discards whatever is there.
 * Rules that a scenario does not use, and rounds after everybody is served, cost next to nothing this way.
 *
 * An operation belongs to an arm if every way from it to an output, a stock or any other operation leads through that
 * arm. Arms lie in arms, so guards form a tree; the guard of an operation is the lowest common ancestor of its uses.
 */
export function scheduleMonth(graph: Graph, program: Program, smallestArm: number): Segment[] {
  const { nodes } = graph;
  const list = program.stepNodes.filter((node) => isOperation(graph, node));
  const arms = new ArmTree();
  const armOf = armsOfNodes(graph, program, list, arms);
  for (const [arm, size] of arms.sizes(nodes, list, armOf).entries())
    if (arm > 0 && size < smallestArm) arms.dissolve(arm);
  for (;;) {
    const segments = sequence(nodes, list, armOf, arms);
    if (segments !== undefined) return segments;
  }
}

/** Operations that the elementary functions are made of, about. */
const COST: Readonly<Record<number, number>> = { [Opcode.EXP]: 50, [Opcode.LOG]: 45, [Opcode.POW]: 150 };

/** Arms of selects inside each other. Arm 0 is what is always computed. */
class ArmTree {
  readonly #parent: number[] = [0];
  readonly #depth: number[] = [0];
  readonly #guard: (Guard | undefined)[] = [undefined];
  readonly #dissolved: boolean[] = [false];
  readonly #children = new Map<string, number>();

  get count(): number {
    return this.#parent.length;
  }

  child(parent: number, condition: number, expected: boolean): number {
    const key = `${parent} ${condition} ${expected}`;
    let arm = this.#children.get(key);
    if (arm === undefined) {
      arm = this.#parent.push(parent) - 1;
      this.#depth.push(this.#depth[parent]! + 1);
      this.#guard.push({ condition, expected });
      this.#dissolved.push(false);
      this.#children.set(key, arm);
    }
    return arm;
  }

  common(a: number, b: number): number {
    while (a !== b) {
      if (this.#depth[a]! >= this.#depth[b]!) a = this.#parent[a]!;
      else b = this.#parent[b]!;
    }
    return a;
  }

  /** The arm itself, or the nearest one around it that was not dissolved. */
  standing(arm: number): number {
    while (this.#dissolved[arm]) arm = this.#parent[arm]!;
    return arm;
  }

  /** Arms from the outermost to this one, those that were not dissolved. */
  path(arm: number): number[] {
    const path: number[] = [];
    for (let at = this.standing(arm); at !== 0; at = this.standing(this.#parent[at]!)) path.unshift(at);
    return path;
  }

  guards(arm: number): Guard[] {
    return this.path(arm).flatMap((at) => this.#guard[at] ?? []);
  }

  /** Takes an arm away; what it holds belongs to the arm around it. */
  dissolve(arm: number): void {
    this.#dissolved[arm] = true;
  }

  /** What the operations in each arm cost, those in the arms inside it included. */
  sizes(nodes: Nodes, list: Int32Array, armOf: Int32Array): Int32Array {
    const sizes = new Int32Array(this.count);
    for (const node of list) sizes[armOf[node]!]! += COST[nodes.opcode[node]!] ?? 1;
    // Arms inside another one are younger.
    for (let arm = this.count - 1; arm > 0; arm--) sizes[this.#parent[arm]!]! += sizes[arm]!;
    return sizes;
  }
}

function armsOfNodes(graph: Graph, program: Program, list: Int32Array, arms: ArmTree): Int32Array {
  const { nodes } = graph;
  const UNUSED = -1;
  const armOf = new Int32Array(nodes.count).fill(UNUSED);
  const use = (node: number, arm: number): void => {
    if (nodes.phase[node] !== Phase.STEP) return;
    armOf[node] = armOf[node] === UNUSED ? arm : arms.common(armOf[node]!, arm);
  };
  for (const node of program.outputNodes) use(node, 0);
  for (const state of program.states) use(graph.states[state]!.next, 0);
  for (const node of list.toReversed()) {
    const arm = Math.max(armOf[node]!, 0);
    if (nodes.opcode[node] === Opcode.SELECT) {
      const condition = nodes.a[node]!;
      use(condition, arm);
      use(nodes.b[node]!, arms.child(arm, condition, true));
      use(nodes.c[node]!, arms.child(arm, condition, false));
    } else forEachOperand(nodes, node, (operand) => use(operand, arm));
  }
  return armOf;
}

/** What a level of the tree is made of: an operation, or an arm with all that lies in it. */
interface Item {
  /** Place in the order of the model, by which items that could come next are told apart. */
  readonly key: number;
  readonly node: number;
  readonly arm: number;
  /** What waits for it, once for every reason to. */
  readonly after: Item[];
  waitsFor: number;
}

/**
 * Orders the operations so that arms stand together. Where two arms need each other in turns the one that cannot
 * stand together is dissolved and undefined is returned.
 */
function sequence(nodes: Nodes, list: Int32Array, armOf: Int32Array, arms: ArmTree): Segment[] | undefined {
  const levels = itemsByArm(nodes, list, armOf, arms);
  const segments: { guards: Guard[]; nodes: number[]; arm: number }[] = [];
  const write = (arm: number): boolean => {
    const items = levels.get(arm) ?? [];
    const ready = new Heap();
    for (const item of items) if (item.waitsFor === 0) ready.push(item);
    let done = 0;
    for (let item = ready.pop(); item !== undefined; item = ready.pop()) {
      done++;
      if (item.arm !== arm) {
        if (!write(item.arm)) return false;
      } else {
        const last = segments.at(-1);
        if (last?.arm === arm) last.nodes.push(item.node);
        else segments.push({ guards: arms.guards(arm), nodes: [item.node], arm });
      }
      for (const next of item.after) if (--next.waitsFor === 0) ready.push(next);
    }
    if (done === items.length) return true;
    const stuck = items.find((item) => item.waitsFor > 0 && item.arm !== arm);
    if (stuck === undefined) throw new RangeError('operations in a circle');
    arms.dissolve(stuck.arm);
    return false;
  };
  if (!write(0)) return undefined;
  return segments.map(({ guards, nodes: members }) => ({ guards, nodes: Int32Array.from(members) }));
}

function itemsByArm(nodes: Nodes, list: Int32Array, armOf: Int32Array, arms: ArmTree): Map<number, Item[]> {
  const levels = new Map<number, Item[]>();
  const own: (Item | undefined)[] = Array.from({ length: nodes.count });
  const ofArm = new Map<number, Item>();
  const add = (level: number, item: Item): void => {
    const items = levels.get(level);
    if (items === undefined) levels.set(level, [item]);
    else items.push(item);
  };
  const paths: (number[] | undefined)[] = Array.from({ length: arms.count });
  const pathOf = (node: number): number[] => (paths[armOf[node]!] ??= arms.path(armOf[node]!));
  // The last operation of an arm comes first here, and gives the arm its place.
  for (const node of list.toReversed()) {
    const path = pathOf(node);
    const item: Item = { key: node, node, arm: path.at(-1) ?? 0, after: [], waitsFor: 0 };
    own[node] = item;
    add(item.arm, item);
    for (const [level, arm] of path.entries()) {
      if (ofArm.has(arm)) continue;
      const whole: Item = { key: node, node: -1, arm, after: [], waitsFor: 0 };
      ofArm.set(arm, whole);
      add(level === 0 ? 0 : path[level - 1]!, whole);
    }
  }
  const itemAt = (node: number, path: readonly number[], level: number): Item =>
    level < path.length ? ofArm.get(path[level]!)! : own[node]!;
  const order = (before: number, after: number): void => {
    const known = own[before];
    if (known === undefined) return;
    const a = pathOf(before);
    const b = pathOf(after);
    // Most operands lie in the same arm.
    let level = a === b ? a.length : 0;
    while (level < a.length && level < b.length && a[level] === b[level]) level++;
    const first = level < a.length ? itemAt(before, a, level) : known;
    const second = itemAt(after, b, level);
    if (first === second) return;
    first.after.push(second);
    second.waitsFor++;
  };
  for (const node of list) {
    forEachOperand(nodes, node, (operand) => order(operand, node));
  }
  for (const [arm, item] of ofArm) {
    const guard = arms.guards(arm).at(-1);
    // The condition is asked before anything of the arm, which need not read it itself.
    const condition = guard?.condition ?? -1;
    if (own[condition] === undefined) continue;
    const path = pathOf(condition);
    const inside = arms.path(arm);
    let level = 0;
    while (level < path.length && level < inside.length && path[level] === inside[level]) level++;
    const first = itemAt(condition, path, level);
    const second = level < inside.length ? ofArm.get(inside[level]!)! : item;
    if (first === second) continue;
    first.after.push(second);
    second.waitsFor++;
  }
  return levels;
}

/** Items by key, lowest first. */
class Heap {
  readonly #items: Item[] = [];

  push(item: Item): void {
    const items = this.#items;
    let at = items.push(item) - 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (items[up]!.key <= item.key) break;
      items[at] = items[up]!;
      at = up;
    }
    items[at] = item;
  }

  pop(): Item | undefined {
    const items = this.#items;
    const [first] = items;
    const last = items.pop();
    if (first === undefined || last === undefined || items.length === 0) return first;
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      if (down >= items.length) break;
      if (down + 1 < items.length && items[down + 1]!.key < items[down]!.key) down++;
      if (items[down]!.key >= last.key) break;
      items[at] = items[down]!;
      at = down;
    }
    items[at] = last;
    return first;
  }
}

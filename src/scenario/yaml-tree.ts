import { LineCounter, isAlias, isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { Place, Problem } from '../problem/problem.ts';
import type { Tree, TreeEntry } from './tree.ts';

/** Scenario files nest three deep; anything deeper is a mistake or an attack through aliases. */
const maximumDepth = 8;

/**
 * Parses one YAML 1.2 document. Broken syntax gives every `yaml-syntax` problem and no tree, since a tree recovered
 * from broken text would give problems that are not there; duplicate keys are reported beside the tree.
 */
export function parseYamlTree(
  text: string,
  placeOf: (line: number, column: number) => Place,
): { readonly tree: Tree | undefined; readonly problems: readonly Problem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/, ''), {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    version: '1.2',
  });
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return placeOf(line, col);
  };
  const broken = [...document.errors, ...document.warnings];
  if (broken.length > 0) {
    const problems = broken.map((error) => ({
      code: 'yaml-syntax',
      place: place(error.pos[0]),
      params: { name: error.code, found: error.message },
    }));
    return { tree: undefined, problems };
  }
  const problems: Problem[] = [];
  const tree = toTree(document.contents, { document, place, problems }, placeOf(1, 1), 0);
  return { tree, problems };
}

interface Reading {
  readonly document: Document.Parsed;
  readonly place: (offset: number) => Place;
  readonly problems: Problem[];
}

function toTree(node: unknown, reading: Reading, fallback: Place, depth: number): Tree {
  const place = isNode(node) && node.range ? reading.place(node.range[0]) : fallback;
  const nothing: Tree = { kind: 'scalar', place, value: null, source: '' };
  if (depth > maximumDepth) {
    reading.problems.push({ code: 'nested-too-deep', place, params: { expected: maximumDepth } });
    return nothing;
  }
  if (isAlias(node)) {
    const target = node.resolve(reading.document);
    if (target) return atPlace(toTree(target, reading, place, depth + 1), place);
    reading.problems.push({ code: 'unknown-alias', place, params: { found: node.source } });
    return nothing;
  }
  if (isSeq(node)) {
    return {
      kind: 'list',
      place,
      items: node.items.map((item) => toTree(item, reading, place, depth + 1)),
    };
  }
  if (isMap(node)) {
    const first = new Map<string, Place>();
    const entries: TreeEntry[] = [];
    for (const pair of node.items) {
      const key = toTree(pair.key, reading, place, depth + 1);
      const value = toTree(pair.value, reading, key.place, depth + 1);
      if (key.kind !== 'scalar') {
        reading.problems.push({
          code: 'wrong-type',
          place: key.place,
          params: { name: 'key', expected: 'text', found: key.kind },
        });
        continue;
      }
      const earlier = first.get(key.source);
      if (earlier) {
        const params = { name: key.source, line: earlier.line ?? 0, column: earlier.column ?? 0 };
        reading.problems.push({ code: 'duplicate-key', place: key.place, params });
        continue;
      }
      first.set(key.source, key.place);
      entries.push({ key: key.source, keyPlace: key.place, value });
    }
    return { kind: 'map', place, entries };
  }
  if (isScalar(node)) {
    const value: unknown = node.value;
    if (typeof value === 'string') return { kind: 'scalar', place, value, source: value };
    if (typeof value === 'number' || typeof value === 'boolean') {
      return { kind: 'scalar', place, value, source: node.source ?? String(value) };
    }
  }
  return nothing;
}

/** A value reached through an alias is blamed where the alias stands. */
function atPlace(tree: Tree, place: Place): Tree {
  return { ...tree, place };
}

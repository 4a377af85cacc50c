import { equationText, formatUnit } from '../src/engine/index.ts';
import type { FamilyInfo, Graph } from '../src/engine/index.ts';

/** Terms of a sum that are alike are written once from so many on. */
const ALIKE = 3;
/** Longer equations are cut: what is left out is more of the same. */
const LONGEST = 900;

/**
 * The equation of a family, written once: that of the member with the longest one, with names of dimensions in place
 * of its members, and sums of like terms as Σ over the dimension that they run through. Of a stock that of its next opening and of its first.
 * Undefined of inputs and tables.
 */
export function familyEquation(graph: Graph, family: FamilyInfo): string | undefined {
  const equations = family.scalars.flatMap((name) => {
    const equation = graph.equations.get(name);
    return equation ? [{ name, text: equationText(equation.value) }] : [];
  });
  const [first, ...others] = equations;
  if (first === undefined) return undefined;
  const model = others.reduce((a, b) => (b.text.length > a.text.length ? b : a), first);
  const own = membersOf(model.name, family);
  const left =
    family.dimensions.length === 0 ? family.name : `${family.name}[${family.dimensions.join(', ')}]`;
  const right = (text: string): string => {
    // What follows ‘where’ are equations of their own.
    const parts = tokens(graph, text).split(/( where x\d+ = |; x\d+ = )/u);
    const written = parts.map((part, index) => (index % 2 === 0 ? collapsed(part, graph) : part)).join('');
    const once = typeset(withDimensions(written, own));
    return once.length > LONGEST ? `${once.slice(0, LONGEST)} …` : once;
  };
  const initial = graph.equations.get(model.name)?.initial;
  if (initial === undefined) return `${left} = ${right(model.text)}`;
  return `${left} (next opening) = ${right(model.text)}\n${left} (first opening) = ${right(equationText(initial))}`;
}

/** Families that the equations of a family read, without itself. */
export function readFamilies(graph: Graph, family: FamilyInfo): string[] {
  const found = new Set<string>();
  for (const name of family.scalars) {
    const equation = graph.equations.get(name);
    const waiting = equation ? [equation.value, ...(equation.initial ? [equation.initial] : [])] : [];
    const seen = new Set(waiting);
    for (let expr = waiting.pop(); expr !== undefined; expr = waiting.pop()) {
      if (expr.reference) found.add(expr.reference.family.name);
      for (const arg of expr.args) {
        if (seen.has(arg)) continue;
        seen.add(arg);
        waiting.push(arg);
      }
    }
  }
  found.delete(family.name);
  return [...found];
}

/** Unit as the documentation writes it. */
export function unitText(family: FamilyInfo): string {
  return formatUnit(family.unit);
}

function membersOf(name: string, { dimensions }: FamilyInfo): ReadonlyMap<string, string> {
  const inside = name.slice(name.lastIndexOf('[') + 1, -1).split(',');
  return new Map(dimensions.map((dimension, index) => [dimension, inside[index] ?? '']));
}

/** Members in a text become `‹dimension:member›`, so that like terms can be told. */
function tokens(graph: Graph, text: string): string {
  let done = '';
  let rest = text;
  for (let open = rest.indexOf('['); open >= 0; open = rest.indexOf('[')) {
    const close = rest.indexOf(']', open);
    const before = rest.slice(0, open);
    const family = longestSuffix(graph, before);
    const members = rest.slice(open + 1, close).split(',');
    const marked = members.map((member, index) => `‹${family?.dimensions[index] ?? '?'}:${member}›`);
    done += `${before}[${marked.join(', ')}]`;
    rest = rest.slice(close + 1);
  }
  return done + rest;
}

function longestSuffix(graph: Graph, text: string): FamilyInfo | undefined {
  let found: FamilyInfo | undefined;
  for (const family of graph.families.values())
    if (text.endsWith(family.name) && family.name.length > (found?.name.length ?? 0)) found = family;
  return found;
}

/** Sums of like terms, at every depth, as Σ. */
function collapsed(text: string, graph: Graph): string {
  const inner = insideOut(text, (part) => collapsed(part, graph));
  return splitTop(inner, ' - ')
    .map((part) => collapsedSum(part, graph))
    .join(' - ');
}

function collapsedSum(text: string, graph: Graph): string {
  const terms = splitTop(text, ' + ');
  if (terms.length < ALIKE) return text;
  const skeleton = (term: string): string => term.replaceAll(/‹([^:]*):[^›]*›/gu, '‹$1›');
  let written = '';
  for (let at = 0; at < terms.length; ) {
    let end = at + 1;
    while (end < terms.length && skeleton(terms[end] ?? '') === skeleton(terms[at] ?? '')) end++;
    const alike = terms.slice(at, end);
    const parts = alike.length >= ALIKE ? [sumOver(alike, graph)] : alike;
    for (const part of parts) written += written === '' ? part : ` + ${part}`;
    at = end;
  }
  return written;
}

/** Replaces what stands in each outermost pair of round brackets. */
function insideOut(text: string, change: (inside: string) => string): string {
  let written = '';
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(' && depth++ === 0) {
      written += text.slice(from, at + 1);
      from = at + 1;
    } else if (text[at] === ')' && --depth === 0) {
      const args = splitTop(text.slice(from, at), ', ');
      written += args.map(change).join(', ');
      from = at;
    }
  }
  return written + text.slice(from);
}

/** Parts between separators that stand in no brackets. */
function splitTop(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '(' || sign === '[') depth++;
    else if (sign === ')' || sign === ']') depth--;
    else if (depth === 0 && text.startsWith(separator, at)) {
      parts.push(text.slice(from, at));
      from = at + separator.length;
    }
  }
  return [...parts, text.slice(from)];
}

/** `Σ(dimension: term)`, with the count where it does not run through the whole dimension. */
function sumOver(terms: readonly string[], graph: Graph): string {
  const marks = terms.map((term) => [...term.matchAll(/‹([^:]*):([^›]*)›/gu)].map((match) => match[0]));
  const varied = new Map<number, string>();
  const first = marks[0] ?? [];
  for (const [position, mark] of first.entries()) {
    if (marks.some((others) => others[position] !== mark))
      varied.set(position, mark.slice(1, mark.indexOf(':')));
  }
  const dimensions = [...new Set(varied.values())];
  const over = dimensions.map((dimension) => {
    const all = graph.dimensions.get(dimension)?.members.length ?? 0;
    return terms.length === all || dimensions.length > 1
      ? dimension
      : `${dimension}, ${terms.length} of ${all}`;
  });
  let position = 0;
  const template = (terms[0] ?? '').replaceAll(/‹[^›]*›/gu, (mark) => {
    const dimension = varied.get(position++);
    return dimension === undefined ? mark : `‹${dimension}:*›`;
  });
  return `Σ{${over.join('; ')}}(${template})`;
}

/** The family's own members and those a sum runs through by the name of their dimension, others by their own. */
function withDimensions(text: string, own: ReadonlyMap<string, string>): string {
  return text.replaceAll(/‹([^:]*):([^›]*)›/gu, (_, dimension: string, member: string) => {
    if (member === '*') return own.has(dimension) ? `other ${dimension}` : dimension;
    return own.get(dimension) === member ? dimension : `“${member}”`;
  });
}

/** Signs as they are printed; `elapsed + 0` is how a look ahead of no months is built. */
function typeset(text: string): string {
  return text
    .replaceAll('elapsed + 0 ', 'elapsed ')
    .replaceAll(' * ', ' · ')
    .replaceAll(' <= ', ' ≤ ')
    .replaceAll(' >= ', ' ≥ ')
    .replaceAll(' - ', ' − ');
}

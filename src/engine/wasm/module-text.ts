import type { DeclaredFunction, FunctionType, ModuleParts } from './encoder.ts';
import { functionText, LINE_WIDTH, typeName } from './function-text.ts';
import type { NamedFunction } from './function-text.ts';
import { commentText, Identifiers } from './identifier-text.ts';

const BYTES_PER_LINE = 32;

/**
 * A module in the text format of WebAssembly (core specification 2.0, chapter 6): what `ModuleEncoder` encodes,
 * with names and notes for a reader. `about` stands above it, one comment each. Throws `RangeError` when a declared
 * function was never defined, or when it uses an instruction that has no text.
 */
export function moduleText(parts: ModuleParts, about: readonly string[]): string {
  const { types, exports, data, memory } = parts;
  const identifiers = new Identifiers();
  const functions: NamedFunction[] = parts.functions.map(({ name, type }) => ({
    identifier: identifiers.of(name),
    type: types[type]!,
  }));
  const lines = [...about.flatMap((words) => comment(words.split(' '), '')), '(module'];
  for (const [position, type] of types.entries())
    lines.push(`  (type $type_${position} (func${signature(type)}))`);
  if (memory?.from !== undefined) {
    const { module, name } = memory.from;
    lines.push(`  (import ${quoted(module)} ${quoted(name)} (memory ${memory.pages}))`);
  }
  for (const [index, declared] of parts.functions.entries())
    lines.push('', ...defined(declared, functions[index]!, functions));
  if (memory !== undefined && memory.from === undefined) lines.push('', `  (memory ${memory.pages})`);
  for (const { name, kind, index } of exports)
    lines.push(
      `  (export ${quoted(name)} ${kind === 'memory' ? '(memory 0)' : `(func ${functions[index]!.identifier})`})`,
    );
  for (const { offset, bytes } of data) lines.push(`  (data (i32.const ${offset})`, ...escaped(bytes), '  )');
  lines.push(')');
  return `${lines.join('\n')}\n`;
}

function defined(
  { type, name, code }: DeclaredFunction,
  { identifier, type: functionType }: NamedFunction,
  functions: readonly NamedFunction[],
): string[] {
  if (code === undefined) throw new RangeError(`not defined: ${name}`);
  const { parameters, locals, body } = functionText(code, functionType, functions);
  const results = functionType.results.map((result) => `(result ${typeName(result)})`);
  const head = [`(func ${identifier}`, `(type $type_${type})`, ...parameters, ...results];
  return [
    ...comment(
      code.about.map((words) => `${words};`),
      '  ',
    ),
    ...wrapped(head, '  ', '    '),
    ...wrapped(locals, '    ', '    '),
    ...body.map((line) => (line === '' ? line : `    ${line}`)),
    '  )',
  ];
}

function signature({ parameters, results }: FunctionType): string {
  const part = (word: string, list: readonly number[]): string =>
    list.length === 0 ? '' : ` (${word} ${list.map(typeName).join(' ')})`;
  return part('param', parameters) + part('result', results);
}

/** Comments of so many words, or groups of words that are to stand together. */
function comment(words: readonly string[], indent: string): string[] {
  return wrapped(words, '', '', LINE_WIDTH - indent.length - 3).map((line) => indent + commentText(line));
}

/** Words on lines that are no longer than they must be. */
function wrapped(words: readonly string[], first: string, further: string, width = LINE_WIDTH): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? (lines.length === 0 ? first : further) + word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}

/** A name as a string of the text format. */
function quoted(name: string): string {
  const text = name.replaceAll(/["\\\p{Cc}]/gu, (character) => `\\${hexadecimal(character.codePointAt(0)!)}`);
  return `"${text}"`;
}

function escaped(bytes: Uint8Array): string[] {
  const lines: string[] = [];
  for (let first = 0; first < bytes.length; first += BYTES_PER_LINE) {
    const part = bytes.subarray(first, first + BYTES_PER_LINE);
    lines.push(`    "${Array.from(part, (byte) => `\\${hexadecimal(byte)}`).join('')}"`);
  }
  return lines;
}

function hexadecimal(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}

import { describe, expect, it } from 'vitest';
import { bytesOfText, withoutNames } from '../../../e2e/support/wabt.ts';
import { CodeWriter, Plain, SingleVector, ValueType, Vector } from './code-writer.ts';
import { ModuleEncoder } from './encoder.ts';
import { instructionText, listedInstructions, VECTOR_PREFIX, vectorKey } from './instruction-text.ts';
import { DOUBLES, SINGLES } from './lane-type.ts';
import { moduleText } from './module-text.ts';

const { I32, V128 } = ValueType;

describe('text of instructions', () => {
  it('is what wabt reads as the same bytes, for every instruction there is a text for', async () => {
    // Not a valid program, which takes values of other types: only how it is read matters.
    const code = new CodeWriter(1);
    const byte = (...bytes: readonly number[]): void => {
      for (const each of bytes) code.plain(each);
    };
    const immediates: Readonly<Record<string, readonly number[]>> = {
      none: [],
      local: [0],
      function: [0],
      label: [0],
      lane: [1],
      lanes: Array.from({ length: 16 }, (_, lane) => 31 - lane),
      memory: [2, 0x80, 0x01],
      'memory and lane': [0, 0x80, 0x01, 1],
      i32: [0x7f],
      i64: [0x80, 0x7f],
      f32: [0, 0, 0xc0, 0x3f],
      f64: [0, 0, 0, 0, 0, 0, 0xf0, 0xff],
      v128: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
    };
    expect(listedInstructions().length).toBeGreaterThan(200);
    for (const key of listedInstructions()) {
      const { immediate, ...own } = instructionText(key);
      const operands = immediate === 'function' ? 1 : own.operands;
      for (let operand = 0; operand < operands; operand++) code.get(0);
      if (key < 0x100) byte(key);
      else code.vector(key - vectorKey(0));
      byte(...immediates[immediate]!);
    }
    const module = new ModuleEncoder();
    module.memory(1);
    module.define(module.declare({ parameters: [I32], results: [] }, 'all'), code);
    const text = moduleText(module.parts, []);
    expect(await bytesOfText(text, { validate: false })).toEqual(withoutNames(module.encode()));
  });

  it('there is of every instruction that kernels use', () => {
    for (const number of [...Object.values(Vector), ...Object.values(SingleVector)])
      expect(instructionText(vectorKey(number)).name).toMatch(/\./u);
    for (const [name, number] of Object.entries(Plain))
      if (name !== 'END') expect(instructionText(number).name).toMatch(/^(i32\.|select)/u);
    expect(() => instructionText(VECTOR_PREFIX)).toThrow(/no text for instruction 0xfd/);
  });
});

describe('text of a function', () => {
  async function roundTrip(code: CodeWriter, results: readonly (typeof V128)[]): Promise<string> {
    const module = new ModuleEncoder();
    module.define(module.declare({ parameters: [V128, I32], results }, 'f'), code);
    const text = moduleText(module.parts, []);
    expect(await bytesOfText(text)).toEqual(withoutNames(module.encode()));
    return text;
  }

  it('brackets operands, and writes what is nested deeper than one can read in a row', async () => {
    const code = new CodeWriter(2, ['a', 'n']);
    for (let i = 0; i < 40; i++) code.get(0);
    for (let i = 1; i < 40; i++) code.vector(Vector.ADD);
    const text = await roundTrip(code, [V128]);
    expect(text).toContain('(f64x2.add (local.get $a) (local.get $a))');
    expect(text).toMatch(/^ {4}f64x2\.add$/mu);
  });

  it('gives every number its bits', async () => {
    const numbers = [0, -0, 1.5, -1e300, 5e-324, 0.1, Infinity, -Infinity, NaN, Number.MAX_VALUE, 2 ** -1022];
    const bits = [
      1n,
      2n ** 63n,
      0x7ff8000000000001n,
      0xfff8000000000000n,
      0x3f8000003f800000n,
      0x8000000080000000n,
    ];
    const code = new CodeWriter(2);
    const sum = code.local(V128, 'sum');
    for (const number of numbers) code.vectorConstant(number, DOUBLES).set(sum);
    for (const number of numbers) code.vectorConstant(number, SINGLES).set(sum);
    for (const pattern of bits) code.vectorBits(pattern).set(sum);
    const text = await roundTrip(code.get(sum), [V128]);
    for (const literal of [
      'f64x2 0.1 0.1',
      'f64x2 inf inf',
      'f64x2 nan nan',
      'f32x4 1 1 1 1',
      'i64x2 0x1 0x1',
    ])
      expect(text).toContain(`v128.const ${literal}`);
  });

  it('has loops, conditions and blocks inside each other', async () => {
    const code = new CodeWriter(2);
    const NO_RESULT = 0x40;
    const [BLOCK, IF, ELSE, BRANCH] = [0x02, 0x04, 0x05, 0x0c];
    code.plain(BLOCK).plain(NO_RESULT);
    code.loop(
      () => {
        code.get(1).plain(IF).plain(NO_RESULT).get(1).integer(1).plain(Plain.I32_SUBTRACT).set(1);
        code.plain(ELSE).plain(BRANCH).plain(2).plain(Plain.END);
      },
      () => void code.get(1),
    );
    code.plain(Plain.END).get(1).returnIf();
    const text = await roundTrip(code, []);
    expect(text).toContain('(local.set $x1 (i32.sub (local.get $x1) (i32.const 1)))');
  });

  it('keeps what names hold from breaking out', async () => {
    const evil = [
      'a\n(b)',
      'a ;) (;',
      ')',
      '"\\',
      '',
      '多い',
      '\u2028\u202e',
      '\ud800',
      ';; $x',
      'a'.repeat(500),
      'a b',
      'a_b',
    ];
    const code = new CodeWriter(2, evil);
    for (const name of evil) {
      code.about.push(name);
      const local = code.local(V128, name);
      code.get(0).note(name).set(local).note(name);
    }
    const module = new ModuleEncoder();
    for (const name of evil)
      module.define(module.declare({ parameters: [V128, I32], results: [] }, name), code);
    module.exportFunction('export "\\ 多い\n', 1);
    const text = moduleText(module.parts, evil);
    expect(await bytesOfText(text)).toEqual(withoutNames(module.encode()));
    expect(text).toContain(';; 多い');
    expect(text).toMatch(/^[\n\P{C}]+$/u);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(600);
  });
});

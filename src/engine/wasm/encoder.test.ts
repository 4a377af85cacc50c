import { describe, expect, it } from 'vitest';
import { bytesOfText, validated, withoutNames } from '../../../e2e/support/wabt.ts';
import { ByteWriter } from './byte-writer.ts';
import { CodeWriter, Plain, ValueType, Vector } from './code-writer.ts';
import { ModuleEncoder } from './encoder.ts';
import { webAssemblyHost } from './host.ts';
import { moduleText } from './module-text.ts';
import type { WebAssemblyMemory } from './host.ts';
import { DOUBLES } from './lane-type.ts';
import { simdSupported } from './simd-support.ts';

const { I32, V128 } = ValueType;

function exportsOf(
  bytes: Uint8Array,
  imports: Record<string, Record<string, unknown>> = {},
): Record<string, unknown> {
  const host = webAssemblyHost()!;
  return new host.Instance(new host.Module(bytes), imports).exports;
}

/** A module in which everything that the encoder writes occurs. */
function everything(imported: boolean): ModuleEncoder {
  const module = new ModuleEncoder();
  if (imported) module.importMemory('host', 'memory', 1);
  else {
    module.memory(1);
    module.exportMemory('memory');
  }
  const pair = module.declare({ parameters: [V128], results: [V128, V128] }, 'pair');
  module.define(pair, new CodeWriter(1).get(0).get(0).vector(Vector.NEGATE));
  const run = module.declare({ parameters: [I32], results: [I32] }, 'run «多い»');
  const code = new CodeWriter(1);
  const vector = code.local(V128);
  const count = code.local(I32);
  code.integer(0).integer(0).vectorLoad(0).integer(0).vectorLoadSplat(8, DOUBLES).vector(Vector.ADD);
  code.call(pair).vector(Vector.MULTIPLY).set(vector);
  code.get(vector).vectorStore(16);
  code.integer(32).vectorConstant(1.5, DOUBLES).vectorBits(1n).vector(Vector.I64_ADD).vectorStore(0);
  code.loop(
    () => void code.get(count).integer(3).plain(Plain.I32_ADD).set(count),
    () => void code.get(count).get(0).plain(Plain.I32_LESS),
  );
  code.integer(64).get(count).integerStore(0).integer(0).integerLoad(64);
  module.define(run, code);
  module.exportFunction('run', run);
  module.data(0, new Uint8Array(new Float64Array([3, 4]).buffer));
  return module;
}

describe('encoder', () => {
  it('writes LEB128 as the specification has it', () => {
    const bytes = (write: (out: ByteWriter) => void): number[] => {
      const out = new ByteWriter();
      write(out);
      return [...out.bytes];
    };
    expect(bytes((out) => out.unsigned(0))).toEqual([0]);
    expect(bytes((out) => out.unsigned(127).unsigned(128))).toEqual([0x7f, 0x80, 0x01]);
    expect(bytes((out) => out.unsigned(624485))).toEqual([0xe5, 0x8e, 0x26]);
    expect(bytes((out) => out.unsigned(0xffffffff))).toEqual([0xff, 0xff, 0xff, 0xff, 0x0f]);
    expect(bytes((out) => out.signed(63).signed(64))).toEqual([0x3f, 0xc0, 0x00]);
    expect(bytes((out) => out.signed(-64).signed(-65))).toEqual([0x40, 0xbf, 0x7f]);
    expect(bytes((out) => out.signed(-123456))).toEqual([0xc0, 0xbb, 0x78]);
    expect(bytes((out) => out.name('é多😀'))).toEqual([9, ...Buffer.from('é多😀')]);
  });

  it.each([false, true])(
    'writes modules that wabt accepts and that run (memory imported: %s)',
    async (imported) => {
      const bytes = everything(imported).encode();
      expect(await validated(bytes)).toContain('v128.load64_splat');
      let memory: WebAssemblyMemory | undefined;
      if (imported) {
        const { Memory } = webAssemblyHost() as unknown as {
          Memory: new (size: { initial: number }) => WebAssemblyMemory;
        };
        memory = new Memory({ initial: 1 });
      }
      const exports = exportsOf(bytes, memory === undefined ? {} : { host: { memory } });
      memory ??= exports['memory'] as WebAssemblyMemory;
      expect((exports['run'] as (limit: number) => number)(10)).toBe(12);
      const doubles = new Float64Array(memory.buffer);
      expect([...doubles.subarray(2, 6)]).toEqual([-49, -64, 1.5 + 2 ** -52, 1.5 + 2 ** -52]);
    },
  );

  it.each([false, true])(
    'writes text that wabt reads as the same module (memory imported: %s)',
    async (imported) => {
      const module = everything(imported);
      const text = moduleText(module.parts, ['all that', 'is\n(there) ;)']);
      expect(text.startsWith(';; all that\n;; is (there) ;)\n(module\n')).toBe(true);
      expect(await bytesOfText(text)).toEqual(withoutNames(module.encode()));
    },
  );

  it('refuses a function that was never defined', () => {
    const module = new ModuleEncoder();
    module.declare({ parameters: [], results: [] }, 'nothing');
    expect(() => module.encode()).toThrow(/not defined: nothing/);
    expect(() => moduleText(module.parts, [])).toThrow(/not defined: nothing/);
  });
});

describe('simdSupported', () => {
  it('is true here, and false without WebAssembly or without its vectors', () => {
    expect(simdSupported()).toBe(true);
    const host = webAssemblyHost()!;
    expect(simdSupported({ ...host, validate: () => false })).toBe(false);
    const saved = Object.getOwnPropertyDescriptor(globalThis, 'WebAssembly')!;
    try {
      Reflect.deleteProperty(globalThis, 'WebAssembly');
      expect(simdSupported()).toBe(false);
    } finally {
      Object.defineProperty(globalThis, 'WebAssembly', saved);
    }
  });
});

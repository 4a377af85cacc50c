import { ByteWriter } from './byte-writer.ts';
import type { CodeWriter, ValueType } from './code-writer.ts';

export interface FunctionType {
  readonly parameters: readonly ValueType[];
  readonly results: readonly ValueType[];
}

interface DeclaredFunction {
  readonly type: number;
  readonly name: string;
  body?: Uint8Array;
}

const MAGIC = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

const Section = {
  CUSTOM: 0,
  TYPE: 1,
  IMPORT: 2,
  FUNCTION: 3,
  MEMORY: 5,
  EXPORT: 7,
  CODE: 10,
  DATA: 11,
} as const;

const FUNCTION_EXPORT = 0;
const MEMORY_EXPORT = 2;
/** A memory that may grow without a stated bound. */
const UNBOUNDED = 0;

/**
 * Writes the binary format of WebAssembly (core specification 2.0, chapter 5), as much of it as kernels need: one
 * memory, functions of 32-bit integers, doubles and vectors, data, exports, and names for those who read the module.
 */
export class ModuleEncoder {
  readonly #types: string[] = [];
  readonly #typeBytes: Uint8Array[] = [];
  readonly #functions: DeclaredFunction[] = [];
  readonly #exports: { name: string; kind: number; index: number }[] = [];
  readonly #data: { offset: number; bytes: Uint8Array }[] = [];
  #memory: { pages: number; from?: { module: string; name: string } } | undefined;

  /** The memory, of at least so many pages of 65,536 bytes, made with the module. */
  memory(pages: number): void {
    this.#memory = { pages };
  }

  /** The memory, of at least so many pages, brought by whoever makes an instance. */
  importMemory(module: string, name: string, pages: number): void {
    this.#memory = { pages, from: { module, name } };
  }

  /** A function to be defined later; gives the number to call it by. */
  declare(type: FunctionType, name: string): number {
    return this.#functions.push({ type: this.#type(type), name }) - 1;
  }

  define(index: number, code: CodeWriter): void {
    this.#functions[index]!.body = code.finish();
  }

  /** Bytes that memory holds from the start. */
  data(offset: number, bytes: Uint8Array): void {
    this.#data.push({ offset, bytes });
  }

  exportFunction(name: string, index: number): void {
    this.#exports.push({ name, kind: FUNCTION_EXPORT, index });
  }

  exportMemory(name: string): void {
    this.#exports.push({ name, kind: MEMORY_EXPORT, index: 0 });
  }

  /** The whole module. Throws `RangeError` when a declared function was never defined. */
  encode(): Uint8Array {
    const module = new ByteWriter().append(MAGIC);
    section(module, Section.TYPE, this.#typeBytes, (out, type) => out.append(type));
    const memory = this.#memory === undefined ? [] : [this.#memory];
    section(
      module,
      Section.IMPORT,
      memory.flatMap(({ pages, from }) => (from === undefined ? [] : [{ pages, ...from }])),
      (out, entry) => out.name(entry.module).name(entry.name).byte(2).byte(UNBOUNDED).unsigned(entry.pages),
    );
    section(module, Section.FUNCTION, this.#functions, (out, { type }) => out.unsigned(type));
    section(
      module,
      Section.MEMORY,
      memory.filter(({ from }) => from === undefined),
      (out, { pages }) => out.byte(UNBOUNDED).unsigned(pages),
    );
    section(module, Section.EXPORT, this.#exports, (out, { name, kind, index }) =>
      out.name(name).byte(kind).unsigned(index),
    );
    section(module, Section.CODE, this.#functions, (out, { name, body }) => {
      if (body === undefined) throw new RangeError(`not defined: ${name}`);
      return out.block(body);
    });
    section(module, Section.DATA, this.#data, (out, { offset, bytes }) =>
      // An active segment of memory 0, at a constant offset.
      out.byte(0).byte(0x41).signed(offset).byte(0x0b).block(bytes),
    );
    this.#names(module);
    return module.bytes.slice();
  }

  #type({ parameters, results }: FunctionType): number {
    const key = `${parameters.join(' ')} > ${results.join(' ')}`;
    const known = this.#types.indexOf(key);
    if (known !== -1) return known;
    this.#typeBytes.push(
      new ByteWriter()
        .byte(0x60)
        .block(Uint8Array.from(parameters))
        .block(Uint8Array.from(results))
        .bytes.slice(),
    );
    return this.#types.push(key) - 1;
  }

  #names(module: ByteWriter): void {
    const names = new ByteWriter().unsigned(this.#functions.length);
    for (const [index, { name }] of this.#functions.entries()) names.unsigned(index).name(name);
    const FUNCTION_NAMES = 1;
    const content = new ByteWriter().name('name').byte(FUNCTION_NAMES).block(names.bytes);
    module.byte(Section.CUSTOM).block(content.bytes);
  }
}

/** A section that is a vector of entries; left out when there are none. */
function section<Entry>(
  module: ByteWriter,
  id: number,
  entries: readonly Entry[],
  write: (out: ByteWriter, entry: Entry) => void,
): void {
  if (entries.length === 0) return;
  const content = new ByteWriter().unsigned(entries.length);
  for (const entry of entries) write(content, entry);
  module.byte(id).block(content.bytes);
}

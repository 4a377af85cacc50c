import { ByteWriter } from './byte-writer.ts';
import type { CodeWriter, ValueType } from './code-writer.ts';

export interface FunctionType {
  readonly parameters: readonly ValueType[];
  readonly results: readonly ValueType[];
}

/** The function of a module; without code until it is defined. */
export interface DeclaredFunction {
  /** Position among the types. */
  readonly type: number;
  readonly name: string;
  code?: CodeWriter;
}

export interface ModuleExport {
  readonly name: string;
  readonly kind: 'function' | 'memory';
  readonly index: number;
}

/** A module before it is encoded. */
export interface ModuleParts {
  readonly types: readonly FunctionType[];
  readonly functions: readonly Readonly<DeclaredFunction>[];
  readonly exports: readonly ModuleExport[];
  readonly data: readonly { readonly offset: number; readonly bytes: Uint8Array }[];
  readonly memory:
    | { readonly pages: number; readonly from?: { readonly module: string; readonly name: string } }
    | undefined;
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

const EXPORT_KIND = { function: 0, memory: 2 } as const;
/** A memory that may grow without a stated bound. */
const UNBOUNDED = 0;

/**
 * Writes the binary format of WebAssembly (core specification 2.0, chapter 5), as much of it as kernels need: one
 * memory, functions of 32-bit integers, doubles and vectors, data, exports, and names for those who read the module.
 */
export class ModuleEncoder {
  readonly #types: FunctionType[] = [];
  readonly #functions: DeclaredFunction[] = [];
  readonly #exports: ModuleExport[] = [];
  readonly #data: { offset: number; bytes: Uint8Array }[] = [];
  #memory: ModuleParts['memory'];

  get parts(): ModuleParts {
    return {
      types: this.#types,
      functions: this.#functions,
      exports: this.#exports,
      data: this.#data,
      memory: this.#memory,
    };
  }

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
    this.#functions[index]!.code = code;
  }

  /** Bytes that memory holds from the start. */
  data(offset: number, bytes: Uint8Array): void {
    this.#data.push({ offset, bytes });
  }

  exportFunction(name: string, index: number): void {
    this.#exports.push({ name, kind: 'function', index });
  }

  exportMemory(name: string): void {
    this.#exports.push({ name, kind: 'memory', index: 0 });
  }

  /** The whole module. Throws `RangeError` when a declared function was never defined. */
  encode(): Uint8Array {
    const module = new ByteWriter().append(MAGIC);
    section(module, Section.TYPE, this.#types, (out, { parameters, results }) =>
      out.byte(0x60).block(Uint8Array.from(parameters)).block(Uint8Array.from(results)),
    );
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
      out.name(name).byte(EXPORT_KIND[kind]).unsigned(index),
    );
    section(module, Section.CODE, this.#functions, (out, { name, code }) => {
      if (code === undefined) throw new RangeError(`not defined: ${name}`);
      return out.block(code.finish());
    });
    section(module, Section.DATA, this.#data, (out, { offset, bytes }) =>
      // An active segment of memory 0, at a constant offset.
      out.byte(0).byte(0x41).signed(offset).byte(0x0b).block(bytes),
    );
    this.#names(module);
    return module.bytes.slice();
  }

  #type(type: FunctionType): number {
    const key = typeKey(type);
    const known = this.#types.findIndex((other) => typeKey(other) === key);
    return known === -1 ? this.#types.push(type) - 1 : known;
  }

  #names(module: ByteWriter): void {
    const names = new ByteWriter().unsigned(this.#functions.length);
    for (const [index, { name }] of this.#functions.entries()) names.unsigned(index).name(name);
    const FUNCTION_NAMES = 1;
    const content = new ByteWriter().name('name').byte(FUNCTION_NAMES).block(names.bytes);
    module.byte(Section.CUSTOM).block(content.bytes);
  }
}

function typeKey({ parameters, results }: FunctionType): string {
  return `${parameters.join(' ')} > ${results.join(' ')}`;
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

import type { EmittedFiles } from '../../answers/emitted-files.ts';
import type { PageFiles } from './page-base.ts';

/** Beliefs and kernels of a day as the build writes them, formed while the page was open. */
export interface FormedFiles {
  readonly emitted: EmittedFiles;
  readonly contents: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

/** Gathers what is written, for `writeFirstScreen`. */
export function gatherFiles(): {
  readonly contents: Map<string, Uint8Array<ArrayBuffer>>;
  readonly write: (name: string, content: string | Uint8Array) => void;
} {
  const contents = new Map<string, Uint8Array<ArrayBuffer>>();
  const encoder = new TextEncoder();
  const write = (name: string, content: string | Uint8Array): void => {
    contents.set(name, typeof content === 'string' ? encoder.encode(content) : new Uint8Array(content));
  };
  return { contents, write };
}

/** What was formed, as files beside the page. */
export function filesFormed({ contents }: FormedFiles): PageFiles {
  const bytes = async (name: string): Promise<Uint8Array<ArrayBuffer>> => {
    const found = contents.get(name);
    if (found === undefined) throw new RangeError(`no file ${name}`);
    return found;
  };
  const text = async (name: string): Promise<string> => new TextDecoder().decode(await bytes(name));
  return { bytes, text, json: async (name) => JSON.parse(await text(name)) as unknown };
}

import type { EmittedFiles } from './emitted-files.ts';
import type { EmittedKernel, EmittedRun } from './emitted-run.ts';

/** Takes one file: a text, or the bytes of a module. */
export type WriteFile = (name: string, content: string | Uint8Array) => void;

/** Writes the base of a run and its kernels as files, and says which: to a folder of the build, or into memory. */
export function writeEmitted(
  run: EmittedRun,
  kernels: readonly EmittedKernel[],
  write: WriteFile,
): EmittedFiles {
  const { day, history } = run;
  const stem = `${day}-${history}`;
  write(`${stem}.json`, JSON.stringify(run));
  const written = kernels.map(({ key, kernel }, index) => {
    const file = `${stem}-${index}.json`;
    if (kernel.backend === 'javascript') {
      write(file, JSON.stringify(kernel));
      return { key, file, module: null };
    }
    const { bytes, ...about } = kernel;
    const module = `${stem}-${index}.wasm`;
    write(file, JSON.stringify(about));
    write(module, bytes);
    return { key, file, module };
  });
  return { day, history, run: `${stem}.json`, kernels: written };
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** `repeat.ts` as a file that Node runs by itself, on the built program. */
export interface BuiltRepeat {
  readonly file: string;
  close(): void;
}

/**
 * Bundles the bench around `dist/`, so that what is measured is what users run: from sources every thread would hold a
 * compiler of TypeScript as well, some 30 MB of memory that is not the engine's.
 */
export async function buildRepeat(): Promise<BuiltRepeat> {
  const folder = mkdtempSync(join(tmpdir(), 'chokepoint-bench-'));
  const file = join(folder, 'repeat.mjs');
  await build({
    entryPoints: [join(root, 'bench/repeat.ts')],
    outfile: file,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    plugins: [
      {
        name: 'the built program',
        setup: (bundle) => {
          bundle.onResolve({ filter: /^\.\.\/src\// }, ({ path }) => {
            const built = join(root, 'dist', path.slice('../src/'.length).replace(/\.ts$/u, '.js'));
            return { path: pathToFileURL(built).href, external: true };
          });
        },
      },
    ],
  });
  return { file, close: () => rmSync(folder, { recursive: true, force: true }) };
}

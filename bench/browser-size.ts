import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { drawingOf } from '../src/answers/ensemble.ts';
import type { PreparedRun } from '../src/answers/prepare-run.ts';
import { writeWebAssembly } from '../src/engine/index.ts';
import { planObservations } from '../src/engine/observation-plan.ts';
import { observeMonths } from '../src/engine/observed-graph.ts';
import type { Precision } from './measurement.ts';
import { forecastRequests } from './workload.ts';

/** Something that a page loads, as it is and as it travels. */
export interface LoadSize {
  readonly name: string;
  readonly bytes: number;
  readonly gzipBytes: number;
}

const root = fileURLToPath(new URL('..', import.meta.url));

/** What draws a kernel that was compiled before, and makes fans of the draws. */
const DRAWING = `export { drawEnsemble, Fan, openObserver } from './src/engine/index.ts';`;
/** The same with the model language and the compilers, for a page in which the model itself can change. */
const WHOLE = `export * from './src/engine/index.ts';`;

/** What a page loads to run the ensemble of the forecast. */
export async function browserSizes(run: PreparedRun): Promise<LoadSize[]> {
  const { graph, tables } = run.model;
  const requests = forecastRequests(run);
  const { graph: observed, program } = observeMonths(graph, requests);
  const plan = planObservations(requests);
  const module = (precision: Precision): Uint8Array =>
    writeWebAssembly(observed, program, { precision }, plan).bytes;
  return [
    sizeOf('engine that draws a compiled kernel, JavaScript', await bundled(DRAWING)),
    sizeOf('its worker, JavaScript', await bundled(`import './src/engine/ensemble/browser-worker.ts';`)),
    sizeOf('whole engine, model language and compilers included, JavaScript', await bundled(WHOLE)),
    sizeOf('kernel of the whole model, WebAssembly, f64', module('f64')),
    sizeOf('kernel of the whole model, WebAssembly, f32', module('f32')),
    sizeOf(
      'its beliefs and tables, JSON',
      text(JSON.stringify([drawingOf(run, { draws: 1, seed: 1 }).sampling, [...tables]])),
    ),
  ];
}

function sizeOf(name: string, bytes: Uint8Array): LoadSize {
  return { name, bytes: bytes.length, gzipBytes: gzipSync(bytes, { level: 9 }).length };
}

function text(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}

/** A page’s bundle, minified; what only Node loads stays outside. */
async function bundled(contents: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, sourcefile: 'page.ts', loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    external: ['*/node-workers.ts'],
    write: false,
  });
  return outputFiles[0]!.contents;
}

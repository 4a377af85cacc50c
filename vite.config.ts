import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

const folder = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const SERVICE_WORKER = 'service-worker.js';
const OUT = folder('dist-web');
const EARLY_ENGLISH = 'src/web/browser/early-english.ts';

/** Workers of Node have no place in a page. */
const withoutNode: Plugin = {
  name: 'without-node',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith('/node-workers.ts') ? '\0node-workers' : undefined),
  // The page starts its own workers, so the engine's own script for one need not travel.
  transform: (code, id) =>
    id.endsWith('/browser-workers.ts')
      ? code.replace(/new URL\('[^']*', import\.meta\.url\)/u, "''")
      : undefined,
  load: (id) => (id === '\0node-workers' ? 'export const nodeWorkers = () => undefined;' : undefined),
};

/**
 * Charts take ticks and round bounds from d3-scale, which brings interpolation of colours with it; between numbers, which
 * is all that is left to do, a line suffices.
 */
const numbersOnly: Plugin = {
  name: 'numbers-only',
  enforce: 'pre',
  resolveId: (id) => (id === 'd3-interpolate' ? '\0numbers-only' : undefined),
  load: (id) =>
    id === '\0numbers-only'
      ? `export const interpolateNumber = (a, b) => (t) => a * (1 - t) + b * t;
export const interpolateRound = (a, b) => (t) => Math.round(a * (1 - t) + b * t);
export const interpolate = interpolateNumber;
export const piecewise = (between, values) => (t) => {
  const at = Math.max(0, Math.min(values.length - 2, Math.floor(t * (values.length - 1))));
  return between(values[at], values[at + 1])(t * (values.length - 1) - at);
};`
      : undefined,
};

/** Japanese travels only to those who read it: `load-texts.ts` adds it. */
const lateJapanese: Plugin = {
  name: 'late-japanese',
  enforce: 'pre',
  resolveId: (id, importer) =>
    id === './messages/ja.ts' && importer?.endsWith('/show/message.ts') ? '\0late-japanese' : undefined,
  load: (id) => (id === '\0late-japanese' ? 'export const ja = {};' : undefined),
};

/** Of the English texts only those of the first screen travel at first; `load-texts.ts` adds the others. */
const earlyEnglish: Plugin = {
  name: 'early-english',
  enforce: 'pre',
  resolveId: (id, importer) =>
    id.endsWith('/messages/en.ts') && importer?.includes('/src/show/') ? folder(EARLY_ENGLISH) : undefined,
};

/** Rooms whose modules do nothing when they are loaded: what nobody imports of them need not travel. */
const QUIET_ROOMS = /\/src\/(?:problem|register|engine|model|beliefs|scenario|answers|show)\//u;
const treeshake = {
  moduleSideEffects: [{ test: QUIET_ROOMS, sideEffects: false }],
};

/** Tells the service worker what there is to keep, and makes it another one whenever any of it changes. */
const precache: Plugin = {
  name: 'precache',
  closeBundle() {
    const names = readdirSync(OUT, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(OUT, name)).isFile())
      .map((name) => name.split(sep).join('/'))
      .filter((name) => name !== SERVICE_WORKER && name !== 'precache.json')
      .sort();
    const hash = createHash('sha256');
    for (const name of names) hash.update(`${name}\0`).update(readFileSync(join(OUT, name)));
    const build = hash.digest('hex').slice(0, 16);
    writeFileSync(join(OUT, 'precache.json'), JSON.stringify(['./', ...names]));
    const script = join(OUT, SERVICE_WORKER);
    writeFileSync(script, readFileSync(script, 'utf8').replaceAll('PAGE_BUILD', JSON.stringify(build)));
  },
};

export default defineConfig({
  root: folder('src/web'),
  // Any folder of any server will do.
  base: './',
  publicDir: folder('dist/page'),
  plugins: [withoutNode, numbersOnly, earlyEnglish, lateJapanese, react(), precache],
  worker: { format: 'es', plugins: () => [withoutNode], rolldownOptions: { treeshake } },
  build: {
    outDir: OUT,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // A strict Content-Security-Policy loads no data: URLs.
    assetsInlineLimit: 0,
    rolldownOptions: {
      treeshake,
      input: { page: folder('src/web/index.html'), 'service-worker': folder('src/web/service-worker.ts') },
      output: {
        entryFileNames: ({ name }) =>
          name === 'service-worker' ? SERVICE_WORKER : 'assets/[name]-[hash].js',
      },
    },
  },
  preview: { host: '127.0.0.1' },
});

import { execSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const PAGE = join(root, 'dist-web');

/** A folder deep inside some server, where a page may stand. */
export const SUB_PATH = '/somewhere/deep/';

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css',
  csv: 'text/csv',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  json: 'application/json',
  svg: 'image/svg+xml',
  wasm: 'application/wasm',
};

/** Bundles the page from `dist/`, which the tests' set-up has built. */
export function buildPage(): void {
  execSync('node dist/cli/emit-page.js && npx --no-install vite build --logLevel error', {
    cwd: root,
    // The tests' own would bundle React as developers use it.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

export interface PageServer {
  /** Of the page, with a slash at its end. */
  readonly address: string;
  /** Paths asked for so far, in order. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** Serves the bundled page as a plain static folder under `SUB_PATH`, to this machine alone; `texts` stand for files of it. */
export function servePage(texts: Readonly<Record<string, string>> = {}): Promise<PageServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    requests.push(path);
    const name = path.startsWith(SUB_PATH) ? path.slice(SUB_PATH.length) || 'index.html' : '';
    const file = join(PAGE, name);
    const isFile = name !== '' && existsSync(file) && statSync(file).isFile();
    const body = texts[name] ?? (isFile ? readFileSync(file) : undefined);
    const type = TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': type });
    response.end(body);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({
        address: `http://127.0.0.1:${port}${SUB_PATH}`,
        requests,
        close: () =>
          new Promise((closed) => {
            server.closeAllConnections();
            server.close(() => closed());
          }),
      });
    });
  });
}

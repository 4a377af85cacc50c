import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Whether a browser can be started here: one is packed for Linux on x64, elsewhere `CHROMIUM_PATH` names one. */
export const HAS_BROWSER =
  process.env['CHROMIUM_PATH'] !== undefined || (process.platform === 'linux' && process.arch === 'x64');

/** Starts a browser without a window. `close` also removes what it unpacked. */
export async function startBrowser(): Promise<{ readonly browser: Browser; close(): Promise<void> }> {
  // The packed browser unpacks itself into the temporary folder; runs at the same time must not share one.
  const folder = mkdtempSync(join(tmpdir(), 'chokepoint-browser-'));
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  // Without it the packed browser leaves its shared libraries packed.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs20.x';
  try {
    const named = process.env['CHROMIUM_PATH'];
    const executablePath = named ?? (await packedBrowser());
    const fonts = named === undefined ? { FONTCONFIG_PATH: fontsOf(folder) } : {};
    const env = { ...process.env, ...fonts } as Record<string, string>;
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'], env });
    return {
      browser,
      close: async () => {
        await browser.close();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

/**
 * Where fontconfig finds the fonts that the packed browser brings, after those of the system. It looks for its own in
 * one fixed folder, not where it unpacked itself, and without any font every text field crashes the page.
 */
function fontsOf(folder: string): string {
  const path = join(folder, 'fontconfig');
  mkdirSync(path);
  const text = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}/fonts/fonts</dir>
  <cachedir>${folder}/font-cache</cachedir>
</fontconfig>
`;
  writeFileSync(join(path, 'fonts.conf'), text);
  return path;
}

async function packedBrowser(): Promise<string> {
  const { default: packed } = await import('@sparticuz/chromium');
  return packed.executablePath();
}

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  json: 'application/json',
  html: 'text/html; charset=utf-8',
};

/** Serves files of `dist/`, and some texts by path, to this machine alone. */
export function serve(texts: Readonly<Record<string, string>>): Promise<{
  readonly address: string;
  close(): Promise<void>;
}> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(root, path);
    const body =
      texts[path] ?? (path.startsWith('/dist/') && existsSync(file) ? readFileSync(file) : undefined);
    const type = TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': type });
    response.end(body);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({
        address: `http://127.0.0.1:${port}`,
        close: () => new Promise((closed) => server.close(() => closed())),
      });
    });
  });
}

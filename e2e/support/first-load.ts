import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const PAGE = fileURLToPath(new URL('../../dist-web/', import.meta.url));
const ASSETS = join(PAGE, 'assets');

/** Bytes of all JavaScript that the page loads before its first answer, its worker's included, by script, gzipped. */
export function firstLoad(): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  const add = (name: string): void => {
    if (sizes.has(name)) return;
    const code = readFileSync(join(ASSETS, name));
    sizes.set(name, gzipSync(code, { level: 9 }).length);
    for (const [, imported] of code.toString().matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/gu))
      if (imported !== undefined) add(imported);
  };
  const html = readFileSync(join(PAGE, 'index.html'), 'utf8');
  for (const [, script] of html.matchAll(/assets\/([^"]+\.js)"/gu)) if (script !== undefined) add(script);
  for (const name of readdirSync(ASSETS)) if (name.startsWith('answer-worker')) add(name);
  return sizes;
}

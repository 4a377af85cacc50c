#!/usr/bin/env node
// Committed, not built: npm links a `bin` only when its file exists at install time.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = new URL('../dist/cli/main.js', import.meta.url);

if (existsSync(main)) {
  await import(main.href);
} else {
  const folder = fileURLToPath(new URL('..', import.meta.url));
  process.stderr.write(
    `Chokepoint is not built yet. In ${folder} run: npm ci (or, with packages installed, npm run build)\n` +
      `Chokepoint はまだビルドされていません。${folder} で npm ci(導入済みなら npm run build)を実行してください。\n`,
  );
  process.exitCode = 70;
}

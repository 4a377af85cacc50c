#!/usr/bin/env node
// Committed, not built: npm links a `bin` only when its file exists at install time. Written so that any Node can read it.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('..', import.meta.url));
const main = new URL('../dist/cli/main.js', import.meta.url);
const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const [least, found] = [engines.node, process.versions.node].map((text) => text.match(/\d+/gu).map(Number));
const isOld = found[0] < least[0] || (found[0] === least[0] && found[1] < least[1]);

if (isOld) {
  refuse(
    `Chokepoint needs Node.js ${least.join('.')} or later, and this is ${process.versions.node}. Install it from nodejs.org`,
    `Chokepoint には Node.js ${least.join('.')} 以降が必要です(現在は ${process.versions.node})。nodejs.org から入れてください。`,
  );
} else if (existsSync(main)) {
  await import(main.href);
} else {
  refuse(
    `Chokepoint is not built yet. In ${folder} run: npm ci (or, with packages installed, npm run build)`,
    `Chokepoint はまだビルドされていません。${folder} で npm ci(導入済みなら npm run build)を実行してください。`,
  );
}

function refuse(english, japanese) {
  process.stderr.write(`${english}\n${japanese}\n`);
  process.exitCode = 70;
}

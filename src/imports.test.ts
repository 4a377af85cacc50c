import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** Which rooms a room may import from, and which packages. A new room or package is a decision: it is listed here. */
const ROOMS: Readonly<
  Record<string, { readonly rooms: readonly string[]; readonly packages: readonly string[] }>
> = {
  problem: { rooms: [], packages: [] },
  engine: { rooms: ['problem'], packages: [] },
  register: { rooms: ['problem'], packages: ['zod'] },
  model: { rooms: ['engine', 'problem'], packages: [] },
  beliefs: { rooms: ['engine', 'register', 'model', 'problem'], packages: [] },
  scenario: { rooms: ['model', 'problem'], packages: ['yaml', 'zod'] },
  answers: {
    rooms: ['problem', 'engine', 'register', 'model', 'beliefs', 'scenario'],
    packages: ['yaml', 'zod'],
  },
  show: {
    rooms: ['problem', 'engine', 'register', 'model', 'beliefs', 'scenario', 'answers'],
    packages: ['d3-scale', 'hyparquet-writer', 'intl-messageformat', 'string-width', 'zod'],
  },
  cli: {
    rooms: ['problem', 'engine', 'register', 'model', 'beliefs', 'scenario', 'answers', 'show'],
    packages: ['commander'],
  },
  web: {
    rooms: ['problem', 'engine', 'register', 'model', 'beliefs', 'scenario', 'answers', 'show'],
    packages: ['react', 'react-dom', 'write-excel-file'],
  },
};

/** The library's entry gathers rooms; it belongs to none and never reaches into the command line. */
const ENTRY = 'index.ts';
const MAXIMUM_LINES = 400;
const TEST_PACKAGES = new Set(['vitest', 'fast-check', 'hyparquet', 'wabt']);
/** What tests of several rooms share: it reads the shipped data and runs the whole model. */
const TEST_SUPPORT = '../e2e/support/';

const root = fileURLToPath(new URL('.', import.meta.url));
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/u.test(file))
  .map((file) => file.split(sep).join('/'))
  .sort();

describe('rooms', () => {
  it('has only listed rooms', () => {
    const found = new Set(files.filter((file) => file.includes('/')).map(roomOf));
    expect([...found].filter((room) => !(room in ROOMS))).toEqual([]);
  });

  it('keeps loose files to the entry and tests', () => {
    expect(files.filter((file) => !file.includes('/') && file !== ENTRY && !isTest(file))).toEqual([]);
  });

  it('imports only from the rooms and packages listed', () => {
    const judged = files.filter((file) => file !== 'imports.test.ts');
    expect(judged.flatMap((file) => offences(file, readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });

  it(`keeps files to ${MAXIMUM_LINES} lines`, () => {
    const long = files
      .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > MAXIMUM_LINES);
    expect(long).toEqual([]);
  });

  it('notices what it is there to notice', () => {
    expect(offences('engine/a.ts', "import { x } from '../register/rows.ts';")).toHaveLength(1);
    expect(offences('show/a.ts', "import { readFileSync } from 'node:fs';")).toHaveLength(1);
    expect(offences('show/a.ts', "import { readFileSync } from 'fs';")).toHaveLength(1);
    expect(offences('engine/a.ts', "export * from 'zod';")).toHaveLength(1);
    expect(offences('cli/a.ts', "const page = await import('../web/page.ts');")).toHaveLength(1);
    expect(offences('engine/a.ts', "import {\n  a,\n  b,\n} from './b.js';")).toHaveLength(1);
    expect(offences('index.ts', "export { main } from './cli/main.ts';")).toHaveLength(1);
    expect(offences('cli/a.ts', "import { a } from '../show/a.ts';\nimport 'node:fs';")).toEqual([]);
    expect(offences('engine/a.test.ts', "import { readFileSync } from 'node:fs';")).toEqual([]);
    expect(offences('engine/a.test.ts', "import { a } from '../../e2e/support/a.ts';")).toEqual([]);
    expect(offences('engine/a.ts', "import { a } from '../../e2e/support/a.ts';")).toHaveLength(1);
  });
});

function roomOf(file: string): string {
  return file.split('/')[0] ?? '';
}

function isTest(file: string): boolean {
  return file.endsWith('.test.ts');
}

/** Every import of `text` that `file` (relative to `src/`) may not have, as readable sentences. */
function offences(file: string, text: string): string[] {
  return specifiersOf(text).flatMap((specifier) => {
    const reason = refusal(file, specifier);
    return reason === undefined ? [] : [`${file}: ${specifier}: ${reason}`];
  });
}

function specifiersOf(text: string): string[] {
  const statements = /^\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?\s*['"]([^'"]+)['"]/gmu;
  const dynamic = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/gu;
  return [...text.matchAll(statements), ...text.matchAll(dynamic)].map((match) => match[1] ?? '');
}

function refusal(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) {
    return refusalOfFile(file, specifier);
  }
  if (isTest(file) && (specifier.startsWith('node:') || TEST_PACKAGES.has(specifier))) {
    return undefined;
  }
  if (specifier.startsWith('node:')) {
    return roomOf(file) === 'cli' ? undefined : 'only src/cli may use Node';
  }
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  return ROOMS[roomOf(file)]?.packages.includes(name) ? undefined : 'a package this room does not list';
}

function refusalOfFile(file: string, specifier: string): string | undefined {
  if (isTest(file) && specifier.endsWith('.json')) {
    return undefined;
  }
  if (!/\.tsx?$/u.test(specifier)) {
    return 'relative imports carry the .ts or .tsx extension';
  }
  const target = relative(root, resolve(root, dirname(file), specifier))
    .split(sep)
    .join('/');
  if (isTest(file) && target.startsWith(TEST_SUPPORT)) {
    return undefined;
  }
  const room = roomOf(target);
  if (!file.includes('/')) {
    return room === 'cli' ? 'the library does not import the command line' : undefined;
  }
  const allowed = room === roomOf(file) || ROOMS[roomOf(file)]?.rooms.includes(room);
  return allowed ? undefined : `${roomOf(file)} may not import from ${room}`;
}

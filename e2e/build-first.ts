import { execSync } from 'node:child_process';
import { HAS_BROWSER } from './support/browser.ts';
import { buildPage } from './support/page-server.ts';

/**
 * Vitest's global set-up: builds `dist/` once, since the end-to-end tests run `bin/chokepoint.js` as a process, and
 * bundles the page where its tests run. A run narrowed to files of `src/` needs no build and skips it.
 */
export function setup(): void {
  const filters = process.argv.slice(2).filter((argument) => /^(\.\/)?(src|e2e|bench)\b/u.test(argument));
  const onlySources = filters.length > 0 && filters.every((filter) => /^(\.\/)?src\b/u.test(filter));
  if (onlySources) {
    return;
  }
  execSync('npm run --silent build', { cwd: new URL('..', import.meta.url), stdio: 'inherit' });
  if (
    HAS_BROWSER &&
    (filters.length === 0 || filters.some((filter) => /^(\.\/)?e2e(\/(page.*)?)?$/u.test(filter)))
  )
    buildPage();
}

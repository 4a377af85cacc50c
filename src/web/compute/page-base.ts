import type { EmittedFiles, PageManifest } from '../../answers/emitted-files.ts';
import { KernelStore } from '../../answers/kernel-store.ts';
import { restoreBase } from '../../answers/restore-base.ts';
import type { EmittedRun } from '../../answers/restore-base.ts';
import type { RunBase } from '../../answers/run-base.ts';
import { loadObserver } from '../../engine/index.ts';
import type { EmittedObserver, ObserverSource } from '../../engine/index.ts';
import { nearestName } from '../../problem/nearest-name.ts';
import type { Problem } from '../../problem/problem.ts';
import { withNearest } from '../../scenario/lever-value.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { DEFAULT_SCENARIO } from '../../scenario/scenario-url.ts';

/** Files that the build left beside the page, by name. */
export interface PageFiles {
  json(name: string): Promise<unknown>;
  text(name: string): Promise<string>;
  bytes(name: string): Promise<Uint8Array<ArrayBuffer>>;
}

/** Files under an address. Rejects where one cannot be had. */
export function filesAt(folder: URL): PageFiles {
  const load = async (name: string): Promise<Response> => {
    const response = await fetch(new URL(name, folder));
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return response;
  };
  return {
    json: async (name) => (await load(name)).json() as Promise<unknown>,
    text: async (name) => (await load(name)).text(),
    bytes: async (name) => new Uint8Array(await (await load(name)).arrayBuffer()),
  };
}

/** What the build says there is; only the build writes such files, so their form is taken on trust. */
export async function loadManifest(files: PageFiles): Promise<PageManifest> {
  return (await files.json('manifest.json')) as PageManifest;
}

/** A shipped scenario by name; the plain one for a name that none has. */
export function scenarioNamed({ scenarios }: PageManifest, name: string): Scenario {
  const named = (wanted: string): Scenario | undefined =>
    scenarios.find(({ scenario }) => scenario.name === wanted)?.scenario;
  const found = named(name) ?? named(DEFAULT_SCENARIO);
  if (found === undefined) throw new RangeError(`no scenario ${name}`);
  return found;
}

/** What is to be told where a scenario is named that there is not. */
export function unknownScenario({ scenarios }: PageManifest, name: string): Problem[] {
  const names = scenarios.map(({ scenario }) => scenario.name);
  if (names.includes(name)) return [];
  const params = withNearest({ expected: 'scenario', found: name }, nearestName(name, names));
  return [{ code: 'unknown-scenario', place: { file: '?scenario' }, params }];
}

/** The base of a run with the kernels of the first screen; figures, the model and compilers are not loaded for it. */
export async function loadBase(files: PageFiles, { run, kernels }: EmittedFiles): Promise<RunBase> {
  const [emitted, ...loaded] = await Promise.all([
    files.json(run) as Promise<EmittedRun>,
    ...kernels.map(async ({ key, file, module }) => ({
      key,
      emitted: (await kernelOf(files, file, module)) as EmittedObserver,
    })),
  ]);
  const byKey = new Map(loaded.map((kernel) => [kernel.key, kernel.emitted]));
  const store = new KernelStore(unavailable, (key): ObserverSource | undefined => {
    const found = byKey.get(key);
    return found && loadObserver(found);
  });
  return restoreBase(emitted, { view: unavailable, model: unavailable, kernels: store });
}

async function kernelOf(files: PageFiles, file: string, module: string | null): Promise<object> {
  const [about, bytes] = await Promise.all([
    files.json(file) as Promise<object>,
    module === null ? undefined : files.bytes(module),
  ]);
  return bytes === undefined ? about : { ...about, bytes };
}

function unavailable(): never {
  throw new RangeError('the page holds no figures, equations or compilers for the first screen');
}

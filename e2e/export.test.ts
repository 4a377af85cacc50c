import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { expOf, logOf, powOf } from '../src/engine/index.ts';
import type { Kernel, WasmLayout } from '../src/engine/index.ts';
import { webAssemblyHost } from '../src/engine/wasm/host.ts';
import { openWebAssembly } from '../src/engine/wasm/wasm-backend.ts';
import { chokepoint } from './chokepoint.ts';
import { DrawBench } from './support/draws.ts';
import { runAsOf } from './support/evidence.ts';
import { differences } from './support/random-graph.ts';
import { bytesOfText } from './support/wabt.ts';

interface Exported {
  readonly kernel: string;
  readonly months: number;
  readonly inputs: readonly { readonly name: string; readonly unit: string }[];
  readonly outputs: readonly { readonly name: string; readonly unit: string }[];
  readonly source: string;
}

interface ExportedWat extends Exported {
  readonly tables: readonly { readonly name: string; readonly unit: string }[];
  readonly memory: Omit<WasmLayout, 'tables'>;
}

type Create = (functions: Readonly<Record<'exp' | 'log' | 'pow', unknown>>) => Pick<Kernel, 'run'>;

describe('chokepoint export', () => {
  it('prints C with the names of equations as comments', async () => {
    const { code, stdout, stderr } = await chokepoint(['export', '--kernel', 'c']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('void run(const double *inputs, const double *tables, int months, double *out)');
    expect(stdout).toContain('/* overdue months[gpu] */');
    expect(stdout).toMatch(/= IN\(\d+\); \/\* .+ \*\//u);
    expect((await chokepoint(['export'])).stdout).toBe(stdout);
  });

  it('prints a JavaScript module that gives the bits of the model, and says what stands where', async () => {
    const day = '2025-02-15';
    const { stdout } = await chokepoint(['export', '--kernel', 'js', '--as-of', day, '--json']);
    const exported: Exported = JSON.parse(stdout);
    const folder = mkdtempSync(join(tmpdir(), 'chokepoint-'));
    const path = join(folder, 'kernel.mjs');
    writeFileSync(path, exported.source);
    const { createKernel } = (await import(/* @vite-ignore */ pathToFileURL(path).href)) as {
      createKernel: Create;
    };
    rmSync(folder, { recursive: true });
    expect(exported.source).toMatch(/; \/\/ overdue months\[gpu\]$/mu);

    const run = runAsOf(day);
    const outputs = exported.outputs.map(({ name }) => name);
    const bench = new DrawBench(run, { outputs });
    expect(exported.inputs.map(({ name }) => name)).toEqual(run.model.graph.inputs.map(({ name }) => name));
    expect(exported.months).toBe(bench.months);
    const kernel = createKernel({ exp: expOf, log: logOf, pow: powOf });
    const out = new Float64Array(bench.months * outputs.length);
    for (const draw of [undefined, 1, 2]) {
      kernel.run(bench.inputs(draw), run.model.tables, bench.months, out);
      expect(differences(bench.result(bench.inputs(draw)).values, out)).toBe(0);
    }
  });

  it('prints WebAssembly as text that another tool reads, and that gives the bits of the model', async () => {
    const day = '2025-02-15';
    const { code, stdout, stderr } = await chokepoint([
      'export',
      '--kernel',
      'wat',
      '--as-of',
      day,
      '--json',
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { source, memory, months, ...exported }: ExportedWat = JSON.parse(stdout);
    expect(source).toMatch(/^ +\(v128\.store offset=\d+ align=8 ;; overdue months\[gpu\]$/mu);
    expect(source).toMatch(/^ +;; .*overdue months\[gpu\];/mu);

    const run = runAsOf(day);
    const { graph, tables } = run.model;
    const outputs = exported.outputs.map(({ name }) => name);
    const bench = new DrawBench(run, { outputs });
    const kernel = openWebAssembly({
      ...memory,
      tables: exported.tables.map(({ name }) => graph.tables.findIndex((table) => table.name === name)),
      backend: 'webassembly',
      outputs,
      counts: { inputs: exported.inputs.length, tables: graph.tables.length },
      module: new (webAssemblyHost()!.Module)(await bytesOfText(source)),
    });
    const draws = Array.from({ length: memory.lanes }, (_, draw) => bench.inputs(draw));
    const inputs = Float64Array.from(
      { length: exported.inputs.length * memory.lanes },
      (_, position) => draws[position % memory.lanes]![Math.floor(position / memory.lanes)]!,
    );
    const out = new Float64Array(months * outputs.length * memory.lanes);
    kernel.run(inputs, tables, months, out);
    for (const [lane, draw] of draws.entries()) {
      const found = Float64Array.from(
        { length: months * outputs.length },
        (_, i) => out[i * memory.lanes + lane]!,
      );
      expect(differences(bench.result(draw).values, found)).toBe(0);
    }
  });

  it('lists the arrays as CSV', async () => {
    const { stdout } = await chokepoint(['export', '--csv']);
    const lines = stdout.trimEnd().split('\n');
    expect(lines[0]).toBe('array,position,name,unit');
    for (const array of ['inputs', 'tables', 'outputs'])
      expect(lines.some((line) => line.startsWith(`${array},0,`))).toBe(true);
  });

  it('tells which languages there are, in both languages', async () => {
    const llvm = await chokepoint(['export', '--kernel', 'llvm']);
    expect(llvm.code).toBe(2);
    expect(llvm.stderr).toContain('c, js, wat');
    expect((await chokepoint(['export', '--help'])).stdout).toContain('wat (WebAssembly as text)');
    expect((await chokepoint(['export', '--help', '--lang', 'ja'])).stdout).toContain('テキスト形式');
  });
});

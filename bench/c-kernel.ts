import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { C_LANES, planProgram, writeC } from '../src/engine/index.ts';
import type { Graph, Precision } from '../src/engine/index.ts';
import { STRETCH_MICROSECONDS } from './stretches.ts';

/** Contraction would change the last bits; whether errors are counted would only cost time. */
export const C_FLAGS = ['-std=gnu99', '-O3', '-march=native', '-ffp-contract=off', '-fno-math-errno'];

/**
 * The same with vectors of 128 bits, all that WebAssembly has: what a WebAssembly kernel could reach at best. Undefined
 * where the flags are unknown.
 */
export const C_FLAGS_128: readonly string[] | undefined =
  process.arch === 'x64' ? [...C_FLAGS, '-mno-avx'] : undefined;

/** How the driver is to spend its time, in batches of `C_LANES` draws. */
export interface CPlan {
  readonly cold: number;
  readonly warmUp: number;
  readonly measured: number;
}

/** What the driver measured: microseconds a draw (`warm`: the median of stretches), and the process's peak memory in 10⁶ bytes. */
export interface CMeasurement {
  readonly cold: number;
  readonly warm: number;
  readonly peakMemoryMB: number;
}

/** Whether there is a compiler that understands the flags. */
export function findsCompiler(): boolean {
  try {
    execFileSync('gcc', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A graph as a program of its own, in a temporary folder until `close`. */
export class CProgram {
  readonly lanes = C_LANES;
  readonly outputs: readonly string[];
  readonly #graph: Graph;
  /** Arrays of what the program computes in. */
  readonly #numbers: Float64ArrayConstructor | Float32ArrayConstructor;
  readonly #folder = mkdtempSync(join(tmpdir(), 'chokepoint-c-'));

  /** Compiles; throws where the compiler is missing or refuses the source. */
  constructor(
    graph: Graph,
    outputs: readonly string[],
    flags: readonly string[] = C_FLAGS,
    precision: Precision = 'f64',
  ) {
    this.#graph = graph;
    this.#numbers = precision === 'f64' ? Float64Array : Float32Array;
    this.outputs = outputs;
    try {
      writeFileSync(this.#path('kernel.c'), writeC(graph, planProgram(graph, outputs), { precision }));
      const number = precision === 'f64' ? 'double' : 'float';
      writeFileSync(
        this.#path('driver.c'),
        `#define _POSIX_C_SOURCE 199309L\ntypedef ${number} number;\n${DRIVER}`,
      );
      const files = ['kernel.c', 'driver.c'].map((name) => this.#path(name));
      execFileSync('gcc', [...flags, '-o', this.#path('kernel'), ...files], {
        stdio: ['ignore', 'ignore', 'pipe'],
      });
    } catch (error) {
      this.close();
      throw error;
    }
  }

  /** Outputs of each batch of inputs, `[month][output][lane]`. */
  run(batches: readonly Float64Array[], tables: Float64Array, months: number): Float64Array[] {
    this.#drive(batches, tables, months, { cold: 0, warmUp: 0, measured: batches.length });
    const bytes = readFileSync(this.#path('out'));
    const copy = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    const all = Float64Array.from(new this.#numbers(copy));
    const size = months * this.outputs.length * C_LANES;
    return batches.map((_, batch) => all.slice(batch * size, (batch + 1) * size));
  }

  /** Runs batches in turn as planned and tells what it took. Reading inputs is not counted, nor is anything written. */
  measure(batches: readonly Float64Array[], tables: Float64Array, months: number, plan: CPlan): CMeasurement {
    const text = this.#drive(batches, tables, months, plan, 'measure');
    const measurement: CMeasurement = JSON.parse(text);
    return measurement;
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #drive(
    batches: readonly Float64Array[],
    tables: Float64Array,
    months: number,
    { cold, warmUp, measured }: CPlan,
    ...more: readonly string[]
  ): string {
    const sizes = [this.#graph.inputs.length, this.#graph.tables.length, this.outputs.length, months];
    const head = Int32Array.of(...sizes, batches.length, cold, warmUp, measured);
    const lists = [tables.subarray(0, this.#graph.tables.length * months), ...batches];
    const numbers = lists.map((list) => this.#numbers.from(list));
    writeFileSync(
      this.#path('in'),
      Buffer.concat(
        [head, ...numbers].map((list) => Buffer.from(list.buffer, list.byteOffset, list.byteLength)),
      ),
    );
    return execFileSync(this.#path('kernel'), [this.#path('in'), this.#path('out'), ...more], {
      encoding: 'utf8',
    });
  }

  #path(name: string): string {
    return join(this.#folder, name);
  }
}

const DRIVER = `#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#define LANES ${C_LANES}
#define STRETCH_US ${STRETCH_MICROSECONDS}.0
void run(const number *inputs, const number *tables, int months, number *out);

static double now_us(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e6 + t.tv_nsec / 1e3;
}

static void expect(int holds) {
  if (!holds) {
    fputs("the file of inputs is not whole, or memory is short\\n", stderr);
    exit(1);
  }
}

/* Linux counts into ru_maxrss what the process was before this program replaced it, hence the other source first. */
static double peak_memory_mb(void) {
  FILE *status = fopen("/proc/self/status", "r");
  char line[256];
  long kibibytes = 0;
  while (status && fgets(line, sizeof line, status) && sscanf(line, "VmHWM: %ld", &kibibytes) != 1)
    ;
  if (status) fclose(status);
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return (kibibytes > 0 ? kibibytes : usage.ru_maxrss) * 1024 / 1e6;
}

static int by_size(const void *a, const void *b) {
  const double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

int main(int count, char **words) {
  int32_t head[8];
  expect(count >= 3);
  FILE *in = fopen(words[1], "rb");
  expect(in && fread(head, 4, 8, in) == 8);
  const size_t inputs = (size_t)head[0] * LANES, tables = (size_t)head[1] * head[3];
  const size_t outputs = (size_t)head[2] * head[3] * LANES, batches = head[4];
  const size_t size = sizeof(number);
  number *table = malloc(size * tables + 8), *input = malloc(size * inputs * batches + 8);
  number *out = malloc(size * outputs + 8);
  expect(table && input && out);
  expect(fread(table, size, tables, in) == tables && fread(input, size, inputs * batches, in) == inputs * batches);
  fclose(in);
  if (count == 3) {
    FILE *file = fopen(words[2], "wb");
    expect(file != NULL);
    for (size_t batch = 0; batch < batches; batch++) {
      run(input + batch * inputs, table, head[3], out);
      expect(fwrite(out, size, outputs, file) == outputs);
    }
    expect(fclose(file) == 0);
    return 0;
  }
  double spent[2];
  for (int stage = 0; stage < 2; stage++) {
    const double before = now_us();
    for (int batch = 0; batch < head[5 + stage]; batch++)
      run(input + batch % batches * inputs, table, head[3], out);
    spent[stage] = (now_us() - before) / head[5 + stage];
  }
  const int per_stretch = spent[1] > 0 && spent[1] < STRETCH_US ? (int)(STRETCH_US / spent[1]) : 1;
  const int stretches = head[7] > per_stretch ? head[7] / per_stretch : 1;
  double *stretch_us = malloc(8 * stretches);
  expect(stretch_us != NULL);
  int batch = 0;
  for (int stretch = 0; stretch < stretches; stretch++) {
    const double before = now_us();
    for (int i = 0; i < per_stretch; i++) run(input + batch++ % batches * inputs, table, head[3], out);
    stretch_us[stretch] = (now_us() - before) / per_stretch;
  }
  qsort(stretch_us, stretches, sizeof *stretch_us, by_size);
  const double warm = (stretch_us[(stretches - 1) / 2] + stretch_us[stretches / 2]) / 2;
  printf("{\\"cold\\": %g, \\"warm\\": %g, \\"peakMemoryMB\\": %g}", spent[0] / LANES, warm / LANES, peak_memory_mb());
  return 0;
}
`;

import { describe, expect, it } from 'vitest';
import { trainCostSchema } from '../src/show/schemas/train-cost.ts';
import { chokepoint } from './chokepoint.ts';

const DRAWS = ['--draws', '32'];

describe('train-cost', () => {
  it.each([
    ['deepseek-v3'],
    ['deepseek-r1'],
    ['llama-3-1-405b'],
    ['claude', '3.5', 'sonnet'],
    ['grok-3'],
    ['gemini', 'ultra'],
    ['--flop', '1e28', '--accelerator', 'vr200', '--precision', 'fp8', '--share', '0.1..0.5'],
    ['--parameters', '2T', '--active', '100B', '--tokens', '40T', '--accelerator', 'tpu_v7'],
    ['deepseek-v3', '--as-of', '2025-02-15'],
  ])('writes JSON that its schema describes: %s %s', async (...args) => {
    const { code, stdout, stderr } = await chokepoint(['train-cost', ...args, '--json', ...DRAWS]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(trainCostSchema.safeParse(JSON.parse(stdout)).error).toBeUndefined();
  });

  it('writes CSV with every input, output and buyer, the same bytes in both languages', async () => {
    const args = ['train-cost', 'llama-3-1-405b', '--csv', ...DRAWS];
    const { code, stdout } = await chokepoint(args);
    expect(code).toBe(0);
    const [header = '', ...lines] = stdout.trimEnd().split('\n');
    expect(header).toBe('section,name,month,unit,p10,p50,p90,mean,basis,publisher,published,url');
    expect(new Set(lines.map((line) => line.split(',', 1)[0]))).toEqual(
      new Set([
        'input',
        'output',
        'first-month',
        'probability-now',
        'probability-within-horizon',
        'largest-run',
      ]),
    );
    expect(lines).toContainEqual(
      expect.stringMatching(/^output,hours,,unit\*hour,30840000,30840000,30840000,/u),
    );
    expect((await chokepoint([...args, '--lang', 'ja'])).stdout).toBe(stdout);
  });

  it('lists published runs with their sources', async () => {
    const { stdout } = await chokepoint(['train-cost', '--list', '--json', ...DRAWS]);
    const runs = JSON.parse(stdout) as Record<string, unknown>[];
    expect(runs.map((run) => run['id'])).toContain('grok-3');
    for (const run of runs) expect(run['source'], String(run['id'])).toMatch(/./u);
  });

  it.each([
    [['train-cost'], 'give --active (or --parameters) and --tokens, or --flop, or --hours'],
    [['train-cost', 'deepseek-v4'], 'did you mean “deepseek-v3”?'],
    [['train-cost', 'gpt-4', '--as-of', '2025-02-15'], 'were published only on 2026-05-02'],
  ])('%j says what is missing and exits with 1', async (args, message) => {
    const { code, stdout, stderr } = await chokepoint([...args, ...DRAWS]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(message);
  });

  it.each([
    [['--flop', '1e25', '--tokens', '1e12'], '--flop <n> and --tokens <n> exclude each other'],
    [['--flop', '-3'], 'expected 37e9, 405B, 14.8T'],
    [['--flop', '1e25', '--mfu', '1.4'], 'expected 0.4, 0.3..0.45'],
    [['--flop', '1e25', '--rental', '4..2'], 'expected 2, 2..4'],
  ])('%j is a wrong use', async (args, message) => {
    const { code, stderr } = await chokepoint(['train-cost', ...args]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { readClaimMeasures } from '../src/cli/claim-measures.ts';
import { readEvidence } from '../src/cli/evidence.ts';
import { readFilesFrom } from '../src/cli/files.ts';
import type { Files } from '../src/cli/files.ts';
import { parseUnit } from '../src/engine/index.ts';
import { asOf, lastDay } from '../src/register/index.ts';
import type { ClaimTest } from '../src/answers/claim-verdict.ts';
import type { ClaimAnswer, ClaimsAnswer, ClaimsQuery } from '../src/answers/claims.ts';
import { answerClaims, rowsFor } from '../src/answers/claims.ts';

const DRAWS = 32;
const files = readFilesFrom(fileURLToPath(new URL('../', import.meta.url)));

/** The answer from the files of the package, some of them changed. */
async function answerFrom(changed: Partial<Files>, query: ClaimsQuery = {}): Promise<ClaimsAnswer> {
  const evidence = readEvidence({ ...files, ...changed });
  const measures = readClaimMeasures({ ...files, ...changed }, evidence);
  return answerClaims(evidence.register, measures, query, { draws: DRAWS, seed: 1 });
}

/** A data file of the register with a figure of one row changed, wherever it stands in it. */
function withFigure(
  file: string,
  id: string,
  ...changes: readonly (readonly [string, string])[]
): Partial<Files> {
  const texts = files.readRegisterFiles();
  const lines = (texts[file] ?? '').split('\n');
  const index = lines.findIndex((line) => line.startsWith(`${id},`));
  for (const [from, to] of changes) {
    expect(lines[index]).toContain(`,${from},`);
    lines[index] = (lines[index] ?? '').replaceAll(`,${from},`, `,${to},`);
  }
  return { readRegisterFiles: () => ({ ...texts, [file]: lines.join('\n') }) };
}

const evidence = readEvidence(files);
const { register } = evidence;
let answer: ClaimsAnswer;
const claim = (id: string): ClaimAnswer => {
  const found = answer.claims.find((each) => each.claim.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const found = (id: string, index: number): number => claim(id).tests[index]?.found?.value ?? Number.NaN;

beforeAll(async () => {
  answer = await answerFrom({});
}, 60_000);

describe('the verdicts', () => {
  it('stand on each of the 101 statements, and no measurable one goes without a verdict or a probability', () => {
    expect(answer.claims).toHaveLength(101);
    const silent = answer.claims.filter(
      ({ verdict, probabilities }) =>
        verdict === 'open' && probabilities.every(({ probability }) => probability === undefined),
    );
    expect(silent.map((each) => each.claim.id)).toEqual([]);
    const unexplained = answer.claims.filter(
      ({ verdict, unmeasured }) => verdict === 'not-measurable' && unmeasured.length === 0,
    );
    expect(unexplained).toEqual([]);
  });

  it('are none of what the register cannot settle, which is said', () => {
    const without = answer.claims.filter(({ verdict }) => verdict === 'not-measurable');
    expect(without.map((each) => each.claim.id).sort()).toEqual([
      'ap6b',
      'apple-aws-chips',
      'apple-tpu',
      'apple-trainium2',
      'bitter-lesson',
      'broadcom-cap',
      'capex-advantage',
      'hynix-record',
      'marvell-cap',
      'mi300-fastest',
      'mi350-samples',
      'micron-taiwan',
      'nvidia-asic',
      'oracle-below-trillion',
      'oracle-cloud-growth',
      'oracle-fy2021',
      'oracle-oci-growth',
    ]);
  });

  it.each([
    ['deepseek-v3-cost', 'true'],
    ['amazon-2025', 'partly'],
    ['big4-2025', 'true'],
    ['cowos-2025', 'true'],
    ['cowos-2026', 'open'],
    ['cowos-demand-growth', 'missed'],
    ['amd-deepseek', 'missed'],
    ['hynix-140k', 'true'],
    ['micron-60k', 'true'],
  ])('of %s is %s', (id, verdict) => {
    expect(claim(id).verdict).toBe(verdict);
  });

  it('are open where nothing was known yet', async () => {
    const then = await answerFrom({}, { section: 'capex', asOf: '2025-02-15' });
    const verdicts = new Map(then.claims.map((each) => [each.claim.id, each.verdict]));
    expect(verdicts.get('amazon-2025')).toBe('open');
    expect(verdicts.get('google-growth')).toBe('true');
  });

  it('follow an outcome that changes, while no probability of the day of the article does', async () => {
    const changes = [
      [
        'big4-2025',
        'true',
        'partly',
        'demand.csv',
        'big4-capex-2025-plat',
        ['416', '300'],
        ['416000000000', '300000000000'],
      ],
      [
        'amazon-2025',
        'partly',
        'true',
        'demand.csv',
        'amzn-capex-2025-net',
        ['128.3', '101'],
        ['128300000000', '101000000000'],
      ],
      [
        'micron-60k',
        'true',
        'partly',
        'supply.csv',
        'hbm-capacity-micron-hbm-2025-12-31-est-2026-01-07-korean-media',
        ['55000', '20000'],
      ],
    ] as const;
    for (const [id, before, after, file, row, ...figures] of changes) {
      // eslint-disable-next-line no-await-in-loop -- one model at a time
      const mutated = await answerFrom(withFigure(file, row, ...figures), { id });
      expect(claim(id).verdict).toBe(before);
      expect(mutated.claims[0]?.verdict).toBe(after);
      const ofArticle = (each: ClaimAnswer | undefined): unknown =>
        each?.probabilities.filter(({ time }) => time === 'article');
      expect(ofArticle(claim(id))).not.toEqual([]);
      expect(ofArticle(mutated.claims[0])).toEqual(ofArticle(claim(id)));
    }
  }, 60_000);

  it('come from rows alone: without the model they are the same', async () => {
    const { prepare, ...rules } = readClaimMeasures(files, evidence);
    expect(prepare).toBeDefined();
    const bare = await answerClaims(register, rules, {}, { draws: DRAWS, seed: 1 });
    expect(bare.claims.map(({ verdict }) => verdict)).toEqual(answer.claims.map(({ verdict }) => verdict));
    expect(bare.claims.flatMap(({ probabilities }) => probabilities)).toEqual([]);
  });
});

describe('the tests of the statements', () => {
  it.each([
    ['amazon-2023', 2, 2.083],
    ['oracle-fy2025', 1, 1.971],
    ['microsoft-hopper', 1, 2.109],
    ['google-growth', 1, 0.415],
    ['micron-60k', 1, 3],
    ['asic-market-ms-growth', 0, 0.357],
    ['model-peers', 0, 11.06],
    ['cowos-demand-growth', 0, 0.811],
    ['deepseek-v3-cost', 2, 56.7],
  ])('%s, number %i: %d', (id, index, expected) => {
    expect(found(id, index)).toBeCloseTo(expected, expected > 50 ? 1 : 2);
  });

  it('reproduce what DeepSeek-V3 was said to cost, and the sums of the four largest', () => {
    expect(found('deepseek-v3-cost', 0)).toBe(2_788_000);
    expect(found('deepseek-v3-cost', 1)).toBe(5_576_000);
    expect(found('big4-2023', 1)).toBeCloseTo(154.3e9, -8);
    expect(found('big4-2024', 1)).toBeCloseTo(250.3e9, -8);
  });

  it('give a number in the unit that they name, with a source for each term', () => {
    const all = answer.claims.flatMap(({ tests }) => tests);
    const single = all.filter(({ found: value }) => value?.expression === 'a');
    expect(single.length).toBeGreaterThan(50);
    expect(single.filter(({ unit, found: value }) => value?.terms[0]?.unit !== unit)).toEqual([]);
    const units = all.map(({ unit }) => unit).filter((unit) => unit !== 'date' && unit !== 'flag');
    expect(() => units.map((unit) => parseUnit(unit))).not.toThrow();
    const terms = all.flatMap(({ found: value, target }: ClaimTest) =>
      [value, ...(target ?? [])].flatMap((part) => part?.terms ?? []),
    );
    const rows = new Set<string>(['row', 'median', 'least', 'most', 'latest', 'earliest']);
    expect(terms.filter(({ source, rows: of }) => rows.has(source) && of.length === 0)).toEqual([]);
  });
});

describe('the probabilities', () => {
  it('lie between nothing and certainty, from the days that they name', () => {
    const all = answer.claims.flatMap(({ probabilities }) => probabilities);
    expect(new Set(all.map(({ time, asOf: day }) => `${time} ${day}`))).toEqual(
      new Set(['article 2025-02-15', 'latest 2026-09-30']),
    );
    for (const { probability = -1, summary, draws } of all) {
      expect(probability).toBeGreaterThanOrEqual(0);
      expect(probability).toBeLessThanOrEqual(1);
      expect(summary.p10).toBeLessThanOrEqual(summary.p90);
      expect(draws).toBe(DRAWS);
    }
  });

  it('agree with their own ranges', () => {
    const [first] = claim('big4-2025').probabilities;
    const said = first?.target?.[0] ?? Number.NaN;
    expect(first?.comparison).toBe('>=');
    expect((first?.summary.p10 ?? 0) >= said).toBe((first?.probability ?? 0) >= 0.9);
  });

  it('of one shortage are the same wherever they are asked', () => {
    const of = (id: string): number | undefined =>
      claim(id).probabilities.find(
        ({ label, time }) => time === 'article' && label.en.includes('end of 2025'),
      )?.probability;
    expect(of('gap-persists')).toBe(of('shortage-returns'));
  });
});

describe('the evidence of the claims', () => {
  const view = asOf(register, lastDay(register));

  it('finds a row with every query, and everything of the catalogue it names', () => {
    const empty = register.evidence.filter(
      (entry) => entry.catalogue === '' && rowsFor(entry, view).length === 0,
    );
    expect(empty).toEqual([]);
    const known = new Set([
      ...register.products.map((product) => `product:${product.id}`),
      ...register.models.map((model) => `model:${model.id}`),
    ]);
    const named = register.evidence.flatMap((entry) =>
      entry.catalogue === '' ? [] : entry.catalogue.split('|'),
    );
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  it('tells later rows from earlier ones and knows nothing after a date', async () => {
    expect(claim('meta-2025').evidence.some((item) => item.later && item.row.kind === 'actual')).toBe(true);
    const then = (await answerFrom({}, { id: 'meta-2025', asOf: '2025-02-15' })).claims[0];
    expect(then?.evidence.every((item) => item.row.published <= '2025-02-15')).toBe(true);
  });
});

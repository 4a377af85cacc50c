import { describe, expect, it } from 'vitest';
import { evidence, runAsOf } from '../../e2e/support/evidence.ts';
import { answerAsic } from './asic.ts';

describe.each(['2026-09-30', '2025-02-15'] as const)('asic as of %s', (day) => {
  const answer = answerAsic(runAsOf(day), evidence(), { draws: 32, seed: 6 });

  it('never raises the deliveries of a programme that is taken away', async () => {
    const { figures, programmes } = await answer;
    expect(programmes).toContain('google');
    expect(programmes).not.toContain('huawei');
    for (const [index, programme] of programmes.entries()) {
      const own = figures.filter(({ name, member }) => name === 'shipments' && member === programme);
      expect(own.length).toBeGreaterThan(2);
      for (const { changed } of own) expect(changed[index]?.difference.higher).toBe(0);
    }
    const google = figures.filter(({ name, member }) => name === 'shipments' && member === 'google');
    expect(google[1]?.changed[programmes.indexOf('google')]?.difference.p10).toBeLessThan(-1e5);
  });

  it('leaves no share of own chips without any programme, and more GPUs on average', async () => {
    const { figures } = await answer;
    const last = figures.filter(({ name }) => name.startsWith('share-')).slice(2);
    for (const { changed } of last) expect(changed.at(-1)?.value.p90).toBeLessThan(0.05);
    const gpu = figures.filter(({ name, member }) => name === 'h100e' && member === 'gpu');
    expect(gpu[1]?.changed.at(-1)?.difference.mean).toBeGreaterThan(0);
  });

  it('counts shares from the same deliveries, and knows no product from after the day', async () => {
    const { figures, cards } = await answer;
    for (const measure of ['shipments', 'revenue', 'h100e'] as const) {
      const mean = (member: string): number =>
        figures.find((each) => each.name === measure && each.member === member)?.base.mean ?? NaN;
      const share = figures.find(({ name }) => name === `share-${measure}`)?.base.mean ?? NaN;
      expect(share).toBeGreaterThan(0);
      expect(Math.abs(share - mean('asic') / mean('all'))).toBeLessThan(0.05);
      expect(mean('asic') + mean('gpu')).toBeLessThanOrEqual(mean('all') * (1 + 1e-9));
    }
    expect(cards.length).toBeGreaterThan(5);
    for (const card of cards) expect(card.knownSince <= day, card.product).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { galleryOf } from '../../../e2e/support/chart-gallery.ts';
import type { FlowSpec } from './chart-spec.ts';
import { flowScene, tableOfFlow } from './flow-chart.ts';
import { gatherSmall, layFlow, sumOf } from './flow-layout.ts';
import type { Mark, RibbonMark } from './scene.ts';

const spec = galleryOf('en')['flow'] as FlowSpec;
const figureOf = (value: number): FlowSpec['links'][number] => ({ from: 0, to: 0, value });

function ribbonsIn(marks: readonly Mark[]): RibbonMark[] {
  return marks.flatMap((mark) =>
    mark.kind === 'group' ? ribbonsIn(mark.marks) : mark.kind === 'ribbon' ? [mark] : [],
  );
}

function textsIn(marks: readonly Mark[]): string[] {
  return marks.flatMap((mark) =>
    mark.kind === 'group' ? textsIn(mark.marks) : mark.kind === 'text' ? [mark.text] : [],
  );
}

describe('a flow', () => {
  it('is as thick at both sides as what flows, whatever is gathered', () => {
    const places = (side: 'from' | 'to') =>
      gatherSmall(spec, side).map((ends) => ({ ends, lines: [], sum: sumOf(spec, side, ends) }));
    const { from, to, ribbons } = layFlow(spec, { from: places('from'), to: places('to') }, 0, 400);
    const all = ribbons.reduce((sum, { thickness }) => sum + thickness, 0);
    for (const bars of [from, to])
      expect(bars.reduce((sum, { height }) => sum + height, 0)).toBeCloseTo(all, 9);
    for (const bar of from) {
      const own = ribbons.filter(({ link }) => bar.ends.includes(spec.links[link]?.from ?? -1));
      expect(own.reduce((sum, { thickness }) => sum + thickness, 0)).toBeCloseTo(bar.height, 9);
      expect(Math.min(...own.map(({ y1 }) => y1))).toBeCloseTo(bar.y, 9);
    }
  });

  it('gives what is too little a place together, by name, and never one alone', () => {
    expect(gatherSmall(spec, 'from')).toEqual([[0], [1], [2], [3], [4, 5]]);
    expect(textsIn(flowScene(spec, { width: 900, language: 'en' }).marks)).toContain('others: Intel; OpenAI');
    const without = {
      ...spec,
      from: spec.from.slice(0, 5),
      links: spec.links.filter(({ from }) => from < 5),
    };
    expect(gatherSmall(without, 'from')).toEqual([[0], [1], [2], [3], [4]]);
  });

  it('is as thick as the mean where there is one, and says the median', () => {
    const two: FlowSpec = {
      ...spec,
      from: [{ name: 'A' }],
      to: [{ name: 'B' }, { name: 'C' }],
      links: [
        { ...figureOf(0), low: 0, high: 9e6, mean: 2e6 },
        { ...figureOf(2e6), to: 1 },
      ],
    };
    const scene = flowScene(two, { width: 640, language: 'en' });
    const [first, second] = ribbonsIn(scene.marks);
    expect(first?.thickness).toBeCloseTo(second?.thickness ?? Number.NaN, 9);
    expect(scene.cursor.at(0, 0)?.label).toBe('A → B: 0 (0.0–9.0)');
  });

  it('has every link and every total with its range in its table, small ones too', () => {
    const { header, rows } = tableOfFlow(spec, 'en');
    expect(header.slice(1)).toEqual(['Median', '80 of 100 futures']);
    expect(rows).toHaveLength(spec.links.length + spec.from.length + spec.to.length);
    expect(rows[0]).toEqual(['NVIDIA → Microsoft', '4.10 M', '2.9–6.2']);
    expect(rows.map(([name]) => name)).toContain('OpenAI → Other clouds and states');
    expect(rows).toContainEqual(['NVIDIA → all', '13.0 M', '10–17']);
    expect(rows).toContainEqual(['all → xAI', '0.80 M', '0.3–1.7']);
  });

  it('of nothing draws names and no ribbon', () => {
    const nothing = { ...spec, links: spec.links.map((link) => ({ ...link, value: 0 })) };
    const { marks } = flowScene(nothing, { width: 640, language: 'ja' });
    expect(ribbonsIn(marks)).toEqual([]);
    expect(textsIn(marks).length).toBeGreaterThan(spec.from.length);
  });
});

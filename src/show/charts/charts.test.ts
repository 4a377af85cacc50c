import { array, assert, constantFrom, double, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sceneOf, tableOf } from './chart.ts';
import type { ColourRole } from './chart-theme.ts';
import { DARK_THEME, HEAT_STEPS, LIGHT_THEME, PRINT_THEME, SERIES_COLOURS } from './chart-theme.ts';
import { contrastOf } from './contrast.ts';
import { drawOnCanvas } from './canvas.ts';
import type { Canvas } from './canvas.ts';
import { galleryOf } from '../../../e2e/support/chart-gallery.ts';
import { LINE_HEIGHT, TEXT_SIZE } from './chart-font.ts';
import { placeLabels } from './place-labels.ts';
import type { Box, Mark, Scene, TextMark } from './scene.ts';
import { nearestPoint } from './scene.ts';
import { escapeXml, renderSvg } from './svg.ts';
import { textWidth, wrapText } from './text-measure.ts';
import { timeTicks } from './time-axis.ts';

const WIDTHS = [320, 358, 390, 640, 1200];
const LANGUAGES = ['en', 'ja'] as const;
const EVERY = LANGUAGES.flatMap((language) =>
  WIDTHS.flatMap((width) =>
    Object.entries(galleryOf(language)).map(([kind, spec]) => ({ kind, language, width, spec })),
  ),
);

function textsOf(marks: readonly Mark[]): TextMark[] {
  return marks.flatMap((mark) =>
    mark.kind === 'text' ? [mark] : mark.kind === 'group' ? textsOf(mark.marks) : [],
  );
}

/** Of the letters as estimated; neighbouring lines of one paragraph touch. */
function boxOf({ x, y, text, size, anchor = 'start', bold = false }: TextMark): Box {
  const width = textWidth(text, size, bold);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { x: left, y: y - size * 0.75, width, height: size * 0.9 };
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

describe('every chart of the gallery', () => {
  it.each(EVERY)('$kind in $language at $width pixels: no text over another or outside', (entry) => {
    const { language, width, spec } = entry;
    const scene = sceneOf(spec, { width, language });
    const texts = textsOf(scene.marks);
    for (const [index, text] of texts.entries()) {
      const box = boxOf(text);
      expect.soft(box.x, text.text).toBeGreaterThanOrEqual(-0.5);
      expect.soft(box.x + box.width, text.text).toBeLessThanOrEqual(width + 0.5);
      expect.soft(box.y + box.height, text.text).toBeLessThanOrEqual(scene.height + 0.5);
      for (const other of texts.slice(index + 1)) {
        expect.soft(overlap(box, boxOf(other)), `${text.text} / ${other.text}`).toBe(false);
      }
    }
  });

  it.each(EVERY)('$kind in $language at $width pixels: a sentence, a table and a cursor', (entry) => {
    const { language, width, spec } = entry;
    const { summary, cursor } = sceneOf(spec, { width, language });
    expect(summary).toContain(spec.title);
    const table = tableOf(spec, language);
    expect(table.rows.length).toBeGreaterThan(0);
    for (const row of table.rows) expect(row).toHaveLength(table.header.length);
    expect(cursor.series.length).toBeGreaterThan(0);
    for (let series = 0; series < cursor.series.length; series++) {
      const points = Array.from({ length: cursor.count(series) }, (_, index) => cursor.at(series, index));
      const known = points.filter((point) => point !== undefined);
      expect(known.length).toBeGreaterThan(0);
      for (const { x, y, label } of known) {
        expect(Number.isFinite(x + y)).toBe(true);
        expect(label).not.toMatch(/undefined|NaN|\{/u);
      }
    }
    const some = cursor.at(0, Math.floor(cursor.count(0) / 2));
    if (some) expect(nearestPoint(cursor, some.x, some.y)?.point).toMatchObject({ x: some.x, y: some.y });
  });

  it('is drawn on a canvas as in SVG: as many texts, the same words', () => {
    for (const { language, width, spec } of EVERY) {
      const scene = sceneOf(spec, { width, language });
      const canvas = recordingCanvas();
      drawOnCanvas(scene, canvas, LIGHT_THEME);
      expect(canvas.texts).toEqual(textsOf(scene.marks).map(({ text }) => text));
      const words = [...renderSvg(scene, { theme: LIGHT_THEME }).matchAll(/<text[^>]*>([^<]*)</gu)];
      expect(words.map(([, word]) => word)).toEqual(canvas.texts.map(escapeXml));
    }
  });
});

function recordingCanvas(): Canvas & { readonly texts: string[] } {
  const texts: string[] = [];
  const nothing = (): void => undefined;
  return {
    texts,
    fillStyle: '',
    strokeStyle: '',
    lineWidth: 1,
    lineJoin: '',
    globalAlpha: 1,
    font: '',
    textAlign: '',
    textBaseline: '',
    beginPath: nothing,
    closePath: nothing,
    moveTo: nothing,
    lineTo: nothing,
    bezierCurveTo: nothing,
    arc: nothing,
    fill: nothing,
    stroke: nothing,
    fillRect: nothing,
    strokeRect: nothing,
    clearRect: nothing,
    fillText: (text) => texts.push(text),
    setLineDash: nothing,
  };
}

describe('labels down a margin', () => {
  const wishes = array(
    record({
      at: double({ min: -50, max: 450, noNaN: true }),
      height: constantFrom(16, 19, 35, 51),
    }),
    { maxLength: 8 },
  );

  it('never overlap and stay within it where there is room', () => {
    assert(
      property(wishes, (labels) => {
        const placed = placeLabels(labels, 0, 420);
        const boxes = labels.map(({ height }, index) => ({ from: placed[index]! - height / 2, height }));
        const sorted = boxes.toSorted((a, b) => a.from - b.from);
        for (const [index, box] of sorted.entries()) {
          const next = sorted[index + 1];
          if (next) expect(box.from + box.height).toBeLessThanOrEqual(next.from + 1e-6);
          expect(box.from).toBeGreaterThanOrEqual(-1e-6);
          expect(box.from + box.height).toBeLessThanOrEqual(420 + 1e-6);
        }
      }),
    );
  });

  it('stand where they wish if none is in the way', () => {
    expect(
      placeLabels(
        [
          { at: 100, height: 16 },
          { at: 30, height: 16 },
        ],
        0,
        200,
      ),
    ).toEqual([100, 30]);
    expect(
      placeLabels(
        [
          { at: 100, height: 20 },
          { at: 100, height: 20 },
        ],
        0,
        200,
      ),
    ).toEqual([90, 110]);
    expect(placeLabels([{ at: 0, height: 20 }], 0, 200)).toEqual([10]);
  });
});

describe('labels of any fan', () => {
  const values = array(double({ min: 0, max: 1e3, noNaN: true }), { minLength: 24, maxLength: 24 });
  const times = Array.from(
    { length: 24 },
    (_, index) => `${2026 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
  );

  it('do not lie on one another', () => {
    assert(
      property(values, values, values, constantFrom(...WIDTHS), (one, two, three, width) => {
        const scene: Scene = sceneOf(
          {
            kind: 'fan',
            title: 'Any',
            times,
            fans: [
              { name: 'Baseline', role: 'baseline', median: one, bands: [] },
              { name: '変更した想定', role: 'assumptions', median: two, bands: [] },
              {
                name: 'Scenario',
                role: 'scenario',
                median: three,
                bands: [{ share: 80, low: one, high: two }],
              },
            ],
            level: { value: 10, label: 'above ten: too much' },
            asOf: '2026-09-30',
            maximum: 800,
            format: {
              figure: (value) => value.toFixed(1),
              range: (low, high) => `${low.toFixed(1)}–${high.toFixed(1)}`,
            },
          },
          { width, language: 'en' },
        );
        const boxes = textsOf(scene.marks).map(boxOf);
        for (const [index, box] of boxes.entries()) {
          for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(false);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('themes', () => {
  const themes = { LIGHT_THEME, DARK_THEME, PRINT_THEME };

  it.each(Object.entries(themes))('%s: text can be read, marks be seen (WCAG 2.2 AA)', (_, theme) => {
    for (const role of ['ink', 'secondary', 'accent'] as const) {
      expect(contrastOf(theme[role], theme.ground), role).toBeGreaterThanOrEqual(4.5);
    }
    const lines: ColourRole[] = ['baseline'];
    for (let index = 0; index < SERIES_COLOURS; index++) lines.push(`series-${index}` as ColourRole);
    for (const role of lines) expect(contrastOf(theme[role], theme.ground), role).toBeGreaterThanOrEqual(3);
    for (let step = 0; step < HEAT_STEPS; step++) {
      const [ground, text] = [`heat-${step}`, `heat-ink-${step}`] as [ColourRole, ColourRole];
      expect(contrastOf(theme[text], theme[ground]), ground).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('measures contrast as WCAG does', () => {
    expect(contrastOf('#ffffff', '#000000')).toBeCloseTo(21, 10);
    // From the documentation of WebAIM's contrast checker.
    expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });
});

describe('text', () => {
  it('of a hostile row is never markup', () => {
    const hostile = `<script>alert("1")</script>&'\u0000\uD800`;
    const svg = renderSvg(
      sceneOf(
        {
          kind: 'bars',
          title: hostile,
          subtitle: hostile,
          bars: [{ name: hostile, value: 1, figure: `"><img src=x onerror=alert(1)>` }],
          format: { figure: () => hostile, range: () => '' },
        },
        { width: 2000, language: 'en' },
      ),
      { theme: 'variables', citation: hostile, standalone: true },
    );
    expect(svg).not.toMatch(/<script|<img|\p{Surrogate}/u);
    expect(svg).not.toContain('\u0000');
    expect(svg).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;');
    expect(svg).toContain('fill="var(--chart-ink)"');
  });

  it('breaks into lines of the width asked for', () => {
    assert(
      property(
        array(constantFrom('wafers', 'of', 'CoWoS', '広帯域メモリの不足', '2027年、', 'il'), {
          minLength: 1,
          maxLength: 20,
        }),
        integer({ min: 80, max: 600 }),
        (words, width) => {
          const lines = wrapText(words.join(' '), width, TEXT_SIZE);
          for (const line of lines) expect(textWidth(line, TEXT_SIZE)).toBeLessThanOrEqual(width);
          expect(lines.join('').replaceAll(' ', '')).toBe(words.join('').replaceAll(' ', ''));
        },
      ),
    );
    expect(textWidth('漢字', LINE_HEIGHT)).toBeCloseTo(2 * LINE_HEIGHT, 6);
  });
});

it('names months, quarters or years on a time axis, as there is room', () => {
  const texts = (from: number, to: number, width: number): string[] =>
    timeTicks(from, to, width, 'en').map(({ text }) => text);
  const start = 2026 * 12;
  expect(texts(start, start + 12, 800)).toEqual([
    '2026',
    'Feb',
    'Mar',
    'Apr',
    'May',
    'Jun',
    'Jul',
    'Aug',
    'Sep',
    'Oct',
    'Nov',
    'Dec',
    '2027',
  ]);
  expect(texts(start, start + 12, 300)).toEqual(['2026', 'Apr', 'Jul', 'Oct', '2027']);
  expect(texts(start, start + 60, 300)).toEqual(['2026', '2027', '2028', '2029', '2030', '2031']);
  expect(texts(start, start + 60, 140)).toEqual(['2026', '2028', '2030']);
});

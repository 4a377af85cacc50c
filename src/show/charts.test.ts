import { describe, expect, it } from 'vitest';
import { renderBars, renderRanges, renderTornado } from './bars.ts';
import { renderFan } from './fan.ts';
import type { Fan } from './fan.ts';
import { renderHeatMap } from './heat-map.ts';
import type { Screen } from './screen.ts';
import { renderSparkline } from './sparkline.ts';
import { renderTable } from './table.ts';
import { widthOf } from './text-width.ts';

const SCREEN: Screen = { language: 'en', width: 72, colour: false };
const JAPANESE: Screen = { ...SCREEN, language: 'ja' };

const MONTHS = Array.from({ length: 49 }, (_, index) => {
  const month = 9 + index;
  return `${2026 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
});
const MEDIAN = MONTHS.map((_, index) => 1.2 + 0.03 * index - 0.0007 * index * index);
const around = (factor: number): number[] =>
  MEDIAN.map((value, index) => Math.max(0, value + factor * (0.3 + 0.03 * index)));
const FAN: Fan = {
  months: MONTHS,
  p10: around(-1),
  p25: around(-0.5),
  p50: MEDIAN,
  p75: around(0.7),
  p90: around(1.6),
  format: (value) => value.toFixed(1),
};

function show(text: string): string {
  return `\n${text}\n`;
}

describe('table', () => {
  const table = {
    columns: [
      { title: 'Family', wraps: true },
      { title: 'Median', align: 'right' as const },
      { title: '80 of 100', align: 'right' as const },
      { title: 'Why', wraps: true, minimum: 20, optional: true },
    ],
    groups: [
      {
        rows: [
          [
            'NVIDIA Rubin',
            { text: '3.1', tone: 'accent' as const },
            '2.4–3.9',
            'packaging opens half a year late',
          ],
          ['Google TPU v7, v8', '12.2', '9.3–15.4', ''],
        ],
      },
      { title: 'Others', rows: [['AMD MI400', '0.6', '0.3–0.9', 'memory']] },
    ],
  };

  it('aligns, wraps and groups', () => {
    expect(show(renderTable(table, { ...SCREEN, width: 60 }))).toMatchInlineSnapshot(`
      "
      Family             Median  80 of 100  Why
      ────────────────────────────────────────────────────────────
      NVIDIA Rubin          3.1    2.4–3.9  packaging opens half a
                                            year late
      Google TPU v7, v8    12.2   9.3–15.4

      Others
      AMD MI400             0.6    0.3–0.9  memory
      "
    `);
  });

  it('drops optional columns where it must', () => {
    expect(show(renderTable(table, { ...SCREEN, width: 40 }))).toMatchInlineSnapshot(`
      "
      Family             Median  80 of 100
      ────────────────────────────────────
      NVIDIA Rubin          3.1    2.4–3.9
      Google TPU v7, v8    12.2   9.3–15.4

      Others
      AMD MI400             0.6    0.3–0.9
      "
    `);
  });

  it('aligns Japanese', () => {
    const columns = [
      { title: '投入要素' },
      { title: '確率', align: 'right' as const },
      { title: '備考', wraps: true },
    ];
    const rows = [
      ['HBM(広帯域メモリ)', '71%', '3社の合計。Samsungの認定時期による'],
      ['CoWoS', '8%', ''],
    ];
    expect(show(renderTable({ columns, groups: [{ rows }] }, { ...JAPANESE, width: 48 })))
      .toMatchInlineSnapshot(`
      "
      投入要素           確率  備考
      ────────────────────────────────────────────────
      HBM(広帯域メモリ)   71%  3社の合計。Samsungの認
                               定時期による
      CoWoS                8%
      "
    `);
  });

  it('colours text only, never the space around it', () => {
    const coloured = renderTable(table, { ...SCREEN, colour: true });
    expect(coloured).toContain('\u001B[1;38;5;209m3.1\u001B[0m');
    // eslint-disable-next-line no-control-regex -- escape sequences are what is looked for
    expect(coloured.replaceAll(/\u001B\[[0-9;]*m/gu, '')).toBe(renderTable(table, SCREEN));
  });
});

it('draws sparklines, shortened by averaging', () => {
  expect(renderSparkline([1, 2, 3, 5, 8, NaN, 5, 3, 0])).toBe('▂▃▄▅█ ▅▄▁');
  expect(renderSparkline([0, 0, 7, 7], { width: 2 })).toBe('▁█');
  expect(renderSparkline([0, 0])).toBe('▁▁');
  expect(renderSparkline([])).toBe('');
});

describe('fan', () => {
  it('draws bands, median, axis and the values at the end', () => {
    expect(show(renderFan(FAN, SCREEN))).toMatchInlineSnapshot(`
      "
                                                  ░░░░░░░░░░░░░░░░░░░
                                        ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
      3.0                       ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
                          ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
                    ░░░░░░░░░░░░░░░░░░░▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
      2.0     ░░░░░░░░░░▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
          ░░░░░▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
          ▒▒▒▒━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━▒▒▒▒▒▒▒▒▒▒
      1.0 ━━━━▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒━━━━━━━━━━ 1.0
          ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ 0.0–3.8
                                  ░░░░░░░░░░░░░░░░░░░░░░▒▒▒▒▒▒▒▒▒▒▒▒▒
      0.0                                    ░░░░░░░░░░░░░░░░░░░░▒▒▒▒
          ┬───┬─────────────┬──────────────┬─────────────┬───────────
              2027          2028           2029          2030
          ▒▒ 50  ░░ 80 of 100 futures
      "
    `);
  });

  it('says where a band is cut, and names baseline and level in the margin', () => {
    const fan: Fan = {
      ...FAN,
      maximum: 3,
      height: 8,
      baseline: { values: MEDIAN.map((value) => value / 2), label: '基準' },
      level: { value: 1, label: '1か月超で不足' },
    };
    expect(show(renderFan(fan, JAPANESE))).toMatchInlineSnapshot(`
      "
                                                          ▲ 3.8
      3.0                ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
                   ░░░░░░░░░░░░░░░░░░░▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒░
      2.0    ░░░░░░░░░▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
          ░░▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒━━━━━━━━━━━━▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
          ━━━━━━━━━━━━━━━━━━▒▒▒▒▒▒▒▒▒▒▒▒━━━━━━━━━━━━━━━━━━━▒▒▒▒ 1か月超で不足
      1.0 ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄────────────┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄━━━━ 1.0
          ──────────────────░░░░░░░░░░░░─────────────────────── 0.0〜3.8
      0.0                               ░░░░░░░░░░░░░░░░░░▒▒▒▒▒ 基準 0.5
          ┬──┬────────────┬────────────┬────────────┬──────────
             2027年       2028年       2029年       2030年
          100通り中 ▒▒ 50  ░░ 80
      "
    `);
  });

  it('dots the hairlines of 95 of 100 futures on free ground only', () => {
    const fan: Fan = { ...FAN, outermost: { p025: around(-1.4), p975: around(2.4) }, height: 8 };
    expect(show(renderFan(fan, SCREEN))).toMatchInlineSnapshot(`
      "
                             ········        ░░░░░░░░░░░░░░░░░░░░░░░░
      3.0             ·······   ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
                ······░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
      2.0 ····░░░░░░░░░░▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
          ░▒▒▒▒▒▒▒▒▒▒▒▒━━━━━━━━━━━━━━━━━━━━━━━━━━━▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
      1.0 ━━━━━━━━━━━━━▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒━━━━━━━━━━━━━━━━━━━ 1.0
          ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ 0.0–3.8
      0.0                  ·············░░░░░░░░░░░░░░░░░░░░▒▒▒▒▒▒▒▒▒
          ┬───┬─────────────┬──────────────┬─────────────┬───────────
              2027          2028           2029          2030
          ▒▒ 50  ░░ 80  ·· 95 of 100 futures
      "
    `);
    expect(renderFan(FAN, SCREEN)).not.toContain('·');
    expect(renderFan(fan, { ...SCREEN, colour: true })).toContain('\u001B[38;5;245m·');
  });

  it('keeps within the screen and survives short or flat data', () => {
    for (const width of [40, 60, 100, 200]) {
      for (const line of renderFan(FAN, { ...SCREEN, width }).split('\n')) {
        expect(widthOf(line)).toBeLessThanOrEqual(width);
      }
    }
    const zeros = [0];
    const flat = { ...FAN, months: ['2026-10'], p10: zeros, p25: zeros, p50: zeros, p75: zeros, p90: zeros };
    expect(renderFan(flat, SCREEN)).toContain('0.0');
    expect(renderFan({ ...flat, months: [] }, SCREEN)).toBe('');
  });

  it('draws the same outline in colour', () => {
    expect(renderFan(FAN, { ...SCREEN, colour: true })).toContain('\u001B[38;5;209;48;5;240m▀');
  });
});

describe('heat map', () => {
  const map = {
    rows: ['HBM', 'CoWoS', 'Demand'],
    quarters: ['2026-10', '2027-01', '2027-04', '2027-07', '2027-10', '2028-01'],
    values: [
      [71, 73, 66, 52, 38, 30],
      [8, 7, 9, 13, 45, 60],
      [15, 12, 11, 0, 10, 10],
    ],
  };

  it('marks the largest of each quarter', () => {
    expect(show(renderHeatMap(map, SCREEN))).toMatchInlineSnapshot(`
      "
             ’26 ’27             ’28
              Q4  Q1  Q2  Q3  Q4  Q1
      HBM    ▸71 ▸73 ▸66 ▸52  38  30
      CoWoS    8   7   9  13 ▸45 ▸60
      Demand  15  12  11   ·  10  10
      "
    `);
  });

  it('continues below in even blocks', () => {
    expect(show(renderHeatMap(map, { ...SCREEN, width: 26 }))).toMatchInlineSnapshot(`
      "
             ’26 ’27
              Q4  Q1  Q2
      HBM    ▸71 ▸73 ▸66
      CoWoS    8   7   9
      Demand  15  12  11

             ’27     ’28
              Q3  Q4  Q1
      HBM    ▸52  38  30
      CoWoS   13 ▸45 ▸60
      Demand   ·  10  10
      "
    `);
  });

  it('shades by value', () => {
    expect(renderHeatMap(map, { ...SCREEN, colour: true })).toContain('\u001B[38;5;16;48;5;67m▸71 \u001B[0m');
  });
});

describe('bars', () => {
  it('draws values, ranges and swings', () => {
    const bars = [
      { label: '広帯域メモリ', value: 71, text: '71', tone: 'accent' as const },
      { label: 'CoWoS', value: 8, text: '8' },
      { label: '需要', value: 0, text: '0' },
    ];
    expect(show(renderBars(bars, JAPANESE, 100))).toMatchInlineSnapshot(`
      "
      広帯域メモリ  ██████████████████████████████████▏ 71
      CoWoS         ███▉ 8
      需要          0
      "
    `);
    const ranges = [
      { label: 'NVIDIA', low: 3, median: 4, high: 6, text: '4.0 (3.0–6.0)' },
      { label: 'Google', low: 1, median: 1.2, high: 1.3, text: '1.2 (1.0–1.3)' },
    ];
    expect(show(renderRanges(ranges, SCREEN))).toMatchInlineSnapshot(`
      "
      NVIDIA                          ━━━━━━━●━━━━━━━━━━━━━━━━  4.0 (3.0–6.0)
      Google          ━●━                                       1.2 (1.0–1.3)
      "
    `);
    const swings = [
      { label: 'Budgets beyond guidance', low: 25, high: 81 },
      { label: 'Memory per wafer', low: 77, high: 32 },
      { label: 'Plants open later', low: 44, high: 63 },
    ];
    const tornado = { swings, base: 58, baseText: '58 of 100', format: String };
    expect(show(renderTornado(tornado, SCREEN))).toMatchInlineSnapshot(`
      "
      Budgets beyond guidance   25 ██████████████████████┃████████████████ 81
      Memory per wafer               32 █████████████████┃█████████████ 77
      Plants open later                      44 █████████┃████ 63
                                                     58 of 100
      "
    `);
  });
});

import { describe, expect, it } from 'vitest';
import { galleryOf } from '../../../e2e/support/chart-gallery.ts';
import { widthOf } from '../text-width.ts';
import { renderInTerminal } from './terminal.ts';

// eslint-disable-next-line no-control-regex -- escape sequences are what is looked for
const ESCAPES = /\u001B\[[\d;]*m/gu;

describe('charts in characters', () => {
  const entries = (['en', 'ja'] as const).flatMap((language) =>
    Object.entries(galleryOf(language)).map(([kind, spec]) => ({ kind, language, spec })),
  );

  it.each(entries)(
    '$kind in $language: within the width, plain where colour is not wanted',
    ({ spec, language }) => {
      for (const width of [80, 120]) {
        const plain = renderInTerminal(spec, { language, width, colour: false });
        expect(plain).not.toMatch(ESCAPES);
        const [title = ''] = plain.split('\n');
        expect(spec.title.startsWith(title.trimEnd())).toBe(true);
        const coloured = renderInTerminal(spec, { language, width, colour: true });
        expect(coloured).toMatch(ESCAPES);
        // What has no drawing in characters is a table, as wide as its columns; so are pins over a fan.
        const isPinned = spec.kind === 'fan' && spec.fans.some(({ role }) => role === 'pin');
        if (!isPinned && !['line', 'vintages', 'area', 'flow'].includes(spec.kind)) {
          for (const line of plain.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(width);
        }
      }
    },
  );

  it('draws bars with ranges, and a tornado', () => {
    const { bars, tornado } = galleryOf('en');
    const screen = { language: 'en', width: 72, colour: false } as const;
    expect(`\n${renderInTerminal(bars!, screen)}\n`).toMatchInlineSnapshot(`
      "
      NVIDIA takes most of the packaging
      wafers a month in 2026, median and 80 of 100 futures
      NVIDIA Rubin                                  ━━━●━━━━━  51.0k (42–63)
      Google TPU v7 and v8, own u…       ━━●━━                 18.0k (14–24)
      AMD MI400                       ━●━                      7.00k (4.1–9.8)
      AWS Trainium3                 ●━                         0 (0.0–2.1)
      "
    `);
    expect(`\n${renderInTerminal(tornado!, screen)}\n`).toMatchInlineSnapshot(`
      "
      The answer hinges on buyers’ budgets
      probability of shortage at the end of 2027, each input at its 10th and
      90th percentile
      Budgets beyond guidance    25% █████████████████████┃██████████████ 81%
      Memory per wafer               32% █████████████████┃████████████ 77%
      Unmet share at the start            40% ████████████┃███████ 70%
      Plants open later                      44% █████████┃███ 63%
      Price elasticity                         47% ███████┃█ 60%
                                                      58 in 100
      "
    `);
  });
});

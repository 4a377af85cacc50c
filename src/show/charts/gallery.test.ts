import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { sceneOf } from './chart.ts';
import { DARK_THEME, LIGHT_THEME } from './chart-theme.ts';
import { galleryOf } from '../../../e2e/support/chart-gallery.ts';
import { renderSvg } from './svg.ts';

const folder = fileURLToPath(new URL('../../../docs/gallery/', import.meta.url));

/** What the gallery shows of each chart: both languages, a phone, the dark theme. */
const VARIANTS = [
  { name: 'en', language: 'en', width: 640, theme: LIGHT_THEME },
  { name: 'ja.dark', language: 'ja', width: 640, theme: DARK_THEME },
  { name: 'ja.phone', language: 'ja', width: 358, theme: LIGHT_THEME },
] as const;

describe('the gallery', () => {
  for (const { name, language, width, theme } of VARIANTS) {
    for (const [kind, spec] of Object.entries(galleryOf(language))) {
      it(`draws ${kind} (${name}) as before`, async () => {
        const svg = renderSvg(sceneOf(spec, { width, language }), { theme, standalone: true });
        await expect(svg).toMatchFileSnapshot(`${folder}${kind}.${name}.svg`);
      });
    }
  }
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawOnCanvas } from '../src/show/charts/canvas.ts';
import type { Canvas } from '../src/show/charts/canvas.ts';
import { sceneOf } from '../src/show/charts/chart.ts';
import { LIGHT_THEME } from '../src/show/charts/chart-theme.ts';
import type { Scene } from '../src/show/charts/scene.ts';
import { renderSvg } from '../src/show/charts/svg.ts';
import { galleryOf } from './support/chart-gallery.ts';
import { HAS_BROWSER, startBrowser } from './support/browser.ts';

const WIDTH = 640;

/** What is done to a canvas, as it can be done to another: a method with its arguments, or a property with its value. */
type Step = readonly [name: string, values: readonly unknown[], isProperty: boolean];

function stepsOf(scene: Scene): Step[] {
  const steps: Step[] = [];
  const recorder = new Proxy({} as Canvas, {
    get:
      (_, name) =>
      (...values: unknown[]) =>
        steps.push([String(name), values, false]),
    set: (_, name, value) => steps.push([String(name), [value], true]) > 0,
  });
  drawOnCanvas(scene, recorder, LIGHT_THEME);
  return steps;
}

describe.runIf(HAS_BROWSER)('a chart in a browser', () => {
  let started: Awaited<ReturnType<typeof startBrowser>>;
  beforeAll(async () => {
    started = await startBrowser();
  });
  afterAll(() => started.close());

  it('looks the same on a canvas and in SVG', async () => {
    const page = await started.browser.newPage();
    for (const [kind, spec] of Object.entries(galleryOf('en'))) {
      const scene = sceneOf(spec, { width: WIDTH, language: 'en' });
      const [width, height] = [WIDTH, Math.ceil(scene.height)];
      const share = await page.evaluate(differingPixels, {
        steps: stepsOf(scene),
        svg: renderSvg(scene, { theme: LIGHT_THEME }),
        width,
        height,
      });
      // Smoothing of edges differs a little between the two.
      expect(share.differ, kind).toBeLessThan(0.004);
      expect(share.drawn, kind).toBeGreaterThan(0.005);
    }
    await page.close();
  });
});

/** What is used of a browser in the page. */
interface Browser {
  readonly document: {
    createElement(name: 'canvas'): { width: number; height: number; getContext(kind: '2d'): Surface };
  };
  readonly Image: new () => { src: string; decode(): Promise<void> };
}

interface Surface {
  drawImage(image: unknown, x: number, y: number): void;
  getImageData(x: number, y: number, width: number, height: number): { readonly data: Uint8ClampedArray };
}

interface Drawn {
  readonly steps: readonly Step[];
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Runs in the page: draws both and gives the share of pixels that are clearly another, and of those that are not empty. */
async function differingPixels({
  steps,
  svg,
  width,
  height,
}: Drawn): Promise<{ differ: number; drawn: number }> {
  // Types of the browser are not those of this program.
  const { document, Image } = globalThis as unknown as Browser;
  const surface = (): Surface => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [width, height];
    return canvas.getContext('2d');
  };
  const first = surface();
  for (const [name, values, isProperty] of steps) {
    if (isProperty) Reflect.set(first, name, values[0]);
    else (Reflect.get(first, name) as Function).apply(first, [...values]);
  }
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const second = surface();
  second.drawImage(image, 0, 0);
  const one = first.getImageData(0, 0, width, height).data;
  const other = second.getImageData(0, 0, width, height).data;
  let [differ, drawn] = [0, 0];
  for (let at = 0; at < one.length; at += 4) {
    // Colours lie before an empty ground, so opacity counts.
    const apart = [0, 1, 2].some(
      (channel) =>
        Math.abs(one[at + channel]! * one[at + 3]! - other[at + channel]! * other[at + 3]!) > 96 * 255,
    );
    if (apart || Math.abs(one[at + 3]! - other[at + 3]!) > 96) differ++;
    if (other[at + 3]! > 0) drawn++;
  }
  return { differ: differ / (width * height), drawn: drawn / (width * height) };
}

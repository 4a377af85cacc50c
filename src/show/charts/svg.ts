import type { ChartTheme, ColourRole } from './chart-theme.ts';
import { variableOf } from './chart-theme.ts';
import { FONT_FAMILY } from './chart-font.ts';
import { diamondOf } from './symbol-shape.ts';
import type { Mark, PathMark, RectMark, RibbonMark, Scene, SymbolMark, TextMark } from './scene.ts';

export interface SvgOptions {
  /** Colours as they are, or `variables` where a style sheet sets `--chart-…`. */
  readonly theme: ChartTheme | 'variables';
  /** Where the figures come from and how to make them again, kept in the file. */
  readonly citation?: string;
  /** With a ground of its own and a title that a viewer of files shows; not so where it stands in a page. */
  readonly standalone?: boolean;
}

/** Around a drawing that stands alone. */
const MARGIN = 20;

/** A scene as one SVG element. All text is escaped; no identifiers, so that many can stand in one page. */
export function renderSvg(scene: Scene, options: SvgOptions): string {
  const { width, height, summary } = scene;
  const { theme, citation, standalone = false } = options;
  const colour = (role: ColourRole): string =>
    theme === 'variables' ? `var(${variableOf(role)})` : theme[role];
  const margin = standalone ? MARGIN : 0;
  const [wide, high] = [width + 2 * margin, height + 2 * margin].map(px);
  const size = `width="${wide}" height="${high}" viewBox="${px(-margin)} ${px(-margin)} ${wide} ${high}"`;
  const name = standalone
    ? ' style="font-variant-numeric:tabular-nums"'
    : ` aria-label="${escapeXml(summary)}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img"${name} font-family="${FONT_FAMILY}">`,
    ...(standalone ? [`<title>${escapeXml(summary)}</title>`] : []),
    ...(citation === undefined ? [] : [`<desc>${escapeXml(citation)}</desc>`]),
    ...(standalone
      ? [
          `<rect x="${px(-margin)}" y="${px(-margin)}" width="${wide}" height="${high}"${paint('fill', 'ground', colour)}/>`,
        ]
      : []),
    ...scene.marks.map((mark) => drawMark(mark, colour)),
    '</svg>',
    '',
  ].join('\n');
}

type Colour = (role: ColourRole) => string;

function drawMark(mark: Mark, colour: Colour): string {
  switch (mark.kind) {
    case 'path':
      return `<path d="${pathData(mark)}"${shape(mark, colour)} stroke-linejoin="round"/>`;
    case 'rect':
      return drawRect(mark, colour);
    case 'line':
      return `<path d="M${px(mark.x1)} ${px(mark.y1)}L${px(mark.x2)} ${px(mark.y2)}"${shape(mark, colour)}/>`;
    case 'text':
      return drawText(mark, colour);
    case 'symbol':
      return drawSymbol(mark, colour);
    case 'ribbon':
      return `<path d="${ribbonData(mark)}"${shape(mark, colour)}/>`;
    default: {
      const figure = mark.figure === undefined ? '' : ` data-figure="${escapeXml(mark.figure)}"`;
      const title = mark.title === undefined ? '' : `<title>${escapeXml(mark.title)}</title>`;
      return `<g${figure}>${title}${mark.marks.map((inner) => drawMark(inner, colour)).join('')}</g>`;
    }
  }
}

interface Look {
  readonly fill?: ColourRole;
  readonly fillOpacity?: number;
  readonly stroke?: ColourRole;
  readonly strokeWidth?: number;
  readonly dash?: readonly [number, number];
}

function shape({ fill, fillOpacity, stroke, strokeWidth, dash }: Look, colour: Colour): string {
  return [
    fill === undefined ? ' fill="none"' : paint('fill', fill, colour),
    fillOpacity === undefined ? '' : ` fill-opacity="${fillOpacity}"`,
    stroke === undefined ? '' : paint('stroke', stroke, colour),
    strokeWidth === undefined ? '' : ` stroke-width="${strokeWidth}"`,
    dash === undefined ? '' : ` stroke-dasharray="${dash.join(' ')}"`,
  ].join('');
}

/** As an attribute, never as a style: a strict Content-Security-Policy forbids styles in markup. */
function paint(what: 'fill' | 'stroke', role: ColourRole, colour: Colour): string {
  return ` ${what}="${colour(role)}"`;
}

function pathData({ points, fill }: PathMark): string {
  let data = '';
  let drawing = false;
  for (let at = 0; at + 1 < points.length; at += 2) {
    const x = points[at] ?? NaN;
    const y = points[at + 1] ?? NaN;
    if (Number.isNaN(x) || Number.isNaN(y)) {
      drawing = false;
      continue;
    }
    data += `${drawing ? 'L' : 'M'}${px(x)} ${px(y)}`;
    drawing = true;
  }
  return fill === undefined ? data : `${data}Z`;
}

function drawRect(mark: RectMark, colour: Colour): string {
  return `<rect x="${px(mark.x)}" y="${px(mark.y)}" width="${px(mark.width)}" height="${px(mark.height)}"${shape(mark, colour)}/>`;
}

function drawText({ x, y, text, size, fill, anchor, bold }: TextMark, colour: Colour): string {
  const place = anchor === undefined || anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  const weight = bold ? ' font-weight="600"' : '';
  return `<text x="${px(x)}" y="${px(y)}" font-size="${size}"${place}${weight}${paint('fill', fill, colour)}>${escapeXml(text)}</text>`;
}

function drawSymbol(mark: SymbolMark, colour: Colour): string {
  if (mark.shape === 'circle') {
    return `<circle cx="${px(mark.x)}" cy="${px(mark.y)}" r="${px(mark.radius)}"${shape(mark, colour)}/>`;
  }
  const corners = diamondOf(mark).map(([x, y]) => `${px(x)} ${px(y)}`);
  return `<path d="M${corners.join('L')}Z"${shape(mark, colour)}/>`;
}

function ribbonData({ x1, y1, x2, y2, thickness }: RibbonMark): string {
  const middle = px((x1 + x2) / 2);
  const over = `M${px(x1)} ${px(y1)}C${middle} ${px(y1)} ${middle} ${px(y2)} ${px(x2)} ${px(y2)}`;
  const [low1, low2] = [px(y1 + thickness), px(y2 + thickness)];
  return `${over}V${low2}C${middle} ${low2} ${middle} ${low1} ${px(x1)} ${low1}Z`;
}

/** A tenth of a pixel is all that can be seen. */
function px(value: number): string {
  // Adding zero makes a plain zero of a negative one.
  return String(Math.round(value * 10) / 10 + 0);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand between tags and in attributes. Control characters, which XML forbids, are dropped. */
export function escapeXml(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex -- control characters are what is looked for
      .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, '')
      .replaceAll(/[&<>"']/gu, (character) => ENTITIES[character] ?? '')
  );
}

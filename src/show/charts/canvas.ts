import { FONT_FAMILY } from './chart-font.ts';
import type { ChartTheme, ColourRole } from './chart-theme.ts';
import type { Mark, PathMark, RibbonMark, Scene, SymbolMark, TextMark } from './scene.ts';
import { diamondOf } from './symbol-shape.ts';

/** What is used of a browser's `CanvasRenderingContext2D`. */
export interface Canvas {
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  lineJoin: unknown;
  globalAlpha: number;
  font: string;
  textAlign: unknown;
  textBaseline: unknown;
  beginPath(): void;
  closePath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void;
  arc(x: number, y: number, radius: number, from: number, to: number): void;
  fill(): void;
  stroke(): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  strokeRect(x: number, y: number, width: number, height: number): void;
  clearRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number): void;
  setLineDash(lengths: number[]): void;
}

/** Draws a scene on a canvas whose unit is the pixel of a page; what stood there is cleared. */
export function drawOnCanvas(scene: Scene, canvas: Canvas, theme: ChartTheme): void {
  canvas.clearRect(0, 0, scene.width, scene.height);
  canvas.textBaseline = 'alphabetic';
  canvas.lineJoin = 'round';
  drawAll(scene.marks, canvas, theme);
}

function drawAll(marks: readonly Mark[], canvas: Canvas, theme: ChartTheme): void {
  for (const mark of marks) drawMark(mark, canvas, theme);
}

function drawMark(mark: Mark, canvas: Canvas, theme: ChartTheme): void {
  switch (mark.kind) {
    case 'path':
      tracePath(mark, canvas);
      finish(mark, canvas, theme);
      break;
    case 'rect':
      if (mark.fill !== undefined) {
        setFill(canvas, theme[mark.fill], mark.fillOpacity);
        canvas.fillRect(mark.x, mark.y, mark.width, mark.height);
        canvas.globalAlpha = 1;
      }
      if (mark.stroke !== undefined) {
        setStroke(canvas, theme[mark.stroke], mark.strokeWidth);
        canvas.strokeRect(mark.x, mark.y, mark.width, mark.height);
      }
      break;
    case 'line':
      canvas.beginPath();
      canvas.moveTo(mark.x1, mark.y1);
      canvas.lineTo(mark.x2, mark.y2);
      finish(mark, canvas, theme);
      break;
    case 'text':
      drawText(mark, canvas, theme);
      break;
    case 'symbol':
      traceSymbol(mark, canvas);
      finish(mark, canvas, theme);
      break;
    case 'ribbon':
      traceRibbon(mark, canvas);
      finish(mark, canvas, theme);
      break;
    case 'group':
      drawAll(mark.marks, canvas, theme);
      break;
  }
}

interface Look {
  readonly fill?: ColourRole;
  readonly fillOpacity?: number;
  readonly stroke?: ColourRole;
  readonly strokeWidth?: number;
  readonly dash?: readonly [number, number];
}

function finish(
  { fill, fillOpacity, stroke, strokeWidth, dash }: Look,
  canvas: Canvas,
  theme: ChartTheme,
): void {
  if (fill !== undefined) {
    setFill(canvas, theme[fill], fillOpacity);
    canvas.fill();
    canvas.globalAlpha = 1;
  }
  if (stroke !== undefined) {
    setStroke(canvas, theme[stroke], strokeWidth);
    if (dash !== undefined) canvas.setLineDash([...dash]);
    canvas.stroke();
    if (dash !== undefined) canvas.setLineDash([]);
  }
}

function setFill(canvas: Canvas, colour: string, opacity = 1): void {
  canvas.fillStyle = colour;
  canvas.globalAlpha = opacity;
}

function setStroke(canvas: Canvas, colour: string, width = 1): void {
  canvas.strokeStyle = colour;
  canvas.lineWidth = width;
}

function tracePath({ points, fill }: PathMark, canvas: Canvas): void {
  let drawing = false;
  canvas.beginPath();
  for (let at = 0; at + 1 < points.length; at += 2) {
    const x = points[at]!;
    const y = points[at + 1]!;
    if (Number.isNaN(x + y)) drawing = false;
    else if (drawing) canvas.lineTo(x, y);
    else {
      canvas.moveTo(x, y);
      drawing = true;
    }
  }
  if (fill !== undefined) canvas.closePath();
}

function traceSymbol(mark: SymbolMark, canvas: Canvas): void {
  canvas.beginPath();
  if (mark.shape === 'circle') {
    canvas.arc(mark.x, mark.y, mark.radius, 0, 2 * Math.PI);
    return;
  }
  for (const [index, [x, y]] of diamondOf(mark).entries()) {
    if (index === 0) canvas.moveTo(x, y);
    else canvas.lineTo(x, y);
  }
  canvas.closePath();
}

function traceRibbon({ x1, y1, x2, y2, thickness }: RibbonMark, canvas: Canvas): void {
  const middle = (x1 + x2) / 2;
  canvas.beginPath();
  canvas.moveTo(x1, y1);
  canvas.bezierCurveTo(middle, y1, middle, y2, x2, y2);
  canvas.lineTo(x2, y2 + thickness);
  canvas.bezierCurveTo(middle, y2 + thickness, middle, y1 + thickness, x1, y1 + thickness);
  canvas.closePath();
}

function drawText(
  { x, y, text, size, fill, anchor, bold }: TextMark,
  canvas: Canvas,
  theme: ChartTheme,
): void {
  canvas.font = `${bold ? '600 ' : ''}${size}px ${FONT_FAMILY}`;
  canvas.textAlign = anchor === 'middle' ? 'center' : (anchor ?? 'start');
  canvas.fillStyle = theme[fill];
  canvas.fillText(text, x, y);
}

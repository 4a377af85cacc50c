import { sceneOf, tableOf } from '../../show/charts/chart.ts';
import type { ChartSpec } from '../../show/charts/chart-spec.ts';
import { cellText } from '../../show/charts/data-table.ts';
import { drawOnCanvas } from '../../show/charts/canvas.ts';
import { LIGHT_THEME } from '../../show/charts/chart-theme.ts';
import { renderSvg } from '../../show/charts/svg.ts';
import { toCsv } from '../../show/csv.ts';
import type { Language } from '../../show/language.ts';
import { download } from './download.ts';

const WIDTH = 840;
/** Pixels of a picture for each of the drawing. */
const SHARPNESS = 2;

export type ChartFormat = 'CSV' | 'XLSX' | 'JSON' | 'SVG' | 'PNG';

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A number that a sheet can add up, where the text is nothing else. */
function cellOf(text: string): string | number {
  const number = Number(text.replace('−', '-'));
  return text.trim() !== '' && Number.isFinite(number) ? number : text;
}

/** Hands a chart to whoever reads the page, with its citation, which says how to make it again. */
export async function saveChart(
  spec: ChartSpec,
  format: ChartFormat,
  citation: string,
  language: Language,
): Promise<void> {
  const name = `chokepoint-${spec.title.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}`;
  const { header, rows: cells } = tableOf(spec, language);
  const rows = cells.map((row) => row.map(cellText));
  if (format === 'CSV') {
    download(`${name}.csv`, 'text/csv', toCsv(header, [...rows, [], [citation]]));
    return;
  }
  if (format === 'JSON') {
    const table = { title: spec.title, citation, header, rows };
    download(`${name}.json`, 'application/json', `${JSON.stringify(table, undefined, 2)}\n`);
    return;
  }
  if (format === 'XLSX') {
    const { default: writeSheet } = await import('write-excel-file/browser');
    const head = header.map((value) => ({ value, fontWeight: 'bold' as const }));
    const sheet = [head, ...rows.map((row) => row.map(cellOf)), [], [citation]];
    download(`${name}.xlsx`, SPREADSHEET, await writeSheet(sheet).toBlob());
    return;
  }
  const scene = sceneOf(spec, { width: WIDTH, language });
  if (format === 'SVG') {
    const drawing = renderSvg(scene, { theme: LIGHT_THEME, citation, standalone: true });
    download(`${name}.svg`, 'image/svg+xml', drawing);
    return;
  }
  const canvas = document.createElement('canvas');
  canvas.width = scene.width * SHARPNESS;
  canvas.height = scene.height * SHARPNESS;
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.scale(SHARPNESS, SHARPNESS);
  drawOnCanvas(scene, context, LIGHT_THEME);
  // Below what is drawn, so that text is read on paper.
  context.globalCompositeOperation = 'destination-over';
  context.fillStyle = LIGHT_THEME.ground;
  context.fillRect(0, 0, scene.width, scene.height);
  canvas.toBlob((blob) => blob && download(`${name}.png`, 'image/png', blob));
}

import type { Language } from '../language.ts';
import { translate } from '../message.ts';
import { LINE_HEIGHT, TEXT_SIZE } from './chart-font.ts';
import type { ColourRole } from './chart-theme.ts';
import type { Knowledge } from './chart-spec.ts';
import { textMark } from './frame.ts';
import type { Dash, Mark, SymbolMark } from './scene.ts';
import { textWidth } from './text-measure.ts';

const SWATCH = 16;
const GAP = 18;
const ORDER: readonly Knowledge[] = ['observed', 'estimated', 'assumed', 'modelled'];

/** How a line is drawn by how its values are known. */
export function dashOf(knowledge: Knowledge): { readonly dash?: Dash } {
  return knowledge === 'assumed' ? { dash: [2, 3] } : {};
}

/** The mark of a figure: observed filled, estimated hollow, assumed a hollow diamond; what is modelled has none. */
export function symbolOf(
  knowledge: Exclude<Knowledge, 'modelled'>,
  x: number,
  y: number,
  role: ColourRole,
): SymbolMark {
  const shape = knowledge === 'assumed' ? ('diamond' as const) : ('circle' as const);
  const fill = knowledge === 'observed' ? role : 'ground';
  return { kind: 'symbol', shape, x, y, radius: 3, fill, stroke: role, strokeWidth: 1.25 };
}

/** A row that names the marks in use; nothing where only the model speaks. */
export function layKnowledgeKey(
  used: ReadonlySet<Knowledge>,
  width: number,
  top: number,
  language: Language,
): { readonly marks: Mark[]; readonly bottom: number } {
  if (used.size === 0 || (used.size === 1 && used.has('modelled'))) return { marks: [], bottom: top };
  const marks: Mark[] = [];
  let x = 0;
  let y = top + LINE_HEIGHT / 2;
  for (const knowledge of ORDER.filter((candidate) => used.has(candidate))) {
    const text = translate(language, `chart.known.${knowledge}`);
    const wide = SWATCH + textWidth(text, TEXT_SIZE);
    if (x > 0 && x + wide > width) {
      x = 0;
      y += LINE_HEIGHT;
    }
    marks.push(...swatch(knowledge, x, y), textMark(text, x + SWATCH, y, 'secondary'));
    x += wide + GAP;
  }
  return { marks, bottom: y + LINE_HEIGHT };
}

function swatch(knowledge: Knowledge, x: number, y: number): Mark[] {
  const line: Mark = {
    kind: 'line',
    x1: x,
    y1: y,
    x2: x + 12,
    y2: y,
    stroke: 'secondary',
    ...dashOf(knowledge),
  };
  return knowledge === 'modelled' ? [line] : [symbolOf(knowledge, x + 6, y, 'secondary')];
}

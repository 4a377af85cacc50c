import type { Language } from '../language.ts';
import { translate } from '../message.ts';
import { LINE_HEIGHT, TEXT_SIZE } from './chart-font.ts';
import type { IntervalItem } from './chart-spec.ts';
import { textMark } from './frame.ts';
import { symbolOf } from './knowledge-key.ts';
import type { Mark } from './scene.ts';
import { textWidth } from './text-measure.ts';

const SWATCH = 36;
const GAP = 18;

/** A row that names the parts of an interval in use. */
export function layIntervalKey(
  items: readonly IntervalItem[],
  width: number,
  top: number,
  language: Language,
): { readonly marks: Mark[]; readonly bottom: number } {
  const known = (['observed', 'estimated'] as const).filter((knowledge) =>
    items.some(({ outcome }) => outcome?.knowledge === knowledge),
  );
  const modelled = items.filter(({ isStated }) => !isStated);
  const isForecast = modelled.some(({ outcome }) => outcome !== undefined);
  const hasInner = modelled.some(({ inner }) => inner !== undefined);
  const entries = [
    ...(modelled.length < items.length
      ? [
          {
            text: translate(language, 'chart.key.stated'),
            swatch: (x: number, y: number) => statedMarks(x, x + 14, x + 28, y),
            room: SWATCH,
          },
        ]
      : []),
    ...(modelled.length > 0
      ? [
          {
            text: translate(language, rangeKey(isForecast, hasInner)),
            swatch: (x: number, y: number) => forecastSwatch(x, y, hasInner),
            room: SWATCH,
          },
        ]
      : []),
    ...known.map((knowledge) => ({
      text: translate(language, `chart.key.${knowledge}`),
      swatch: (x: number, y: number): Mark[] => [symbolOf(knowledge, x + 4, y, 'ink')],
      room: 14,
    })),
  ];
  const marks: Mark[] = [];
  let x = 0;
  let y = top + LINE_HEIGHT / 2;
  for (const { text, swatch, room } of entries) {
    const wide = room + textWidth(text, TEXT_SIZE);
    if (x > 0 && x + wide > width) {
      x = 0;
      y += LINE_HEIGHT + 2;
    }
    marks.push(...swatch(x, y), textMark(text, x + room, y, 'secondary'));
    x += wide + GAP;
  }
  return { marks, bottom: y + LINE_HEIGHT };
}

function rangeKey(isForecast: boolean, hasInner: boolean) {
  if (!hasInner) return 'chart.key.range';
  return isForecast ? 'chart.key.ranges' : 'chart.key.futures';
}

function forecastSwatch(x: number, y: number, hasInner: boolean): Mark[] {
  return [
    { kind: 'rect', x, y: y - 1, width: 28, height: 2, fill: 'bar' },
    ...(hasInner
      ? [{ kind: 'rect' as const, x: x + 8, y: y - 3.5, width: 12, height: 7, fill: 'bar' as const }]
      : []),
    medianMark(x + 14, y),
  ];
}

/** An upright stroke at the median of what is modelled. */
export function medianMark(x: number, y: number): Mark {
  return { kind: 'line', x1: x, y1: y - 6, x2: x, y2: y + 6, stroke: 'secondary', strokeWidth: 1.5 };
}

/** What somebody stated: a hollow mark between the ends that were stated with it. */
export function statedMarks(low: number, middle: number, high: number, y: number): Mark[] {
  return [
    { kind: 'line', x1: low, y1: y, x2: high, y2: y, stroke: 'ink' },
    symbolOf('estimated', middle, y, 'ink'),
  ];
}

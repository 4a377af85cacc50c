import type { ColourRole } from './chart-theme.ts';
import type { Band, FanSeries, FanSpec } from './chart-spec.ts';
import type { LabelLine } from './margin-labels.ts';
import { pinLook } from './pin-look.ts';
import { lastKnown } from './plot.ts';
import { toldBand } from './series-cursor.ts';
import type { TimeChart, TimeSeries } from './time-chart.ts';

const LOOKS: Readonly<
  Record<
    Exclude<FanSeries['role'], 'pin'>,
    { readonly colour: ColourRole; readonly strokeWidth: number; readonly isDashed: boolean }
  >
> = {
  baseline: { colour: 'baseline', strokeWidth: 1.75, isDashed: false },
  assumptions: { colour: 'secondary', strokeWidth: 1.75, isDashed: true },
  scenario: { colour: 'accent', strokeWidth: 2.25, isDashed: false },
};
const ORDER: readonly FanSeries['role'][] = ['baseline', 'assumptions', 'pin', 'scenario'];

/** Fans as lines over time, the scenario above all, then pins from the first on, each with median and range at its end. */
export function fanChart(spec: FanSpec): TimeChart {
  const fans = [...spec.fans].sort(
    (a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role) || (b.number ?? 0) - (a.number ?? 0),
  );
  return { ...spec, series: fans.map((fan) => seriesOf(fan, spec, fans.length > 1)) };
}

function seriesOf(fan: FanSeries, spec: FanSpec, isNamed: boolean): TimeSeries {
  const { name, role, median, bands, figures, number = 1 } = fan;
  const opens = figures === undefined ? {} : { figures };
  if (role === 'pin')
    return {
      name,
      values: median,
      bands,
      isOutlined: true,
      ...pinLook(number),
      strokeWidth: 1.75,
      number,
      knowledge: 'modelled',
      label: pinLabel(name, median, toldBand({ bands }), spec),
      hasSwatch: true,
      ...opens,
    };
  const look = LOOKS[role];
  return {
    name,
    values: median,
    bands,
    ...look,
    knowledge: 'modelled',
    label: endLabel(isNamed ? name : undefined, median, toldBand({ bands }), look.colour, spec),
    ...opens,
  };
}

/** The name on lines of its own: it may end in a number. */
function pinLabel(
  name: string,
  median: FanSeries['median'],
  told: Band | undefined,
  spec: Pick<FanSpec, 'format'>,
): LabelLine[] {
  const [value, range] = endLabel(undefined, median, told, 'ink', spec);
  if (value === undefined) return [];
  const figures = range === undefined ? value.text : `${value.text} (${range.text})`;
  return [
    { text: name, fill: 'ink', bold: true },
    { text: figures, fill: 'secondary' },
  ];
}

/** Name, median and range, the range without share: the head says what bands hold. */
export function endLabel(
  name: string | undefined,
  median: FanSeries['median'],
  told: Band | undefined,
  fill: ColourRole,
  { format }: Pick<FanSpec, 'format'>,
): LabelLine[] {
  const last = lastKnown(median);
  if (last < 0) return [];
  const range = told === undefined ? '' : format.range(told.low[last] ?? NaN, told.high[last] ?? NaN);
  // Grey is too light for text.
  const ink = fill === 'baseline' ? 'secondary' : fill;
  const value = format.figure(median[last] ?? NaN);
  return [
    { text: name === undefined ? value : `${name} ${value}`, fill: ink, bold: true },
    ...(range === '' ? [] : [{ text: range, fill: 'secondary' as const }]),
  ];
}

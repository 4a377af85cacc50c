import type { ColourRole } from './chart-theme.ts';
import type { Band, FanSeries, FanSpec } from './chart-spec.ts';
import type { LabelLine } from './margin-labels.ts';
import { lastKnown } from './plot.ts';
import { toldBand } from './series-cursor.ts';
import type { TimeChart, TimeSeries } from './time-chart.ts';

const LOOKS: Readonly<
  Record<
    FanSeries['role'],
    { readonly colour: ColourRole; readonly strokeWidth: number; readonly isDashed: boolean }
  >
> = {
  baseline: { colour: 'baseline', strokeWidth: 1.75, isDashed: false },
  assumptions: { colour: 'secondary', strokeWidth: 1.75, isDashed: true },
  scenario: { colour: 'accent', strokeWidth: 2.25, isDashed: false },
};
const ORDER: readonly FanSeries['role'][] = ['baseline', 'assumptions', 'scenario'];

/** Up to three fans as lines over time, the scenario above all, each with median and range at its end. */
export function fanChart(spec: FanSpec): TimeChart {
  const fans = [...spec.fans].sort((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role));
  return { ...spec, series: fans.map((fan) => seriesOf(fan, spec, fans.length > 1)) };
}

function seriesOf(fan: FanSeries, spec: FanSpec, isNamed: boolean): TimeSeries {
  const { name, role, median, bands, figure } = fan;
  const look = LOOKS[role];
  return {
    name,
    values: median,
    bands,
    ...look,
    knowledge: 'modelled',
    label: endLabel(isNamed ? name : undefined, median, toldBand({ bands }), look.colour, spec),
    ...(figure === undefined ? {} : { figure }),
  };
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

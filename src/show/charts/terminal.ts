import { renderBars, renderRanges, renderTornado } from '../bars.ts';
import { renderFan } from '../fan.ts';
import { renderHeatMap } from '../heat-map.ts';
import type { Screen } from '../screen.ts';
import { renderTable } from '../table.ts';
import { themeOf } from '../theme.ts';
import { wrap } from '../text-wrap.ts';
import { tableOf } from './chart.ts';
import type {
  BarItem,
  BarsSpec,
  ChartSpec,
  FanSpec,
  HeatMapSpec,
  TornadoSpec,
  Values,
} from './chart-spec.ts';
import { cellText } from './data-table.ts';

/** A chart in characters, in colour where the screen has it: what has no drawing in characters is a table. No newline at the end. */
export function renderInTerminal(spec: ChartSpec, screen: Screen): string {
  const theme = themeOf(screen);
  const quiet = wrap(spec.subtitle ?? '', screen.width).map((line) => theme.tone('secondary', line));
  return [
    ...wrap(spec.title, screen.width).map((line) => theme.tone('strong', line)),
    ...(spec.subtitle === undefined ? [] : quiet),
    bodyOf(spec, screen),
  ].join('\n');
}

function bodyOf(spec: ChartSpec, screen: Screen): string {
  switch (spec.kind) {
    case 'fan':
      return fanIn(spec, screen) ?? tableIn(spec, screen);
    case 'heat-map':
      return heatMapIn(spec, screen);
    case 'bars':
      return barsIn(spec, screen);
    case 'tornado':
      return tornadoIn(spec, screen);
    default:
      return tableIn(spec, screen);
  }
}

/** The scenario's fan with the baseline's median; nothing where bands of 50 and 80 of 100 are missing, or with pins. */
function fanIn(spec: FanSpec, screen: Screen): string | undefined {
  const { fans, times, format, level, maximum } = spec;
  const main = fans.find(({ role }) => role === 'scenario') ?? fans[0];
  const [inner, outer, outermost] = [50, 80, 95].map((share) =>
    main?.bands.find((band) => band.share === share),
  );
  const hasPins = fans.some(({ role }) => role === 'pin');
  if (hasPins || main === undefined || inner === undefined || outer === undefined) return undefined;
  const baseline = fans.find(({ role }) => role === 'baseline');
  return renderFan(
    {
      months: times,
      p10: valuesOf(outer.low),
      p25: valuesOf(inner.low),
      p50: valuesOf(main.median),
      p75: valuesOf(inner.high),
      p90: valuesOf(outer.high),
      ...(outermost === undefined
        ? {}
        : { outermost: { p025: valuesOf(outermost.low), p975: valuesOf(outermost.high) } }),
      format: format.figure,
      ...(baseline === undefined || baseline === main
        ? {}
        : { baseline: { values: valuesOf(baseline.median), label: baseline.name } }),
      ...(level === undefined ? {} : { level }),
      ...(maximum === undefined ? {} : { maximum }),
    },
    screen,
  );
}

function valuesOf(values: Values): number[] {
  return Array.from(values);
}

function heatMapIn({ rows, quarters, values, full, format }: HeatMapSpec, screen: Screen): string {
  return renderHeatMap(
    {
      rows: rows.map(({ name }) => name),
      quarters,
      values: values.map(valuesOf),
      ...(full === undefined ? {} : { full }),
      ...(format === undefined ? {} : { format }),
    },
    screen,
  );
}

/** Ranges where there are any, else bars. */
function barsIn(spec: BarsSpec, screen: Screen): string {
  const { bars, maximum } = spec;
  const texts = tableOf(spec, screen.language).rows.map(([, cell = '']) => cellText(cell));
  const tone = ({ isAccent }: BarItem) => (isAccent ? { tone: 'accent' as const } : {});
  if (bars.some(({ low, high }) => low !== undefined && high !== undefined)) {
    return renderRanges(
      bars.map((bar, index) => ({
        label: bar.name,
        low: bar.low ?? bar.value,
        median: bar.value,
        high: bar.high ?? bar.value,
        text: texts[index] ?? '',
        ...tone(bar),
      })),
      screen,
      maximum,
    );
  }
  return renderBars(
    bars.map((bar, index) => ({ label: bar.name, value: bar.value, text: texts[index] ?? '', ...tone(bar) })),
    screen,
    maximum,
  );
}

function tornadoIn({ base, swings, format }: TornadoSpec, screen: Screen): string {
  return renderTornado(
    {
      base: base.value,
      baseText: base.label,
      swings: swings.map(({ name, low, high, isAccent }) => ({
        label: name,
        low,
        high,
        ...(isAccent ? { tone: 'accent' as const } : {}),
      })),
      format: format.figure,
    },
    screen,
  );
}

function tableIn(spec: ChartSpec, screen: Screen): string {
  const { header, rows } = tableOf(spec, screen.language);
  return renderTable(
    {
      columns: header.map((title, index) =>
        index === 0 ? { title, wraps: true, minimum: 12 } : { title, align: 'right' as const },
      ),
      groups: [{ rows: rows.map((row) => row.map(cellText)) }],
    },
    screen,
  );
}

import { seriesRole } from './chart-theme.ts';
import type { LineSpec } from './chart-spec.ts';
import { endLabel } from './fan-chart.ts';
import type { TimeChart } from './time-chart.ts';

/** Lines over time, each with its name and last value at its end; the first is drawn last, above the others. */
export function lineChart(spec: LineSpec): TimeChart {
  return {
    ...spec,
    series: spec.lines
      .map(({ name, values, knowledge, range, colour, figures }, index) => {
        const own = colour ?? seriesRole(index);
        return {
          name,
          values,
          bands: [],
          colour: own,
          strokeWidth: 1.75,
          knowledge,
          label: endLabel(name, values, range, 'ink', spec),
          hasSwatch: true,
          ...(range === undefined ? {} : { told: range }),
          ...(figures === undefined ? {} : { figures }),
        };
      })
      .toReversed(),
  };
}

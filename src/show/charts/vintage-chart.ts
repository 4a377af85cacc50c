import { formatDay, formatMonth } from '../date-format.ts';
import type { Language } from '../language.ts';
import { translate } from '../message.ts';
import type { ColourRole } from './chart-theme.ts';
import { heatRoles } from './chart-theme.ts';
import type { VintageSpec } from './chart-spec.ts';
import { endLabel } from './fan-chart.ts';
import { toldBand } from './series-cursor.ts';
import type { TimeChart } from './time-chart.ts';

const LIGHTEST = 0.4;
const DARKEST = 0.9;

/** Forecasts of one quantity made on several days, the older the lighter, the newest in the accent colour. */
export function vintageChart(spec: VintageSpec, language: Language): TimeChart {
  const { vintages } = spec;
  return {
    ...spec,
    series: vintages.map(({ asOf, median, bands }, index) => {
      const colour = colourOf(index, vintages.length);
      const name = translate(language, 'chart.asOf', { day: formatDay(asOf, language, 'short') });
      const isNewest = index === vintages.length - 1;
      return {
        name,
        values: median,
        bands,
        colour,
        strokeWidth: isNewest ? 2.25 : 1.5,
        knowledge: 'modelled',
        label: endLabel(
          formatMonth(asOf, language, 'short'),
          median,
          toldBand({ bands }),
          isNewest ? colour : 'secondary',
          spec,
        ),
      };
    }),
  };
}

function colourOf(index: number, count: number): ColourRole {
  if (index === count - 1) return 'accent';
  return heatRoles(LIGHTEST + ((DARKEST - LIGHTEST) * index) / Math.max(1, count - 2)).ground;
}

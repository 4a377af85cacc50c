import type { Language } from '../language.ts';
import { barsScene, tableOfBars } from './bars-chart.ts';
import type { ChartSpec } from './chart-spec.ts';
import { columnsScene, tableOfColumns } from './columns-chart.ts';
import type { DataTable } from './data-table.ts';
import { fanChart } from './fan-chart.ts';
import { areaScene, tableOfArea } from './area-chart.ts';
import { heatMapScene, tableOfHeatMap } from './heat-map-chart.ts';
import { timelineScene, tableOfTimeline } from './timeline-chart.ts';
import type { Frame } from './frame.ts';
import { flowDrawing } from './late-drawing.ts';
import { intervalsScene, tableOfIntervals } from './intervals-chart.ts';
import { lineChart } from './line-chart.ts';
import type { Scene } from './scene.ts';
import { tableOfSeries } from './series-summary.ts';
import { subtitleOf, timeScene } from './time-chart.ts';
import { tableOfTornado, tornadoScene } from './tornado-chart.ts';
import { vintageChart } from './vintage-chart.ts';

/** The drawing of a chart in a frame: the one way from a specification to a scene. */
export function sceneOf(spec: ChartSpec, frame: Frame): Scene {
  switch (spec.kind) {
    case 'fan':
      return timeScene(fanChart(spec), frame);
    case 'line':
      return timeScene(lineChart(spec), frame);
    case 'vintages':
      return timeScene(vintageChart(spec, frame.language), frame);
    case 'bars':
      return barsScene(spec, frame);
    case 'columns':
      return columnsScene(spec, frame);
    case 'tornado':
      return tornadoScene(spec, frame);
    case 'area':
      return areaScene(spec, frame);
    case 'heat-map':
      return heatMapScene(spec, frame);
    case 'timeline':
      return timelineScene(spec, frame);
    case 'flow':
      return flowDrawing().scene(spec, frame);
    default:
      return intervalsScene(spec, frame);
  }
}

/** What stands below the title of a chart, where it is not part of the drawing. */
export function noteOf(spec: ChartSpec, language: Language): string | undefined {
  switch (spec.kind) {
    case 'fan':
      return subtitleOf(fanChart(spec), language);
    case 'vintages':
      return subtitleOf(vintageChart(spec, language), language);
    default:
      return spec.subtitle;
  }
}

/** What a chart shows as a table, to stand beside it or in its place. */
export function tableOf(spec: ChartSpec, language: Language): DataTable {
  switch (spec.kind) {
    case 'fan':
      return tableOfSeries(fanChart(spec), language);
    case 'line':
      return tableOfSeries(lineChart(spec), language);
    case 'vintages':
      return tableOfSeries(vintageChart(spec, language), language);
    case 'bars':
      return tableOfBars(spec, language);
    case 'columns':
      return tableOfColumns(spec, language);
    case 'tornado':
      return tableOfTornado(spec, language);
    case 'area':
      return tableOfArea(spec, language);
    case 'heat-map':
      return tableOfHeatMap(spec, language);
    case 'timeline':
      return tableOfTimeline(spec, language);
    case 'flow':
      return flowDrawing().table(spec, language);
    default:
      return tableOfIntervals(spec, language);
  }
}

import type { SeriesQuestion } from '../../../answers/series.ts';
import type { SetQuestion } from '../../../answers/series-set.ts';
import type { MessageKey } from '../../../show/message.ts';
import { FLOW_MEASURES } from './flow-measure.ts';
import type { FlowMeasure } from './flow-measure.ts';

/** A chart of a series: layers that add up, the fan of one member, or bars of a year. */
export interface SeriesPanel {
  readonly title: Extract<MessageKey, `page.panel.${string}`>;
  readonly question: SeriesQuestion;
  readonly chart: 'area' | 'fan' | 'bars';
  /** Of a fan. */
  readonly member?: string;
  /** What its heading says instead of what it is about. */
  readonly finding?: 'growth' | 'largest' | 'makers' | 'plants';
  /** What one must know to compare it with its neighbours. */
  readonly note?: 'page.series.plants';
}

/** Who delivers how much to whom in a year, in a measure that readers choose. */
export interface FlowPanel {
  readonly chart: 'flow';
  readonly measures: readonly FlowMeasure[];
}

export type Panel = SeriesPanel | FlowPanel;

const PANELS: Readonly<Record<string, readonly Panel[]>> = {
  supply: [
    {
      title: 'page.panel.cowos',
      chart: 'fan',
      question: { name: 'capacity', by: 'input', period: 'quarter' },
      member: 'cowos',
      finding: 'growth',
    },
    {
      title: 'page.panel.plants',
      chart: 'area',
      question: { name: 'capacity', by: 'plant', period: 'quarter' },
      finding: 'plants',
      note: 'page.series.plants',
    },
    {
      title: 'page.panel.hbm',
      chart: 'fan',
      question: { name: 'capacity', by: 'input', period: 'quarter' },
      member: 'hbm',
      finding: 'growth',
    },
    {
      title: 'page.panel.makers',
      chart: 'area',
      question: { name: 'capacity', by: 'maker', period: 'quarter' },
      finding: 'makers',
    },
    {
      title: 'page.panel.n3',
      chart: 'fan',
      question: { name: 'capacity', by: 'input', period: 'quarter' },
      member: 'n3',
      finding: 'growth',
    },
    {
      title: 'page.panel.n2',
      chart: 'fan',
      question: { name: 'capacity', by: 'input', period: 'quarter' },
      member: 'n2',
      finding: 'growth',
    },
  ],
  demand: [
    {
      title: 'page.panel.due',
      chart: 'fan',
      question: { name: 'demand', by: 'total', period: 'quarter' },
      member: 'gpu',
      finding: 'growth',
    },
    {
      title: 'page.panel.dueBuyers',
      chart: 'area',
      question: { name: 'demand', by: 'buyer', period: 'quarter' },
      finding: 'largest',
    },
    {
      title: 'page.panel.capex',
      chart: 'area',
      question: { name: 'capex', by: 'buyer', period: 'year' },
      finding: 'largest',
    },
    {
      title: 'page.panel.book',
      chart: 'fan',
      question: { name: 'order-book', by: 'total', period: 'quarter' },
      member: 'gpu',
      finding: 'growth',
    },
  ],
  buyers: [
    { chart: 'flow', measures: FLOW_MEASURES },
    {
      title: 'page.panel.deliveries',
      chart: 'area',
      question: { name: 'deliveries', by: 'buyer', period: 'quarter' },
      finding: 'largest',
    },
    {
      title: 'page.panel.compute',
      chart: 'area',
      question: { name: 'h100e', by: 'buyer', period: 'quarter' },
      finding: 'largest',
    },
    { title: 'page.panel.lead', chart: 'bars', question: { name: 'lead-time', by: 'buyer', period: 'year' } },
    {
      title: 'page.panel.overdue',
      chart: 'bars',
      question: { name: 'overdue-months', by: 'buyer', period: 'year' },
    },
  ],
  asic: [
    {
      title: 'page.panel.designers',
      chart: 'area',
      question: { name: 'shipments', by: 'designer', period: 'quarter' },
      finding: 'largest',
    },
    {
      title: 'page.panel.h100e',
      chart: 'area',
      question: { name: 'h100e', by: 'designer', period: 'quarter' },
      finding: 'largest',
    },
    {
      title: 'page.panel.families',
      chart: 'bars',
      question: { name: 'shipments', by: 'family', period: 'year' },
    },
    {
      title: 'page.panel.sales',
      chart: 'area',
      question: { name: 'revenue', by: 'designer', period: 'quarter' },
      finding: 'largest',
    },
  ],
  fleet: [
    {
      title: 'page.panel.running',
      chart: 'area',
      question: { name: 'fleet-running', by: 'buyer', period: 'quarter' },
      finding: 'largest',
    },
    {
      title: 'page.panel.owned',
      chart: 'fan',
      question: { name: 'fleet-owned', by: 'total', period: 'quarter' },
      member: 'all',
      finding: 'growth',
    },
    {
      title: 'page.panel.waiting',
      chart: 'fan',
      question: { name: 'fleet-waiting', by: 'total', period: 'quarter' },
      member: 'all',
      finding: 'growth',
    },
    {
      title: 'page.panel.power',
      chart: 'fan',
      question: { name: 'power-owned', by: 'total', period: 'quarter' },
      member: 'all',
      finding: 'growth',
    },
  ],
};

/** What a page of series shows, by its name, which may come from an address: none for a page that is none of them. */
export function panelsOf(page: string): readonly Panel[] {
  return (Object.hasOwn(PANELS, page) && PANELS[page]) || [];
}

/** When plants open is told by the month. */
export const PLANTS_BY_MONTH: SeriesQuestion = { name: 'capacity', by: 'plant', period: 'month' };

/** What is asked for a page, each question once. */
export function seriesOfPage(page: string): readonly SeriesQuestion[] {
  const questions = panelsOf(page).flatMap(questionsOf);
  const all = page === 'supply' ? [PLANTS_BY_MONTH, ...questions] : questions;
  const byText = new Map(all.map((question) => [JSON.stringify(question), question]));
  return [...byText.values()];
}

/**
 * What is asked of pins for a page, each question once: of fans the members that are drawn, of layers and bars all.
 */
export function seriesOfPins(page: string): readonly SetQuestion[] {
  const asked = new Map<string, SetQuestion>();
  for (const panel of panelsOf(page)) {
    if (panel.chart === 'flow') continue;
    const { question, member } = panel;
    const key = JSON.stringify(question);
    const known = asked.get(key);
    const members = member === undefined ? undefined : [...(known?.members ?? []), member];
    const isWhole = members === undefined || (known !== undefined && known.members === undefined);
    asked.set(key, isWhole ? question : { ...question, members });
  }
  return [...asked.values()];
}

/** Of a flow its totals as well: medians of parts do not add up to them. */
function questionsOf(panel: Panel): readonly SeriesQuestion[] {
  if (panel.chart !== 'flow') return [panel.question];
  return panel.measures.flatMap((name) =>
    ['designer-buyer', 'designer', 'buyer'].map((by): SeriesQuestion => ({ name, by, period: 'year' })),
  );
}

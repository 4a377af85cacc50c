/** What may flow from designers to buyers, by the names of series; the first unless another is asked for. */
export const FLOW_MEASURES = ['shipments', 'h100e', 'deliveries', 'unmet-demand'] as const;
export type FlowMeasure = (typeof FLOW_MEASURES)[number];

/** The measure that a query names. */
export function measureOf(query: string): FlowMeasure {
  const asked = new URLSearchParams(query).get('measure');
  return FLOW_MEASURES.find((measure) => measure === asked) ?? FLOW_MEASURES[0];
}

/** The year that a query names, where it is one of `years`; else `usual`. */
export function yearOf(query: string, years: readonly string[], usual: string): string {
  const asked = new URLSearchParams(query).get('year');
  return years.find((year) => year === asked) ?? usual;
}

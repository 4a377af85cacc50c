import type { LogicNode, MemoryMaker } from '../../model/catalogue.ts';
import { logicNodes, memoryMakers } from '../../model/catalogue.ts';
import { query } from '../../register/index.ts';
import type { Facts, Query, Row } from '../../register/index.ts';

/** A capacity that has a level at each year's end, and the rows about it. */
export interface CapacityQuantity {
  /** Family of inputs, such as `hbm path`. */
  readonly family: string;
  /** Members of the input before the year, such as `samsung,`. */
  readonly prefix: string;
  rows(facts: Facts): readonly Row[];
}

const makerNames: Record<MemoryMaker, string> = {
  'sk-hynix': 'SK hynix',
  samsung: 'Samsung',
  micron: 'Micron',
};
const nodeLabels: Record<LogicNode, RegExp> = { n7: /^N7/, n5: /^N5/, n3: /^N3$/, n2: /^N2$/ };

function quantity(family: string, prefix: string, filter: Query, product: RegExp): CapacityQuantity {
  return {
    family,
    prefix,
    rows: (facts) =>
      query(facts, { ...filter, unit: 'wafer/month' }).filter(
        (row) => row.site === '' && product.test(row.product),
      ),
  };
}

/** Packaging at TSMC and at packaging houses, memory by maker, logic by node. */
export const capacityQuantities: readonly CapacityQuantity[] = [
  quantity('cowos path', '', { metric: 'cowos_capacity', entity: 'TSMC' }, /^$/),
  // Rows for one house and for both; both at once is preferred, else their sum.
  quantity(
    'osat path',
    '',
    { metric: 'cowos_capacity', entity: ['OSAT', 'ASE/SPIL+Amkor', 'ASE/SPIL'] },
    /CoWoS-like$/,
  ),
  ...memoryMakers.map((maker) =>
    quantity(
      'hbm path',
      `${maker},`,
      { metric: 'hbm_capacity', entity: makerNames[maker] },
      /^(HBM|HBM TSV|HBM incl. TSV|)$/,
    ),
  ),
  ...logicNodes.map((node) =>
    quantity('logic path', `${node},`, { metric: 'wafer_capacity', entity: 'TSMC' }, nodeLabels[node]),
  ),
];

/** A row about a level counts for a year end when its period ends in the last or first weeks around it. */
export function isYearEnd(row: Row, year: string): boolean {
  return row.periodEnd >= `${year}-11-01` && row.periodEnd <= `${year}-12-31`;
}

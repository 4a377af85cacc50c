import type { Explained as Found } from '../compute/worker-message.ts';
import { CostExplanation } from './cost-explanation.tsx';
import { Explanation } from './explanation.tsx';
import { RowExplanation } from './row-explanation.tsx';

/** Where a figure comes from, whatever kind it is of. */
export function Explained({ explained }: { readonly explained: Found }) {
  switch (explained.kind) {
    case 'cost':
      return <CostExplanation answer={explained.answer} />;
    case 'rows':
      return <RowExplanation rows={explained.answer.rows} />;
    default:
      return <Explanation explained={explained} />;
  }
}

import type { Distribution } from '../engine/index.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { BilingualText } from '../model/lever.ts';
import { ProblemError } from '../problem/problem.ts';
import type { Product, Row, View } from '../register/index.ts';
import type { Assumption, Assumptions } from './assumption.ts';
import type { Outlier } from './outliers.ts';
import type { Basis, Belief, Correlation, SpreadRecord } from './belief.ts';

/** What every rule sees: the figures of the date, the assumptions of the date, and the sets of the run. */
export interface RuleContext {
  readonly view: View;
  readonly assumptions: Assumptions;
  readonly catalogue: Catalogue;
  /** First day of the run, ISO. */
  readonly start: string;
  /** Specifications of announced products by id. */
  readonly specifications: ReadonlyMap<string, Product>;
}

/** Gathers beliefs; a rule may set an input once. */
export class BeliefBook {
  readonly beliefs = new Map<string, Belief>();
  readonly correlations: Correlation[] = [];

  set(belief: Belief): void {
    if (this.beliefs.has(belief.input)) {
      throw new ProblemError([{ code: 'belief-set-twice', params: { name: belief.input } }]);
    }
    this.beliefs.set(belief.input, belief);
  }

  fromRows(
    input: string,
    distribution: Distribution,
    made: {
      rule: BilingualText;
      rows: readonly string[];
      assumptions?: readonly string[];
      reason: BilingualText;
      basis?: Basis;
      record?: SpreadRecord;
      outliers?: readonly Outlier[];
    },
  ): void {
    const { assumptions = [], basis = 'rows', outliers = [], ...rest } = made;
    const far = outliers.length === 0 ? {} : { outliers };
    this.set({ input, distribution, basis, assumptions, ...rest, ...far });
  }

  assumed(input: string, assumption: Assumption, distribution: Distribution): void {
    this.set({
      input,
      distribution,
      basis: 'assumed',
      rule: assumedRule,
      rows: [],
      assumptions: [assumption.id],
      reason: assumption.reason,
    });
  }

  correlate(a: string, b: string, rho: number): void {
    this.correlations.push({ a, b, rho });
  }
}

const assumedRule: BilingualText = { en: 'assumed', ja: '想定' };

export function rowKey(row: Row): string {
  return `${row.file}#${row.id}`;
}

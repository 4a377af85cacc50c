import type { History } from '../register/index.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** Files of one run. */
export interface EmittedFiles {
  readonly day: string;
  readonly history: History;
  /** An `EmittedRun` as JSON. */
  readonly run: string;
  /** By key, an `EmittedObserver` as JSON, the bytes of a module in a file of their own. */
  readonly kernels: readonly {
    readonly key: string;
    readonly file: string;
    readonly module: string | null;
  }[];
}

/** A scenario that ships with the program, read and checked when the program was built. */
export interface ShippedScenario {
  readonly scenario: Scenario;
  /** ISO day after which nothing published is known. */
  readonly day: string;
}

/** What a program that cannot read files starts from: a page. */
export interface PageManifest {
  readonly version: string;
  /** The last day on which anything in the register was published. */
  readonly lastPublished: string;
  /** The first day by which enough was published for a run. */
  readonly earliestDay: string;
  /** Days worth looking from, newest first: those of shipped scenarios, and those that the backtest scores. */
  readonly days: readonly string[];
  /** Of those days that are ready from the start. */
  readonly runs: readonly EmittedFiles[];
  readonly scenarios: readonly ShippedScenario[];
  /** Files of the register and of assumptions. */
  readonly texts: readonly string[];
}

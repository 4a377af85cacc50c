import type { Scenario } from '../scenario/scenario.ts';

/** A scenario that sets nothing. */
export const PLAIN: Scenario = {
  name: '',
  file: '',
  asOf: null,
  title: { en: '', ja: '' },
  why: { en: '', ja: '' },
  chain: [],
  overrides: [],
  delays: [],
  removals: [],
};

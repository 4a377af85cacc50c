import type { BilingualText, Lever } from './lever.ts';

/** A lever with the model's inputs that it sets. */
export interface BoundLever extends Lever {
  readonly inputs: readonly string[];
}

/** Kind, unit and limits of a lever, before it has a name and a reason. */
export type Draft = Omit<Lever, 'path' | 'label' | 'why'>;

/** An action that multiplies what figures say; `evidence` is the range that has been seen or forecast. */
export function factor(
  evidence: readonly [number, number] | null = null,
  limits: Partial<Draft> = {},
): Draft {
  return {
    unit: '1',
    kind: 'action',
    apply: 'replace',
    default: 1,
    minimum: 0,
    maximum: 10,
    evidence,
    ...limits,
  };
}

/** An assumption that takes the place of a belief, whose own range is the evidence. */
export function assumption(unit: string, minimum: number, maximum: number): Draft {
  return { unit, kind: 'assumption', apply: 'replace', default: null, minimum, maximum, evidence: null };
}

/** An assumption about a part of a whole, or about one amount over another. */
export function share(minimum: number, maximum: number): Draft {
  return { ...assumption('1', minimum, maximum), isShare: true };
}

/** A delay in months, none at rest. */
export function delay(evidence: readonly [number, number] | null = null, limits: Partial<Draft> = {}): Draft {
  return {
    unit: 'month',
    kind: 'action',
    apply: 'replace',
    default: 0,
    minimum: 0,
    maximum: 60,
    evidence,
    ...limits,
  };
}

/** A month of the calendar, counted from the first day of the run. */
export function date(origin: string, resting: number | null = 0): Draft {
  return {
    unit: 'month',
    kind: resting === null ? 'assumption' : 'action',
    apply: 'replace',
    default: resting,
    minimum: 0,
    maximum: 120,
    evidence: null,
    origin,
  };
}

/** Collects levers in the order in which documentation lists them. */
export class LeverBook {
  readonly levers: BoundLever[] = [];

  add(path: string, draft: Draft, inputs: readonly string[], label: BilingualText, why: BilingualText): void {
    this.levers.push({ path, ...draft, inputs, label, why });
  }
}

/** Texts in both languages, shorter to write in lists. */
export function text(en: string, ja: string): BilingualText {
  return { en, ja };
}

export const asPublished = text(
  'No evidence of its own: one is as published',
  '固有の証拠なし。1は公表どおり',
);

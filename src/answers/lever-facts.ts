import { quantileOf } from '../engine/index.ts';
import type { Lever } from '../model/lever.ts';
import type { BoundLever } from '../model/lever-list.ts';
import type { PreparedRun } from './scenario-run.ts';

/** What somebody who sets a lever should see of it. All numbers in the lever's unit. */
export interface LeverFacts extends Lever {
  /** Where the lever stands when nobody sets it: its default, or the median of what is drawn. */
  readonly rest: number;
  /** What has been seen or forecast, or P10 to P90 of what is drawn; null where there is neither. */
  readonly seen: readonly [number, number] | null;
  /** Rows of the register behind the beliefs that it sets. */
  readonly sources: number;
  /** Ends of a track to drag along: evidence and some way beyond, inside the lever's limits. */
  readonly track: readonly [number, number];
}

/** Facts of every lever of a run whose scenario sets nothing, in the order of the catalogue. */
export function leverFacts(run: PreparedRun): LeverFacts[] {
  return run.levers.levers.map((bound) => factsOf(run, bound));
}

function factsOf(run: PreparedRun, { inputs, ...lever }: BoundLever): LeverFacts {
  const beliefs = inputs.flatMap((input) => run.beliefs.get(input) ?? []);
  const [first] = beliefs;
  const drawn = lever.apply === 'replace' && first !== undefined ? first.distribution : undefined;
  const rest = lever.default ?? (drawn ? quantileOf(drawn, 0.5) : (lever.minimum + lever.maximum) / 2);
  const seen =
    lever.evidence ??
    (lever.default === null && drawn && drawn.kind !== 'point'
      ? ([quantileOf(drawn, 0.1), quantileOf(drawn, 0.9)] as const)
      : null);
  const rows = new Set(beliefs.flatMap(({ basis, rows: keys }) => (basis === 'rows' ? keys : [])));
  return { ...lever, rest, seen, sources: rows.size, track: trackOf(lever, rest, seen) };
}

/** As far beyond the evidence on either side as the evidence is wide, in round numbers. */
function trackOf(
  { minimum, maximum, choices }: Lever,
  rest: number,
  seen: readonly [number, number] | null,
): readonly [number, number] {
  if (choices) return [0, choices.length - 1];
  const low = Math.min(seen?.[0] ?? rest, rest);
  const high = Math.max(seen?.[1] ?? rest, rest);
  const width = high - low;
  const beyond = width > 0 ? width : rest === 0 ? Math.min(maximum, 24) : Math.abs(rest) / 2;
  const step = roundStep(beyond);
  const from = Math.max(minimum, Math.floor((low - beyond) / step) * step);
  const to = Math.min(maximum, Math.ceil((high + beyond) / step) * step);
  return [withoutDust(from), withoutDust(to)];
}

/** A tenth to a half of a width, as one, two or five times a power of ten. */
function roundStep(width: number): number {
  const power = Number(`1e${width.toExponential(0).split('e')[1]}`);
  const lead = width / power;
  return (lead >= 5 ? 0.5 : lead >= 2 ? 0.2 : 0.1) * power * 2;
}

function withoutDust(value: number): number {
  return Number(value.toPrecision(6));
}

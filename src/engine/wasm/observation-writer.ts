import type { Calendar, ObservationPlan } from '../observation-plan.ts';
import { CodeWriter, Plain, ValueType } from './code-writer.ts';
import type { ModuleEncoder } from './encoder.ts';
import { VECTOR_BYTES } from './lane-type.ts';
import type { LaneType } from './lane-type.ts';

/** Parameters: addresses of this month's outputs, of the slots, and of the month's positions of calendars. */
const Parameter = { OUTPUTS: 0, SLOTS: 1, POSITIONS: 2 } as const;

const NAMES = ['outputs', 'slots', 'positions'];

/** Numbers to be observed. */
interface ObservedLanes {
  readonly type: LaneType;
  /** Vectors in a block. */
  readonly groups: number;
  /** Bytes from one output, or slot, to the next. */
  readonly stride: number;
  /** Observations of a function. */
  readonly most: number;
}

/** Functions that gather what is observed, for one block of lanes each time they are called. */
export interface ObservationFunctions {
  /** To be called every month. */
  readonly observe: readonly number[];
  /** To be called after the last month. */
  readonly average: readonly number[];
}

/**
 * Emits the functions that add this month's outputs to the slots of the periods it lies in. A position is the offset
 * in bytes from the slot of an observation's first period to that of the month's, or negative outside of all periods.
 */
export function emitObservations(
  module: ModuleEncoder,
  { calendars, means }: ObservationPlan,
  lanes: ObservedLanes,
): ObservationFunctions {
  const { type, most } = lanes;
  const parameters = NAMES.map(() => ValueType.I32);
  const define = (name: string, write: (code: CodeWriter) => void): number => {
    const index = module.declare({ parameters, results: [] }, name);
    const code = new CodeWriter(NAMES.length, NAMES);
    write(code);
    module.define(index, code);
    return index;
  };
  return {
    observe: calendars.flatMap(({ readings }, calendar) =>
      parts(readings, most).map((part, index) =>
        define(`observe_${calendar}_${index}`, (code) => observe(code, calendar, part, lanes)),
      ),
    ),
    average: parts(means, most).map((part, index) =>
      define(`average_${index}`, (code) => {
        for (const { slot, months } of part) {
          for (const offset of offsetsOf(slot, lanes)) {
            code.get(Parameter.SLOTS).get(Parameter.SLOTS).vectorLoad(offset).vectorConstant(months, type);
            code.vector(type.vector.DIVIDE).vectorStore(offset);
          }
        }
      }),
    ),
  };
}

function observe(
  code: CodeWriter,
  calendar: number,
  readings: Calendar['readings'],
  lanes: ObservedLanes,
): void {
  const at = code.local(ValueType.I32, 'at');
  code
    .get(Parameter.POSITIONS)
    .integerLoad(4 * calendar)
    .set(at);
  code.get(at).integer(0).plain(Plain.I32_LESS).returnIf();
  code.get(at).get(Parameter.SLOTS).plain(Plain.I32_ADD).set(at);
  for (const { output, slot, overTime } of readings) {
    const from = offsetsOf(output, lanes);
    for (const [group, to] of offsetsOf(slot, lanes).entries()) {
      code.get(at);
      if (overTime !== 'last') code.get(at).vectorLoad(to);
      code.get(Parameter.OUTPUTS).vectorLoad(from[group]!);
      if (overTime !== 'last') code.vector(lanes.type.vector.ADD);
      code.vectorStore(to);
    }
  }
}

/** Where the vectors of a block lie, for an output or a slot. */
function offsetsOf(position: number, { stride, groups }: ObservedLanes): number[] {
  return Array.from({ length: groups }, (_, group) => position * stride + group * VECTOR_BYTES);
}

/** A list in parts of at most `size`. */
export function parts<Item>(list: readonly Item[], size: number): Item[][] {
  const result: Item[][] = [];
  for (let start = 0; start < list.length; start += size) result.push(list.slice(start, start + size));
  return result;
}

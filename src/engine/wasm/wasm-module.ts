import type { Graph } from '../graph.ts';
import type { Program } from '../program.ts';
import { CodeWriter, Plain, ValueType } from './code-writer.ts';
import { ConstantPool } from './constant-pool.ts';
import { ModuleEncoder } from './encoder.ts';
import { FunctionWriter, PARAMETERS } from './function-writer.ts';
import type { FunctionContext } from './function-writer.ts';
import { LANE_TYPES, VECTOR_BYTES } from './lane-type.ts';
import { emitObservations, parts } from './observation-writer.ts';
import type { ObservationFunctions } from './observation-writer.ts';
import { emitElementary } from './wasm-elementary.ts';
import { constantsOf } from '../precision.ts';
import type { Precision } from '../precision.ts';
import { layOutKernel } from '../kernel-layout.ts';
import type { Store } from '../kernel-layout.ts';
import type { ObservationPlan } from '../observation-plan.ts';

/** What is compiled; the defaults of sizes are what measured fastest on models of that size. */
export interface WasmOptions {
  readonly precision: Precision;
  /** Operations of a function: larger ones keep more values to themselves, smaller ones compile sooner. */
  readonly operationsPerFunction: number;
  /** Vectors (of two draws, or of four in single precision) computed at once by a function. */
  readonly groups: number;
  /** Blocks of `groups` vectors in a run: each function does all blocks while its code is at hand. */
  readonly blocks: number;
}

const OPERATIONS_PER_FUNCTION = 300;

/** Two vectors at once let the processor work on one while it waits for the other; large functions run out of registers. */
const SMALL = { groups: 2, blocks: 8 };
const LARGE = { groups: 1, blocks: 4 };

/** Options with the defaults for a program, in doubles where no precision is named. */
function wasmOptions(options: Partial<WasmOptions>, { stepNodes }: Pick<Program, 'stepNodes'>): WasmOptions {
  const sizes = stepNodes.length <= OPERATIONS_PER_FUNCTION ? SMALL : LARGE;
  return { precision: 'f64', operationsPerFunction: OPERATIONS_PER_FUNCTION, ...sizes, ...options };
}

/**
 * A module with `memory` and `run(months, tables, outputs, slots, positions)`, all but the first addresses. Before a
 * run, memory must hold the inputs, `[input][lane]`, at `inputs`, and the tables that are read, `[month][table]`, at
 * `tables`. Without observations the run leaves outputs, `[month][output][lane]`, at `outputs`, and the last two are
 * not used. With observations `outputs` is room for those of one month; slots, `[slot][lane]`, must be zero before the
 * run and hold what was observed after it, and positions, `[month][calendar]` (see `emitObservations`), be given.
 */
export interface WasmModule extends WasmLayout {
  readonly bytes: Uint8Array;
}

/** Where a module expects what. */
export interface WasmLayout {
  /** What memory holds, inputs, tables and outputs included. */
  readonly precision: Precision;
  readonly lanes: number;
  /** Address of the inputs. */
  readonly inputs: number;
  /** First address that is free for tables and outputs. */
  readonly free: number;
  /** Positions in `graph.tables` of the tables that are read, in the order they are read in. */
  readonly tables: readonly number[];
}

const PAGE = 65536;
/** Where regions begin and how their addresses are rounded: a line of the processor's cache. */
const LINE = 64;

/** Writes a program as a WebAssembly module. */
export function writeWebAssembly(
  graph: Graph,
  program: Program,
  options: Partial<WasmOptions>,
  observations?: ObservationPlan,
): WasmModule {
  const { module, layout } = buildModule(graph, program, options, new Map(), observations);
  return { bytes: module.encode(), ...layout };
}

/** The module before it is encoded; `names` are what a reader of its text is to call nodes. */
export function buildModule(
  graph: Graph,
  program: Program,
  options: Partial<WasmOptions>,
  names: ReadonlyMap<number, string>,
  observations?: ObservationPlan,
): { module: ModuleEncoder; layout: WasmLayout } {
  const { precision, operationsPerFunction, groups, blocks } = wasmOptions(options, program);
  const type = LANE_TYPES[precision];
  const layout = layOutKernel(graph, program, operationsPerFunction);
  const lanes = type.lanes * groups * blocks;
  const module = new ModuleEncoder();
  // The driver keeps the addresses of months at the bottom of memory; constants and then the regions follow.
  const constants = new ConstantPool(aligned(4 * layout.aheads.length));
  const context: FunctionContext = {
    graph,
    layout,
    names,
    type,
    constants: constantsOf(graph.nodes, precision),
    outputs: program.outputs,
    groups,
    stride: lanes * type.bytes,
    elementary: emitElementary(module, groups, constants, type),
    monthAddress: (ahead) => 4 * layout.aheads.indexOf(ahead),
  };
  const define = (name: string, write: (writer: FunctionWriter) => FunctionWriter): number => {
    const index = module.declare({ parameters: PARAMETERS, results: [] }, name);
    module.define(index, write(new FunctionWriter(context)).code);
    return index;
  };
  const storing = (name: string, list: readonly Store[]): number[] =>
    parts(list, operationsPerFunction).map((part, index) =>
      define(`${name}_${index}`, (writer) => writer.stores(part)),
    );
  const operating = (name: string, lists: readonly Int32Array[]): number[] =>
    lists.map((list, index) => define(`${name}_${index}`, (writer) => writer.operations(list)));
  const draw = [
    ...operating('draw', layout.drawFunctions),
    ...storing('opening_values', layout.initialStores),
  ];
  const step = [
    ...layout.stepFunctions.map(({ operations, guards }, index) =>
      define(`month_${index}`, (writer) => writer.guards(guards).operations(operations)),
    ),
    ...storing('closing_values', layout.closingStores),
  ];

  const blockBytes = groups * VECTOR_BYTES;
  const stateBytes = aligned(layout.states * blockBytes);
  const regionBytes = 2 * stateBytes + aligned(layout.values * blockBytes);
  const regions = aligned(constants.end);
  module.data(constants.end - constants.bytes.length, constants.bytes);
  const inputs = regions + blocks * regionBytes;
  const free = aligned(inputs + graph.inputs.length * context.stride);
  const run = module.declare({ parameters: RUN_PARAMETERS.map(() => ValueType.I32), results: [] }, 'run');
  const driver = writeDriver({
    draw,
    step,
    aheads: layout.aheads,
    tableBytes: layout.tables.length * type.bytes,
    outputBytes: observations === undefined ? program.outputs.length * context.stride : 0,
    observing:
      observations &&
      emitObservations(module, observations, {
        type,
        groups,
        stride: context.stride,
        most: operationsPerFunction,
      }),
    positionBytes: 4 * (observations?.calendars.length ?? 0),
    stateBytes,
    blocks: Array.from({ length: blocks }, (_, block) => ({
      region: regions + block * regionBytes,
      inputs: inputs + block * blockBytes,
      outputs: block * blockBytes,
    })),
  });
  module.define(run, driver);
  module.exportFunction('run', run);
  module.memory(Math.ceil(free / PAGE));
  module.exportMemory('memory');
  return { module, layout: { precision, lanes, inputs, free, tables: layout.tables } };
}

const RUN_PARAMETERS = ['months', 'tables', 'outputs', 'slots', 'positions'];

interface Driver {
  readonly draw: readonly number[];
  readonly step: readonly number[];
  readonly aheads: readonly number[];
  /** Bytes of one month of tables, and of outputs: 0 where every month's outputs go to the same place. */
  readonly tableBytes: number;
  readonly outputBytes: number;
  readonly observing: ObservationFunctions | undefined;
  /** Bytes of one month of positions. */
  readonly positionBytes: number;
  /** Bytes of the opening values of a block; the closing ones follow, then the other values. */
  readonly stateBytes: number;
  readonly blocks: readonly { readonly region: number; readonly inputs: number; readonly outputs: number }[];
}

/** The loop over months. Opening and closing values change places every month, so nothing is copied. */
function writeDriver({
  draw,
  step,
  aheads,
  tableBytes,
  outputBytes,
  observing,
  positionBytes,
  stateBytes,
  blocks,
}: Driver): CodeWriter {
  const code = new CodeWriter(RUN_PARAMETERS.length, RUN_PARAMETERS);
  const [months, tables, outputs, slots, positions] = [0, 1, 2, 3, 4];
  const month = code.local(ValueType.I32, 'month');
  /** Offset of this month's opening values: 0 and `stateBytes` in turn. */
  const opening = code.local(ValueType.I32, 'opening');
  const clamped = code.local(ValueType.I32, 'clamped');
  const setMonths = (): void => {
    for (const [position, ahead] of aheads.entries()) {
      // max(0, min(month + ahead, months - 1))
      code.get(month).integer(ahead).plain(Plain.I32_ADD).set(clamped);
      code.get(clamped).get(months).integer(1).plain(Plain.I32_SUBTRACT);
      code.get(clamped).get(months).integer(1).plain(Plain.I32_SUBTRACT).plain(Plain.I32_LESS);
      code.plain(Plain.SELECT).set(clamped);
      code.get(clamped).integer(0).get(clamped).integer(0).plain(Plain.I32_GREATER).plain(Plain.SELECT);
      code.set(clamped).integer(4 * position);
      code.get(clamped).integer(tableBytes).plain(Plain.I32_MULTIPLY).get(tables).plain(Plain.I32_ADD);
      code.integerStore(0);
    }
  };
  const callAll = (functions: readonly number[], closing: () => void): void => {
    for (const target of functions) {
      for (const block of blocks) {
        code.integer(block.region + 2 * stateBytes);
        code.get(opening).integer(block.region).plain(Plain.I32_ADD);
        closing();
        code.integer(block.region).plain(Plain.I32_ADD);
        code.get(outputs).integer(block.outputs).plain(Plain.I32_ADD);
        code.integer(block.inputs).call(target);
      }
    }
  };
  const observeAll = (functions: readonly number[]): void => {
    for (const target of functions) {
      for (const { outputs: offset } of blocks) {
        for (const address of [outputs, slots]) code.get(address).integer(offset).plain(Plain.I32_ADD);
        code.get(positions).call(target);
      }
    }
  };
  setMonths();
  callAll(draw, () => void code.get(opening));
  code.loop(
    () => {
      setMonths();
      callAll(step, () => void code.integer(stateBytes).get(opening).plain(Plain.I32_SUBTRACT));
      code.integer(stateBytes).get(opening).plain(Plain.I32_SUBTRACT).set(opening);
      observeAll(observing?.observe ?? []);
      code.get(positions).integer(positionBytes).plain(Plain.I32_ADD).set(positions);
      code.get(outputs).integer(outputBytes).plain(Plain.I32_ADD).set(outputs);
      code.get(month).integer(1).plain(Plain.I32_ADD).set(month);
    },
    () => void code.get(month).get(months).plain(Plain.I32_LESS),
  );
  observeAll(observing?.average ?? []);
  return code;
}

function aligned(address: number): number {
  return Math.ceil(address / LINE) * LINE;
}

import type { Graph } from '../graph.ts';
import { namesOfNodes } from '../node-names.ts';
import type { Program } from '../program.ts';
import { moduleText } from './module-text.ts';
import { LANE_TYPES } from './lane-type.ts';
import { buildModule } from './wasm-module.ts';
import type { WasmLayout, WasmOptions } from './wasm-module.ts';

/** Text of a module, and where the module expects what. */
export interface WasmText extends WasmLayout {
  readonly text: string;
}

/**
 * Writes what `writeWebAssembly` writes in the text format of WebAssembly. Variables, stocks, inputs and tables stand
 * as comments where they are computed, loaded or stored, and above each function all that it computes.
 */
export function writeWebAssemblyText(
  graph: Graph,
  program: Program,
  options: Partial<WasmOptions> = {},
): WasmText {
  const { module, layout } = buildModule(graph, program, options, namesOfNodes(graph));
  const { lanes, inputs, free, tables } = layout;
  const named = tables.map((table, position) => `${position} ${graph.tables[table]!.name}`).join('; ');
  const text = moduleText(module.parts, [
    `${graph.name}: ${program.states.length} stocks, ${program.outputs.length} outputs.`,
    `run(months, tables, outputs, slots, positions) runs ${lanes} draws (lanes) from the first month on, ` +
      `${LANE_TYPES[layout.precision].lanes} in each vector (${layout.precision}). ` +
      `Memory holds inputs from ${inputs} on, as [input][lane], tables at the address given, as [month][table], ` +
      `and receives outputs at the other address, as [month][output][lane]. It is free from ${free} on; ` +
      'slots and positions are not used.',
    'Its functions take the addresses of values that others read, of the opening and closing values of stocks, ' +
      'of the outputs of the month, and of the inputs. Above each stand the variables and closing values ' +
      'that it computes.',
    `Tables in order: ${named === '' ? 'none' : named}.`,
  ]);
  return { text, ...layout };
}

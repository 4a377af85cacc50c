import type { Language } from '../language.ts';
import type { FlowSpec } from './chart-spec.ts';
import type { DataTable } from './data-table.ts';
import type { Frame } from './frame.ts';
import type { Scene } from './scene.ts';

/** How a flow is drawn. It travels with what makes flows, so that the first screen need not load it. */
interface FlowDrawing {
  readonly scene: (spec: FlowSpec, frame: Frame) => Scene;
  readonly table: (spec: FlowSpec, language: Language) => DataTable;
}

let known: FlowDrawing | undefined;

/** Called by what makes flows as it is loaded, with the functions of `flow-chart.ts`. */
export function addFlowDrawing(drawing: FlowDrawing): void {
  known = drawing;
}

/** Throws where nothing that makes flows has been loaded. */
export function flowDrawing(): FlowDrawing {
  if (known === undefined) throw new Error('a flow is drawn before what makes flows is loaded');
  return known;
}

export type {
  Delay,
  DelayDescription,
  ErlangDelay,
  ErlangDelayDescription,
  SmoothDescription,
} from './delay.ts';
export { Dimension, Point, pointsOf } from './dimension.ts';
export { Expr } from './expression.ts';
export type { Operand } from './expression.ts';
export {
  abs,
  and,
  called,
  clamp,
  constant,
  convert,
  dimensionless,
  equal,
  exp,
  floor,
  greater,
  greaterOrEqual,
  less,
  lessOrEqual,
  log,
  max,
  min,
  not,
  or,
  pow,
  ratio,
  select,
  sqrt,
  sum,
} from './expression-functions.ts';
export { equationText } from './expression-text.ts';
export { explain, explainTrace, traceDraw } from './explain.ts';
export type { Explanation, ExplainOptions, Moment, Trace } from './explain.ts';
export { InputFamily, StockFamily, TableFamily, VariableFamily } from './family.ts';
export type { Equation, Family, FamilyDescription, Flows } from './family.ts';
export { Graph } from './graph.ts';
export type {
  FamilyInfo,
  FamilyKind,
  Scalar,
  ScalarInput,
  ScalarState,
  ScalarTable,
  ScalarVariable,
} from './graph.ts';
export { createInterpreter } from './interpreter.ts';
export { compileJavaScript } from './javascript-backend.ts';
export { writeJavaScript } from './javascript-source.ts';
export type { JavaScriptSource } from './javascript-source.ts';
export type { Kernel } from './kernel.ts';
export { ModelBuilder } from './model-builder.ts';
export type { EquationDescription, StockDescription } from './model-builder.ts';
export type { Nodes } from './node-table.ts';
export { Opcode, Phase } from './opcode.ts';
export { planProgram } from './program.ts';
export type { Program } from './program.ts';
export { conversionFactor, formatUnit, parseUnit, unitsComparable, unitsEqual } from './units.ts';
export type { Unit } from './units.ts';

export { C_LANES } from './c-prelude.ts';
export { writeC } from './c-source.ts';
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
  byPrecision,
  called,
  clamp,
  constant,
  convert,
  dimensionless,
  equal,
  exp,
  expm1,
  expOfSmall,
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
export { explainStep } from './explain-step.ts';
export type { NamedNumber, NumberPlace, Step, StepPart } from './explain-step.ts';
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
export { writeJavaScriptModule } from './javascript-module.ts';
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
export { systematicResample } from './conditioning/systematic-resampling.ts';
export { effectiveSampleSize, temper } from './conditioning/tempering.ts';
export type { TemperedWeights } from './conditioning/tempering.ts';
export { summariseWeighted } from './conditioning/weighted-summary.ts';
export { Block } from './ensemble/block.ts';
export { browserWorkers } from './ensemble/browser-workers.ts';
export type { BrowserWorker } from './ensemble/browser-workers.ts';
export { drawEnsemble, stopWorkers, warmWorkers } from './ensemble/draw-ensemble.ts';
export type { DrawOptions } from './ensemble/draw-ensemble.ts';
export { blockSize } from './ensemble/ensemble-job.ts';
export type { EnsembleJob, HeldInput, MovedInput, Variant } from './ensemble/ensemble-job.ts';
export { EXACT_DRAWS, Fan } from './ensemble/fan.ts';
export { periodValue } from './ensemble/observation.ts';
export type { MonthRange, Observation, OverTime, Reading } from './ensemble/observation.ts';
export { RunningMean } from './ensemble/running-mean.ts';
export { RunningMoments } from './ensemble/running-moments.ts';
export { runPoints } from './ensemble/run-points.ts';
export type { StatedPoints } from './ensemble/run-points.ts';
export { ThresholdCount } from './ensemble/threshold-count.ts';
export { summariseFans } from './ensemble/shared-summaries.ts';
export { WorkerPool } from './ensemble/worker-pool.ts';
export type { WorkerHost } from './ensemble/worker-host.ts';
export type { BootstrapOptions, Estimate } from './sensitivity/bootstrap.ts';
export {
  elementaryEffects,
  MORRIS_LEVELS,
  morrisTrajectories,
  summariseEffects,
} from './sensitivity/elementary-effects.ts';
export type { EffectSummary, Trajectory } from './sensitivity/elementary-effects.ts';
export { Pawn } from './sensitivity/pawn.ts';
export type { PawnIndex } from './sensitivity/pawn.ts';
export { averageRanks, rankCorrelation } from './sensitivity/rank-correlation.ts';
export { sobolIndices } from './sensitivity/sobol-indices.ts';
export type { SaltelliOutputs, SobolIndex } from './sensitivity/sobol-indices.ts';
export { createCopula } from './copula.ts';
export type { Copula, Correlation } from './copula.ts';
export type {
  DiscreteDistribution,
  Distribution,
  LognormalDistribution,
  NormalDistribution,
  PiecewiseDistribution,
  PointDistribution,
  SplitLognormalDistribution,
  TriangularDistribution,
  TruncatedNormalDistribution,
  UniformDistribution,
} from './distribution.ts';
export { validateDistribution } from './distribution-validation.ts';
/** On plain numbers; `exp`, `log` and `pow` of this room build expressions. */
export { exp as expOf, log as logOf, pow as powOf } from './elementary.ts';
export { meanOf } from './moments.ts';
export { normalCdf, normalDensity, normalQuantile } from './normal.ts';
export { hashName, philox4x32, uniform } from './philox.ts';
export { quantileFunction, quantileOf, supportOf } from './quantile-function.ts';
export type { QuantileFunction } from './quantile-function.ts';
export { compensatedSum, quantile, summarise } from './quantiles.ts';
export type { Summary } from './quantiles.ts';
export { createSampler } from './sampler.ts';
export type { Sampler } from './sampler.ts';
export type { SampledVariable, SamplerOptions, SamplingMethod } from './sampling-plan.ts';
export { owenScramble, owenScrambledUniform } from './sobol-owen.ts';
export { SOBOL_DIMENSIONS, SobolSequence } from './sobol.ts';
export type { Precision } from './precision.ts';
export { createBatchSampler } from './wasm/batch-sampler.ts';
export type { BatchSampler, BatchSamplerOptions } from './wasm/batch-sampler.ts';
export { SampledBlocks } from './wasm/sampled-blocks.ts';
export type { SampledBlocksOptions } from './wasm/sampled-blocks.ts';
export type { BatchKernel } from './wasm/batch-kernel.ts';
export { compileBatch, openBatch, writeBatch } from './wasm/compile-batch.ts';
export { emitObserver, loadObserver, openObserver, writeObserver } from './wasm/observer.ts';
export type { EmittedObserver, Observer, ObserverSource } from './wasm/observer.ts';
export type { BatchOptions, BatchSource } from './wasm/compile-batch.ts';
export { simdSupported } from './wasm/simd-support.ts';
export { compileWebAssembly } from './wasm/wasm-backend.ts';
export { writeWebAssembly } from './wasm/wasm-module.ts';
export type { WasmLayout, WasmModule, WasmOptions } from './wasm/wasm-module.ts';
export { writeWebAssemblyText } from './wasm/wasm-text.ts';
export type { WasmText } from './wasm/wasm-text.ts';

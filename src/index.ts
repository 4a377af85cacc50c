/**
 * The library: `import { readRegister, readAssumptions, prepareRun, answerForecast } from 'chokepoint'`.
 * Every function is pure; texts of the data files go in, answers as data come out, as promises where futures are drawn.
 */
export { answerAllocate } from './answers/allocate.ts';
export type { AllocateAnswer } from './answers/allocate.ts';
export { answerAsic } from './answers/asic.ts';
export type { AsicAnswer } from './answers/asic.ts';
export { answerClaims } from './answers/claims.ts';
export type { ClaimAnswer, ClaimsAnswer } from './answers/claims.ts';
export { answerCompare } from './answers/compare.ts';
export type { CompareAnswer } from './answers/compare.ts';
export { answerEfficiencyJump } from './answers/efficiency-jump.ts';
export type { JumpAnswer, JumpQuestion } from './answers/efficiency-jump.ts';
export { runEnsemble } from './answers/ensemble.ts';
export type { Ensemble, EnsembleOptions, EnsembleParts, Request } from './answers/ensemble.ts';
export { leverAt, moreWafers } from './answers/changes.ts';
export type { WaferInput } from './answers/changes.ts';
export { answerFleet } from './answers/fleet.ts';
export type { FleetAnswer, FleetQuestion } from './answers/fleet.ts';
export { answerForecast } from './answers/forecast.ts';
export type { ForecastAnswer } from './answers/forecast.ts';
export { answerOutcomes, readOutcomes } from './answers/outcomes.ts';
export type { OutcomeAnswer } from './answers/outcomes.ts';
export { pairedEffects } from './answers/paired.ts';
export type { Change, PairedSummary } from './answers/paired.ts';
export { leversAsOf, prepareRun } from './answers/prepare-run.ts';
export type { Evidence, PreparedRun } from './answers/prepare-run.ts';
export { answerSensitivity } from './answers/sensitivity/sensitivity.ts';
export type { SensitivityAnswer, SensitivityOptions } from './answers/sensitivity/sensitivity.ts';
export { answerSeries } from './answers/series.ts';
export type { SeriesAnswer, SeriesQuestion, SeriesRow } from './answers/series.ts';
export { answerFutures } from './answers/series-futures.ts';
export type { SeriesFutures } from './answers/series-futures.ts';
export { answerTrainCost, answerTraining, trainingContext } from './answers/train-cost.ts';
export type { TrainCostAnswer, TrainingAnswer } from './answers/train-cost.ts';
export { listTraining } from './answers/training-list.ts';
export type { TrainingQuestion } from './answers/training-question.ts';
export { readAssumptions } from './beliefs/assumption.ts';
export type { Assumption } from './beliefs/assumption.ts';
export { stopWorkers, warmWorkers } from './engine/index.ts';
export { ProblemError } from './problem/problem.ts';
export type { Place, Problem } from './problem/problem.ts';
export { asOf, query, readRegister } from './register/index.ts';
export type { Register, Row, View } from './register/index.ts';
export { resolveScenario } from './scenario/resolve-scenario.ts';
export type { Scenario } from './scenario/scenario.ts';

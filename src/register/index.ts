export { asOf, lastDay } from './as-of.ts';
export type { Claim, ClaimEvidence, ClaimSection } from './claim.ts';
export { CLAIM_SECTIONS } from './claim.ts';
export type { Span } from './dates.ts';
export { dayNumber, readDate } from './dates.ts';
export type { Family, FamilyLevel } from './family.ts';
export { productNamer } from './family.ts';
export type { ForecastPair, ForecastSubject, Outcome } from './forecast-pairs.ts';
export {
  FORECAST_SUBJECTS,
  forecastPairs,
  lengthOf,
  looksAhead,
  outcomeOf,
  publisherOf,
} from './forecast-pairs.ts';
export { groupBy } from './group-by.ts';
export { medianOf } from './median.ts';
export { companyId, entityId, originalSources, sameEntity } from './names.ts';
export type { Product } from './product.ts';
export type { Disagreement, Facts, Query, Vintages } from './query.ts';
export {
  byDate,
  disagreement,
  labelsOfFamily,
  latestBySource,
  query,
  statements,
  vintages,
} from './query.ts';
export { readRegister, REGISTER_FILES } from './read-register.ts';
export type { History, OwnRows, Register, Unread, View } from './register.ts';
export type { Amount, Confidence, Quantity, Row, RowKind } from './row.ts';
export { centralValue, CONFIDENCES, isLowerGrade, ROW_KINDS } from './row.ts';
export type { Count, FileSummary, RegisterSummary } from './summary.ts';
export { summarise } from './summary.ts';
export type { TrainedModel } from './trained-model.ts';

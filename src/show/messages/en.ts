import { allocateEn } from './allocate-en.ts';
import { asicEn } from './asic-en.ts';
import { calibrateEn } from './calibrate-en.ts';
import { chartsEn } from './charts-en.ts';
import { backtestEn } from './backtest-en.ts';
import { bottlenecksEn } from './bottlenecks-en.ts';
import { claimsEn } from './claims-en.ts';
import { cliEn } from './cli-en.ts';
import { compareEn } from './compare-en.ts';
import { doctorEn } from './doctor-en.ts';
import { explainEn } from './explain-en.ts';
import { exportEn } from './export-en.ts';
import { factsEn } from './facts-en.ts';
import { fleetEn } from './fleet-en.ts';
import { forecastEn } from './forecast-en.ts';
import { jumpEn } from './jump-en.ts';
import { pageEn } from './page-en.ts';
import { guidanceEn } from './guidance-en.ts';
import { pagesEn } from './pages-en.ts';
import { runEn } from './run-en.ts';
import { sensitivityEn } from './sensitivity-en.ts';
import { seriesEn } from './series-en.ts';
import { supportEn } from './support-en.ts';
import { trainEn } from './train-en.ts';
import { validateEn } from './validate-en.ts';
import { validationEn } from './validation-en.ts';

/** Every English text except those of problems. A message is ICU where it has parameters. */
export const en = {
  ...cliEn,
  ...factsEn,
  ...chartsEn,
  ...claimsEn,
  ...backtestEn,
  ...forecastEn,
  ...bottlenecksEn,
  ...compareEn,
  ...doctorEn,
  ...allocateEn,
  ...jumpEn,
  ...asicEn,
  ...calibrateEn,
  ...fleetEn,
  ...pageEn,
  ...guidanceEn,
  ...pagesEn,
  ...runEn,
  ...sensitivityEn,
  ...seriesEn,
  ...explainEn,
  ...exportEn,
  ...supportEn,
  ...trainEn,
  ...validateEn,
  ...validationEn,
} as const;

import { allocateJa } from './allocate-ja.ts';
import { asicJa } from './asic-ja.ts';
import { calibrateJa } from './calibrate-ja.ts';
import { chartsJa } from './charts-ja.ts';
import { backtestJa } from './backtest-ja.ts';
import { bottlenecksJa } from './bottlenecks-ja.ts';
import { claimsJa } from './claims-ja.ts';
import { cliJa } from './cli-ja.ts';
import type { en } from './en.ts';
import { compareJa } from './compare-ja.ts';
import { doctorJa } from './doctor-ja.ts';
import { explainJa } from './explain-ja.ts';
import { exportJa } from './export-ja.ts';
import { factsJa } from './facts-ja.ts';
import { fleetJa } from './fleet-ja.ts';
import { forecastJa } from './forecast-ja.ts';
import { jumpJa } from './jump-ja.ts';
import { pageJa } from './page-ja.ts';
import { guidanceJa } from './guidance-ja.ts';
import { pagesJa } from './pages-ja.ts';
import { runJa } from './run-ja.ts';
import { sensitivityJa } from './sensitivity-ja.ts';
import { seriesJa } from './series-ja.ts';
import { supportJa } from './support-ja.ts';
import { trainJa } from './train-ja.ts';
import { validateJa } from './validate-ja.ts';
import { validationJa } from './validation-ja.ts';

/** Every Japanese text except those of problems; a missing one does not compile. */
export const ja: Readonly<Record<keyof typeof en, string>> = {
  ...cliJa,
  ...factsJa,
  ...chartsJa,
  ...claimsJa,
  ...backtestJa,
  ...forecastJa,
  ...bottlenecksJa,
  ...compareJa,
  ...doctorJa,
  ...allocateJa,
  ...jumpJa,
  ...asicJa,
  ...calibrateJa,
  ...fleetJa,
  ...pageJa,
  ...guidanceJa,
  ...pagesJa,
  ...runJa,
  ...sensitivityJa,
  ...seriesJa,
  ...explainJa,
  ...exportJa,
  ...supportJa,
  ...trainJa,
  ...validateJa,
  ...validationJa,
};

/** The generated report on how well the model has done. */
export const validationEn = {
  'validation.title': 'Validation',
  'validation.intro':
    'Forecasts in this field are hardly ever scored. This report scores the model: run as of past days with what was public then, and held against what was published since. It is generated from scratch by `npm run validate`; nobody edits it. Scores stand as they are: no value of the model was fitted to one.',
  'validation.section.short': 'In short',
  'validation.section.tested': 'What was tested',
  'validation.section.protocol': 'Protocol',
  'validation.section.left': 'Days, targets and what was left out',
  'validation.section.scores': 'Scores',
  'validation.section.failures': 'Failures',
  'validation.section.changes': 'Before and after each change of the model',
  'validation.section.calibration': 'Calibration by history',
  'validation.calibration':
    'With `--calibrate`, what was known by each day of the years since 2023 weighs the futures (`chokepoint calibrate`). Scores of runs so calibrated beside those of the model as it is; calibration is off by default.',
  'validation.calibration.better': '{history}: the CRPS in total is {percent} better with calibration.',
  'validation.calibration.worse': '{history}: the CRPS in total is {percent} worse with calibration.',
  'validation.calibration.plain': 'as it is',
  'validation.calibration.calibrated': 'calibrated',
  'validation.section.unscored': 'What is not scored, and why',
  'validation.short.strict':
    'From what was public at the time, {targets} forecasts of {events} events score {crps} (a point would have missed by about that share); {coverage} of outcomes lie in the 80% ranges, {wide} in the 95% ranges. Medians were {bias}.',
  'validation.short.pseudo-real-time':
    'With the past from later estimates, which reaches back to July 2023, {targets} forecasts of {events} events score {crps}; {coverage} of outcomes lie in the 80% ranges, {wide} in the 95% ranges. Medians were {bias}.',
  'validation.short.low': 'too low, by {percent} on average',
  'validation.short.high': 'too high, by {percent} on average',
  'validation.short.beats': 'In total the model beats, by this share of their score: {opponents}.',
  'validation.short.loses': 'In total it loses to: {opponents}.',
  'validation.tested':
    'A target is a quantity and a period that ends after the as-of day and whose outcome was published later: units, revenue, capacity, capital expenditure, the world’s stock, dates. Targets are enumerated from the register by rule, never by hand. Targets of one economic event (all NVIDIA figures of 2025, say) count as one event. Strict means that only rows published by the day were seen; pseudo-real-time history takes the past from later estimates, as hardly any count of units was public before 2026. What is forecast is never seen.',
  'validation.hindsight':
    'One thing cannot be undone: the model’s equations and the assumptions without rows were written in 2026. They are dated by when they could have been made, and targets are left out where an assumption was derived from the outcome and moves its forecast, but their authors knew what came. Where a score showed bad reasoning and the reasoning was changed, the change stands below with every score before and after; for that change these scores are no longer a test, and only outcomes published from now on will be.',
  'validation.protocol':
    'The protocol, [data/backtest-protocol.yaml]({path}), was committed before any score was looked at. Version 2 leaves out what the model puts at zero in every future; the scores under version 1 stand in the [history]({history}). All scores: [scores.csv]({scores}); every target: `chokepoint backtest --csv`.',
  'validation.figure.places': 'Where outcomes lay in their forecasts',
  'validation.figure.places.subtitle':
    'Share of outcomes by tenth of the forecast; even where ranges are as wide as they should be. Strict.',
  'validation.figure.places.across': 'From below the forecast to above it',
  'validation.figure.places.even': 'even',
  'validation.figure.intervals': 'Forecasts and what came',
  'validation.figure.intervals.subtitle':
    'Forecast over outcome: bars hold 50 and 80 of 100 futures; 1 is what was published later, with its own range. Yearly figures and levels, strict.',
  'validation.failures.series': 'Series with fewer than half of the outcomes in the 80% ranges:',
  'validation.failures.item':
    '{series}: {inside} inside, median {bias} ({targets, plural, one {# target} other {# targets}})',
  'validation.failures.low': '{percent} too low',
  'validation.failures.high': '{percent} too high',
  'validation.failures.none': 'No series has fewer than half of its outcomes in the 80% ranges.',
  'validation.why': 'What we know of the reasons:',
  'validation.why.base':
    'Demand grows from what each designer sold, or guided, at the start. A line that starts from almost nothing before its maker guides its sales, such as AMD Instinct as of 2023, is missed by a factor.',
  'validation.why.jump':
    'As of 2023 and 2024 the budgets that were public told little of the jump to come, and the ranges did not allow for it: budgets, revenue and units of 2024 and 2025 lie far above.',
  'validation.why.families':
    'The year in which a product starts or ends is badly known: a start a quarter later is a factor in that year. Families therefore miss most, designers’ totals less.',
  'validation.why.h20':
    'The bar on H20 in April 2025 is in no forecast made before it; that it was licensed again in July is in none either.',
  'validation.changes':
    'Each change that moved a score, oldest first, with the score over all targets and the share of outcomes in the 80% ranges. All series and horizons: [history.csv]({history}).',
  'validation.column.change': 'Change',
  'validation.column.history': 'History',
  'validation.column.before': 'before',
  'validation.column.after': 'after',
  'validation.changes.last': 'The last change, by series: {change}.',
  'validation.history.strict': 'strict',
  'validation.history.pseudo-real-time': 'pseudo-real-time',
} as const;

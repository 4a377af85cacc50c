/** Options and progress shared by the commands that run the model. */
export const runEn = {
  'run.option.scenario': 'a shipped scenario or the path of a file (latest)',
  'run.option.asOf':
    'only what had been published by this day; by default the scenario’s, else that of latest',
  'run.option.set': 'set a lever, e.g. packaging.total=1.25; may be given several times',
  'run.option.draws': 'futures to draw; powers of two are best ({draws})',
  'run.option.seed': 'which random numbers; the same seed gives the same bytes (1)',
  'run.option.workers':
    'threads to draw with, as many as there are cores by default; 1 draws in a single one',
  'run.option.history':
    'what stands for the past: strict (published by then) or pseudo-real-time (later estimates as well)',
  'run.option.calibrate':
    'let what is known since 2023 weigh the futures; chokepoint calibrate says what it moves',
  'run.calibrated': '{day}, calibrated on {known} known quantities ({effective} effective of {pool} futures)',
  'run.calibrated.few':
    '{day}, calibrated on {known} known quantities (only {effective} effective of {pool} futures: ranges are rough)',
  'run.option.figures':
    'add rows of your own from a CSV file, as data/README.md has them; may be given several times',
  'run.own':
    '{day}, with {rows, plural, one {# own row} other {# own rows}}{later, plural, =0 {} other { ({later} more published later)}}',
  'run.laterHistory': '{day}, history from later estimates',
  'run.progress': '{done} of {draws} futures …',
} as const;

/** What the past says of the futures. */
export const calibrateEn = {
  'command.calibrate': 'What is known since 2023 held against the model, and what it moves',
  'calibrate.example.plain': 'as of the latest day',
  'calibrate.example.asOf':
    'what one would have learned by an earlier day, later estimates of the past included',
  'calibrate.example.forecast': 'a forecast from futures weighed by the past',
  'calibrate.head': 'Calibration · as of {date}',
  'calibrate.weights':
    '{known, plural, =0 {No quantity of the past is known that the model gives as well: all futures weigh the same} other {# quantities of the past since 2023 leave {effective} of {pool} futures in effect}}.',
  'calibrate.tempered':
    'Taken in full they would leave {effective}; the likelihood is raised to the power {exponent}, so the past counts less than it could.',
  'calibrate.moved':
    '{count, plural, one {# of {of} uncertain inputs moves} other {# of {of} uncertain inputs move}} further than chance would have it ({chance} standard deviations).',
  'calibrate.moved.none':
    'None of the {of} uncertain inputs moves further than chance would have it ({chance} standard deviations).',
  'calibrate.problem': 'No run through {year}: {problem}',
  'calibrate.fits': 'Quantities of the past, with all futures alike → weighed',
  'calibrate.worst': 'Furthest off',
  'calibrate.beliefs': 'Inputs that move furthest',
  'calibrate.figures': 'What that does to the forecast',
  'calibrate.column.known': 'Known',
  'calibrate.column.off': 'Median off,\nstandard deviations',
  'calibrate.column.within': 'Within the range\nof 80, of 100',
  'calibrate.column.until': 'Period to',
  'calibrate.column.value': 'Known',
  'calibrate.column.before': 'All alike',
  'calibrate.column.after': 'Weighed',
  'calibrate.column.sds': 'Off by,\nsd',
  'calibrate.column.input': 'Input',
  'calibrate.column.shift': 'Shift,\nsd',
  'calibrate.revenue': '{designer}, revenue',
  'calibrate.units': '{designer}, packages',
  'calibrate.capex': '{buyer}, capital expenditure',
  'calibrate.capex.all': 'Capital expenditure by buyer',
  'calibrate.packaging': 'TSMC, CoWoS capacity',
  'calibrate.memory': '{maker}, HBM capacity',
  'calibrate.figure.packages': '{label}, packages',
  'calibrate.figure.h100e': '{label}, H100e',
  'calibrate.figure.own': 'Own chips: {label}',
  'calibrate.note':
    'Through every year since 2023 runs a model of its own from that January. What it draws alike with the run of the day (properties of products and processes, behaviour) carries over, what a year starts from does not. Off by: logarithm of the median over what is known, in standard deviations of the sources’ error with the model’s own ({model}, assumed). All figures of one subject in a quarter count once, quarters of a year are correlated by {correlation} (assumed); errors have the heavy tails of Student’s t, so that one wrong figure decides nothing. Figures that already made a belief about a level are not used again.',
  'calibrate.run':
    '{pool} futures in the pool, seed {seed}. Options of all commands that draw futures: --calibrate.',
} as const;

/** What limits output, what more of it is worth, and runs beside what was reported. */
export const bottlenecksEn = {
  'command.bottlenecks': 'What limits output by quarter, what comes next, and what more of an input is worth',
  'bottlenecks.example.plain': 'what binds, quarter by quarter',
  'bottlenecks.example.slip': 'the same with every new packaging plant half a year late',
  'outcomes.head': 'The run beside what was reported · scenario {scenario} · as of {date}',
  'outcomes.column.quantity': 'Quantity',
  'outcomes.column.run': 'Run: P50 (P10–P90)',
  'outcomes.column.reported': 'Reported',
  'outcomes.column.position': 'Where it fell',
  'outcomes.column.derived': 'Parameters derived from it',
  'outcomes.position': 'above {share} of 100 futures',
  'outcomes.known': '(known then)',
  'outcomes.before': 'before the run',
  'outcomes.outside': 'not of this model: see claims',
  'outcomes.note':
    'Reported values are rows of the register, later than the run where it could not know them. Where a parameter derives from an outcome in a later vintage, a run with that vintage may not be scored on it.',
  'bottlenecks.head': 'What limits GPU output · scenario {scenario} · as of {date}',
  'bottlenecks.note':
    'A cell is the share of requested GPU value, over futures, that an input stops in the quarter; what demand limits is not stopped by supply.',
  'bottlenecks.plenty':
    'With {relieved} in plenty from next month on, {next} would bind most in {year} ({share} of 100), and GPUs would be short a year on in {later} of 100 futures instead of {before}.',
  'bottlenecks.plentyDemand':
    'With {relieved} in plenty from next month on, no other input would bind in more than {share} of 100 futures in {year} ({next}), and GPUs would be short a year on in {later} instead of {before}.',
  'bottlenecks.worthNow':
    'One per cent more {input} is worth {packages} and sales of {sales} in the twelve months to come.',
  'bottlenecks.worthLater': 'To {horizon} more {input} counts most: one per cent is worth {h100e}.',
  'bottlenecks.next':
    'What would bind next: the input that stops most in each year, futures of 100, with one in plenty from next month on',
  'bottlenecks.relief.head': 'In plenty',
  'bottlenecks.relief.none': 'nothing: as it is',
  'bottlenecks.relief.cowos': 'CoWoS',
  'bottlenecks.relief.hbm': 'HBM',
  'bottlenecks.relief.logic': 'logic',
  'bottlenecks.relief.cowos and hbm': 'CoWoS and HBM',
  'bottlenecks.shortLater': 'GPUs short a year on',
  'bottlenecks.worth': 'What more of an input is worth: median difference in the same futures (P10 … P90)',
  'bottlenecks.more': 'More of',
  'bottlenecks.maker': '· {maker}',
  'bottlenecks.measure.packages': 'packages',
  'bottlenecks.measure.h100e': 'H100e',
  'bottlenecks.measure.sales': 'sales, USD',
  'bottlenecks.measure.overdue': 'overdue at the end, months',
  'bottlenecks.step.percent': '1% more',
  'bottlenecks.step.wafers': '{wafers} wafers a month more',
  'bottlenecks.near': '{more}: the twelve months to {until}',
  'bottlenecks.far': '{more}: all months to {until}',
  'bottlenecks.unfelt': 'More of these does nothing in at least 8 of 10 futures: {inputs}.',
  'bottlenecks.worthNote':
    'Worth: every one of {draws} futures runs as it is and with the change, from next month on; sales and packages are those of all designers, overdue demand that of GPUs. Suppliers plan with what is added and order less of their own, of other inputs too, so more of one input can be worth less than nothing in years in which another one binds. Wafers of a logic node are those open to accelerators; more HBM in all is shared by its makers as they are large.',
} as const;

/** Who gets what under each allocation rule. */
export const allocateEn = {
  'command.allocate': 'Who gets it: deliveries, backlog and waiting by buyer under every allocation rule',
  'allocate.option.year': 'a calendar year (next year in text, the next three in --json and --csv)',
  'allocate.option.measure': 'what deliveries are counted in: usd, h100e or units (usd)',
  'allocate.example.plain': 'who gains and loses next year if scarcity is shared out otherwise',
  'allocate.example.year': 'in a later year, in H100 equivalents',
  'allocate.example.rule': 'held against another rule',
  'allocate.head': 'Who gets it in {year} · scenario {scenario} · as of {date}',
  'allocate.gains':
    'Under {rule} instead of {own}, most is gained by {winner}: {gain} on average, more in {gaining} of 100 futures; most is lost by {loser}: {loss}, less in {losing} of 100.',
  'allocate.same': 'Under {rule} instead of {own}, nobody gains what another loses.',
  'allocate.deliveries.usd': 'Deliveries {year}, USD, and their change under the other rules',
  'allocate.deliveries.h100e': 'Deliveries {year}, H100e, and their change under the other rules',
  'allocate.deliveries.units': 'Deliveries {year}, packages, and their change under the other rules',
  'allocate.overdue': 'Backlog at the end of {year}: months of their demand overdue, and its change',
  'allocate.lead': 'Mean lead time in {year}, weeks, and its change',
  'allocate.buyer': 'Buyer',
  'allocate.all': 'all',
  'allocate.rules':
    'contracts first: booked capacity, then weighted shares; weighted shares: past deliveries weigh, nobody gets more than it asks; proportional: all get the same part of what they ask; strict priority: classes one after the other.',
  'allocate.note':
    'First column: {rule}, the rule of the scenario, median with the range of 80 of 100 futures. Other columns: difference in each future. Rules act on who may start packages and on who gets what is finished, so totals move as well.',
  'rule.contracts-first': 'contracts first',
  'rule.weighted-max-min': 'weighted shares',
  'rule.proportional': 'proportional',
  'rule.strict-priority': 'strict priority',
} as const;

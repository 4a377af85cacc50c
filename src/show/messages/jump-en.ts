/** What a jump in efficiency does. */
export const jumpEn = {
  'command.what-if':
    'What if compute per task falls at a stroke (the DeepSeek question), under rebound 0.5, 1 and 1.5',
  'jump.argument': 'efficiency',
  'jump.option.gain': 'compute per task falls by this factor (4)',
  'jump.option.elasticity': 'elasticities of demand to efficiency, e.g. 0.5,1,1.5',
  'jump.example.plain': 'a fourfold gain now, under three elasticities',
  'jump.example.then': 'as seen in February 2025, tenfold',
  'jump.head': 'What if efficiency jumps · scenario {scenario} · as of {date}',
  'jump.sentence': 'Compute per task falls by a factor of {gain} in {month}, beyond what budgets expect.',
  'jump.elasticity':
    'Elasticity {elasticity}: due demand of {year} changes by {percent}, deliveries by {deliveries}; months in which GPUs are short, by {horizon}, by {months} ({low} … {high}).',
  'jump.same': 'Elasticity {elasticity}: nothing changes in any future: spending stays as it is.',
  'jump.table': 'Scenario without the jump, and the change under each elasticity, in the same futures',
  'jump.column.base': 'Without the jump',
  'jump.column.elasticity': 'Elasticity {elasticity}',
  'jump.demand.all': 'Due demand, USD',
  'jump.demand.frontier': 'for frontier training',
  'jump.demand.catch-up': 'for catch-up training',
  'jump.demand.inference': 'for inference',
  'jump.deliveries': 'Deliveries (what is spent), USD',
  'jump.h100e': 'H100 equivalents delivered',
  'jump.short': 'Futures of 100 in which GPUs are short',
  'jump.months': 'Months in which GPUs are short (mean change)',
  'jump.note':
    'With a gain of E, spending on compute moves by E to the power of elasticity less one: at one it stays as it is, below it falls, above it grows (rebound), as far as supply allows. Catch-up training, which repeats what others have reached, takes the gain at once; frontier training and inference over the months of an assumed spread. Sentences give means, tables medians, with the range of 80 of 100 futures; which elasticity holds is not known.',
} as const;

/** What a figure depends on. */
export const sensitivityEn = {
  'command.sensitivity':
    'Which inputs a figure depends on, how far each moves it, and what is worth learning',
  'sensitivity.argument':
    'address of a figure, or name of a series; the headline of the shortage where none is given',
  'sensitivity.option.period': '2026, 2026Q4, 2026-11 or FY2027; by default the quarter a year on',
  'sensitivity.option.method':
    'how far to go: draws (free on the draws), screening (Morris as well) or variance (Sobol and bars as well)',
  'sensitivity.option.top': 'groups of inputs measured one by one, and shown ({top})',
  'sensitivity.option.thorough': 'every group one by one, on {draws} draws and {trajectories} trajectories',
  'sensitivity.example.plain': 'what the shortage depends on',
  'sensitivity.example.series': 'what a fiscal year’s revenue depends on',
  'sensitivity.example.address': 'the share of own chips, by its address',
  'sensitivity.example.thorough': 'every group of inputs measured, for other tools',
  'sensitivity.progress': '{percent}% of {all} runs, about {left} s left …',
  'sensitivity.section': 'What the headline depends on',
  'sensitivity.head': 'What it depends on · scenario {scenario} · as of {date}',
  'sensitivity.figure.overdue': 'Months of GPU demand overdue in {month}',
  'sensitivity.figure.short': 'Whether GPUs are short in {month}',
  'sensitivity.figure.end': 'Months until GPUs are short no longer, up to {month}',
  'sensitivity.value': '{figure}: {value}',
  'sensitivity.value.binary': '{figure}: in {share} of 100 futures',
  'sensitivity.column.group': 'Group of inputs',
  'sensitivity.column.lead': 'led by',
  'sensitivity.column.rank': 'rank\ncorr.',
  'sensitivity.column.pawn': 'PAWN',
  'sensitivity.column.effect': 'mean\neffect',
  'sensitivity.column.first': 'variance gone\nif known',
  'sensitivity.column.total': 'left if all\nelse known',
  'sensitivity.column.basis': 'rests on',
  'sensitivity.basis.rows': 'rows',
  'sensitivity.basis.assumed': 'assumed',
  'sensitivity.basis.mixed': '{assumed} of {all}\nassumed',
  'sensitivity.rest': 'the other {count} groups',
  'sensitivity.bars': 'Mean over futures with one input at its P10 and at its P90, all others as drawn',
  'sensitivity.groups': 'What the groups are',
  'sensitivity.family': '{name}: {description}',
  'sensitivity.learn': 'If you could learn one thing',
  'sensitivity.learn.amount':
    '{figure}: {group}. Knowing it would on average take away {share} of the variance ({low}–{high}); the standard deviation would fall from {from} to {to} {unit}.',
  'sensitivity.learn.binary':
    '{figure}: {group}. Knowing it would on average take away {share} of the expected Brier score ({low}–{high}), from {from} to {to}.',
  'sensitivity.learn.others': 'Perhaps worth as much: {groups}.',
  'sensitivity.learn.none': '{figure}: no single group is sure to be worth knowing.',
  'sensitivity.learn.rests': 'Where to look: {input}, {spread}.',
  'sensitivity.interaction':
    'First-order shares add up to {sum} of the variance of the first figure; the rest is what groups do only together.',
  'sensitivity.note.draws':
    'Rank correlation (Spearman) and PAWN (median distance of distributions over ten slices) are those of the group’s leading input on {draws} draws; · is no more than chance explains (beyond {rank} in 5 of 100 inputs that do nothing; PAWN {pawn}), counting how many inputs were looked at. Correlated inputs speak for each other.',
  'sensitivity.note.screening':
    'Mean effect: Morris’s μ*, the mean size of the change from P5 to P95 of a group, in the figure’s unit, over {trajectories} trajectories. Every group was screened.',
  'sensitivity.note.variance':
    'Variance: Sobol’s first-order and total index with 95% intervals, one by one for the {measured} groups with the largest mean effects; – where the draws do not tell. Groups hold all inputs that are correlated with each other, so they are independent and their indices well defined.',
  'sensitivity.runs.draws':
    '{draws} runs of the model with {groups} groups of {inputs} uncertain inputs; seed {seed}.',
  'sensitivity.runs':
    '{all} runs of the model: {screening} to screen {groups} groups of {inputs} uncertain inputs, {variance} for draws and variance, {tornado} for the bars; seed {seed}.',
} as const;

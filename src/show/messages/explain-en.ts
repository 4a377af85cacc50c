/** Answers of `explain`. */
export const explainEn = {
  'command.explain':
    'One figure of the model: its equations with numbers, down to dated sources and assumptions',
  'explain.argument':
    'address of a figure, as answers with --json give it; or the name of a series (chokepoint series --list)',
  'explain.option.by': 'dimension of --member, e.g. family',
  'explain.option.member': 'member of that dimension',
  'explain.option.of': 'the same as --by {dimension} --member',
  'explain.option.period': '2026, 2026Q4, 2026-11 or FY2027; by default the quarter of the as-of date',
  'explain.option.depth': 'equations below each other (6)',
  'explain.option.draw': 'numbers of one draw of the ensemble, from 1, instead of every input at its median',
  'explain.option.median': 'every input at its median (the default)',
  'explain.option.all': 'every input and every row, not only those that matter most',
  'explain.example.address': 'a figure by its address, as other answers give it',
  'explain.example.family': 'why so many, and who says so',
  'explain.example.designer': 'a designer’s revenue of a fiscal year',
  'explain.example.capacity': 'packaging capacity, as known in February 2025',
  'explain.example.json': 'all of it for other tools',
  'explain.title': '{series} · {period}: {value}',
  'explain.range':
    'The run with every input at its median. Over {draws} futures the median is {median}, and 80 of 100 lie within {range}. {share}% of the variance rests on assumptions, the rest on dated rows.',
  'explain.range.mean':
    'The mean over {draws} futures. The run with every input at its median, explained below, gives {value}. {share}% of the variance rests on assumptions, the rest on dated rows.',
  'explain.range.draw':
    'Draw {draw} of the ensemble. Over {draws} futures the median is {median}, and 80 of 100 lie within {range}. {share}% of the variance rests on assumptions, the rest on dated rows.',
  'explain.range.draw.mean':
    'Draw {draw} of the ensemble. The mean over {draws} futures is {median}. {share}% of the variance rests on assumptions, the rest on dated rows.',
  'explain.end':
    'GPUs are short in the first month in {share} of futures; of those the shortage ends by {p50} in half, by {p10} in a tenth, by {p90} in nine of ten.',
  'explain.end.after': 'after {month}',
  'explain.changed': 'Changed by the address: {changes}.',
  'explain.terms': 'What it is made of',
  'explain.run': 'Scenario {scenario}, as of {date}, seed {seed}.',
  'explain.months.sum': 'Its months add up',
  'explain.months.mean': 'The mean of its months',
  'explain.months.last': 'The value of its last month',
  'explain.tree': 'How {month} comes about',
  'explain.tree.note':
    'Names first, then numbers. Terms that are zero, factors that are one and branches not taken are left out, and a zero is followed to what makes it zero; other members and months follow the same equations. [n] is input n below. Only what moves the figure by 2% of its own movement is followed; --depth {deeper} goes deeper.',
  'explain.tree.above': '1 where it is above {threshold}, else 0',
  'explain.tree.times': 'times {factor}',
  'explain.node.opening': 'opening of {month}, from the month before',
  'explain.node.first': 'opening of {month}, where the run starts',
  'explain.node.earlier': 'before: {values}',
  'explain.tornado': 'What moves it: each input alone from its P10 to its P90',
  'explain.tornado.unit': 'What moves it: each input alone from its P10 to its P90, in {unit}',
  'explain.equation.more': '{count} more',
  'explain.inputs': 'What it rests on',
  'explain.inputs.note':
    '{shown, plural, one {The input that moves} other {The # inputs that move}} it most, of {count}; --all shows all of them and every row.',
  'explain.inputs.noteAll': 'All {count} inputs behind it, what moves it most first.',
  'explain.input.fixed': '{median}, fixed',
  'explain.input.moves': 'moves the figure to {low} at P10, {high} at P90',
  'explain.input.still': 'does not move the figure between its P10 and P90',
  'explain.basis.rows': 'from rows',
  'explain.basis.assumed': 'assumed',
  'explain.basis.set': 'set by the scenario',
  'explain.basis.rest': 'at rest',
  'explain.rule': 'Rule: {rule}.',
  'explain.assumption': 'Assumed: {name}, {values}: {reason} (since {date})',
  'explain.assumption.from': 'Assumed: {name}, {values}: {reason} (since {date}; from {derived})',
  'explain.reason': 'Reason: {reason}.',
  'explain.product': 'Specification of {product}, public since {date}',
  'explain.sources.more': '… and {count, plural, one {# earlier row} other {# earlier rows}}',
  'explain.rest':
    '{count, plural, one {# more input is a lever at rest or a need that a product does not have; it changes} other {# more inputs are levers at rest or needs that a product does not have; they change}} nothing.',
} as const;

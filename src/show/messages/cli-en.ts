/** Help of the command line. */
export const cliEn = {
  'cli.tagline': 'Chokepoint: what limits AI compute, and for how long',
  'cli.examples': 'Examples',
  'cli.usage': 'Usage',
  'cli.commands': 'Commands',
  'cli.arguments': 'Arguments',
  'cli.options': 'Options',
  'cli.globalOptions': 'For every command',
  'cli.exitCodes': 'Exit codes',
  'cli.exitCodes.text':
    '0   answered\n1   a problem in the input, which then changes nothing\n2   wrong usage\n70  a fault of Chokepoint itself',
  'cli.more': 'chokepoint COMMAND --help explains a command.',
  'cli.usageHint': 'See {command}',
  'cli.problems': '{count, plural, one {# problem} other {# problems}}; nothing of the input was used.',
  'cli.internal':
    'Chokepoint itself failed. CHOKEPOINT_DEBUG=1 shows where; please report it, with what chokepoint doctor --json prints.',

  'fan.key': '{shades} of 100 futures',

  'option.lang': 'language: en or ja; by default that of the system',
  'option.json': 'the answer as JSON',
  'option.csv': 'the answer as CSV',
  'option.svg': 'write the drawing to a file (- for stdout)',
  'file.citation':
    'Chokepoint {version}: scenario {scenario}, as of {day}, {draws} futures, seed {seed}. Made by: {command}. The figures behind it are named by chokepoint explain; among them data of Epoch AI, epoch.ai/data (CC BY 4.0).',
  'file.written': 'Written: {file}',
  'option.color': 'plain characters, as with NO_COLOR',
  'option.width': 'columns to use; by default those of the terminal',
  'option.help': 'show this help',
  'option.version': 'show the version',
  'option.asOf': 'only what had been published by this day',
  'option.asOf.facts': 'only rows published by this day; else by the day of the scenario latest',

  'command.help': 'explain a command',
  'command.facts': 'the dated, sourced figures that everything starts from',
  'command.claims':
    'the statements that started the project: which came true, and how likely the open ones are',
  'command.validate': 'check scenario files and data files, every error at once',

  'facts.argument': 'words that must all occur in a row, or the id of one row',
  'facts.option.metric': 'only this metric, e.g. cowos_capacity',
  'facts.option.entity': 'only this company or market; other names of it count as well',
  'facts.option.product': 'only this product or label',
  'facts.option.family': 'only labels that mean this whole family, e.g. "H100/H200"',
  'facts.option.summary': 'count all rows by file, metric and kind; list rows that could not be read',
  'facts.option.vintages': 'one quantity after another, each as it was said at successive dates',
  'facts.option.outliers':
    'rows behind beliefs that lie far from what the other sources say, with the reason',
  'facts.option.once': 'leave out repeats of one statement through other outlets',
  'facts.option.limit': 'show at most so many rows (60), the latest published; 0 shows all',
  'facts.example.search': 'figures on CoWoS that were known in February 2025',
  'facts.example.outliers': 'which figures stood apart from the others, as of July 2025',
  'facts.example.vintages': 'how the figure for TSMC’s CoWoS capacity moved from report to report',
  'facts.example.id': 'one row in full, with its source',
  'facts.example.summary': 'what the register holds',

  'claims.argument': 'id of one statement, to see it in full',
  'claims.option.by':
    'how far forecasts in the register missed, by publisher and horizon, instead of the statements',
  'claims.option.vintages':
    'how forecasts of this quantity moved, e.g. “cowos_capacity TSMC 2026”; goes with --by publisher',
  'claims.example.vintages': 'how forecasts of TSMC’s CoWoS capacity at the end of 2025 moved, and what came',
  'claims.example.record': 'whose forecasts came how close',
  'claims.option.list': 'all statements with verdict and finding, by section',
  'claims.option.verdict': 'only this verdict: true, partly, missed, open or not-measurable',
  'claims.option.section': 'only this section: models, capex, gpu, packaging, hbm, asic or outlook',
  'claims.example.all': 'a page: verdicts by section, what was wrong, what is open',
  'claims.example.verdict': 'all that did not come true',
  'claims.example.one': 'one statement: its tests, their sources, what the model says',
  'claims.example.csv': 'all of them for a spreadsheet',

  'validate.argument': 'scenario files (.yaml) and data files (.csv)',
  'validate.example.scenario': 'a scenario of your own',
  'validate.example.data': 'rows of your own, together with those that the register has',
} as const;

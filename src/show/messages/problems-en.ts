import type { ProblemFrame, ProblemWording } from './problem-wording.ts';

export const problemFrameEn: ProblemFrame = {
  equation: 'in the equation of {equation}: ',
  expected: 'expected {expected}',
  found: 'found {found}',
  nearest: 'did you mean {nearest}?',
  between: '; ',
  quote: ['“', '”'],
};

/** Phrases that `expected` and `found` carry; what is not here is shown as it is, what is empty not at all. */
export const problemTermsEn: Readonly<Record<string, string>> = {
  'one formula': 'one formula',
  'number, name(…)': 'a number or name(…)',
  'series(NAME; BY; MEMBER; PERIOD)': 'series(NAME; BY; MEMBER; PERIOD)',
  duration: 'a duration, e.g. 6 months',
  lever: '',
  list: 'a list',
  map: 'a map (key: value)',
  number: 'a number',
  'number-or-range': 'a number, or a range with low, mode and high',
  'plain number': 'a number without a unit',
  plant: 'a plant',
  'plant, product or programme': 'a plant, a product or a programme',
  scenario: '',
  'scenario-file': 'a scenario',
  text: 'a text',
};

/** Every code that a room gives to a problem. */
export const problemsEn = {
  // CSV files
  'csv-empty': { what: 'the file is empty' },
  'csv-wrong-width': {
    what: 'the row has {found} fields where the head has {expected}',
    remedy: 'put fields that hold a comma in double quotes',
  },
  'csv-quote-in-cell': {
    what: 'a double quote stands inside a field that is not quoted',
    remedy: 'put the whole field in double quotes and double those inside',
  },
  'csv-unclosed-quote': { what: 'a quoted field is never closed' },
  'csv-text-after-quote': {
    what: 'text follows a closing quote',
    remedy: 'double the quotes inside a quoted field',
  },
  'missing-column': { what: 'the column {expected} is missing' },
  'duplicate-column': { what: 'the column {found} stands twice' },
  'missing-value': { what: '{expected} is empty', remedy: 'every row needs it' },
  'not-a-number': {
    what: '{name} is not a number',
    remedy: 'write digits with a point, without commas or units',
  },
  'not-a-date': { what: '{name} is not a date' },
  'period-out-of-order': { what: 'the period ends on {found}, before it begins on {expected}' },
  'quantity-missing': { what: '{name} has a unit but no quantity' },
  'low-value-high-out-of-order': { what: 'low, value and high are not in order' },
  'negative-quantity': { what: '{name} is negative' },
  'unit-not-allowed': { what: 'the unit {found} does not go with the stated unit {name}' },
  'canonical-differs': {
    what: '{name} does not follow from the stated figure',
    remedy: 'leave it empty to have it computed',
  },
  'duplicate-id': { what: 'the id {found} is taken[ by {first}]', remedy: 'give every row an id of its own' },
  'duplicate-label': { what: '{found} is tied to a family already[, in line {first}]' },
  'unknown-statement': { what: 'statement {found} is the id of no row' },
  'statement-published-later': {
    what: 'the row repeats {found}, which was published only after {expected}',
    remedy: 'point to the earlier row',
  },
  'unknown-kind': { what: 'there is no kind {found}' },
  'unknown-metric': { what: 'no row of the register has the metric {found}' },
  'unknown-confidence': { what: 'there is no confidence {found}' },
  'unknown-section': { what: 'there is no section {found}' },
  'unknown-level': { what: 'there is no level {found}' },
  'unknown-answer': { what: '{found} is neither yes nor no' },
  'unknown-product': { what: 'no product is called {found}' },
  'unknown-unit': { what: '[{name}: ]the unit {found} is not known' },

  // Scenario files and addresses
  'address-version': {
    what: 'the address is of version {found}, which this program does not know',
    remedy: 'load the page again to get its newest version',
  },
  'yaml-syntax': { what: 'this is not valid YAML: {found}' },
  'nested-too-deep': { what: 'the file is nested more than {expected} levels deep' },
  'unknown-alias': { what: 'no anchor is called {found}' },
  'duplicate-key': { what: 'the key {name} stands twice, first in line {line}' },
  'unknown-key': { what: '{name} has no key {found}' },
  'key-of-run': {
    what: 'a scenario says nothing of {found}, which belongs to a run of it',
    remedy: 'leave it out; commands take it as an option of that name, e.g. --seed 7',
  },
  'missing-key': { what: '{name} lacks {expected}' },
  'wrong-type': { what: '{name} is of the wrong kind' },
  'date-format': { what: '{name} is not a date' },
  'no-such-day': { what: '{name}: the calendar has no day {found}' },
  'unknown-lever': {
    what: 'no lever is called {found}',
    remedy: 'docs/levers.md lists every lever',
  },
  'unknown-choice': { what: '{name} has no choice {found}' },
  'unknown-scenario': {
    what: 'no scenario is called {found}',
    remedy: 'name a shipped scenario or give the path of a file',
  },
  'cluster-without-product': {
    what: 'a cluster needs a product',
    remedy: 'name one with --product, e.g. b200',
  },
  'product-not-delivered': {
    what: '{found} is none of the products that the run delivers',
    remedy: 'chokepoint series shipments --by product names them',
  },
  'product-not-sold': {
    what: '{name} is not sold to {found}',
    remedy: 'its buyers in the model are {expected}',
  },
  'nothing-to-compare': {
    what: 'there is nothing to compare {found} with',
    remedy: 'name a second scenario, or change a lever with --set',
  },
  'cyclic-extends': {
    what: 'the scenarios extend each other in a circle: {found}',
    remedy: 'take out one extends',
  },
  'delayed-and-removed': { what: '{name} is both delayed and removed', remedy: 'keep one of the two' },
  'negative-delay': {
    what: 'the delay of {name} is negative',
    remedy: 'plants cannot open before their dates',
  },
  'range-out-of-order': { what: 'the range of {name} is out of order' },
  'below-minimum': { what: '{name} is too small', remedy: 'it starts at {expected}' },
  'above-maximum': { what: '{name} is too large', remedy: 'it ends at {expected}' },
  'unreadable-number': { what: '{name} is not a number', remedy: 'write digits, and the unit if you like' },
  'wrong-unit': { what: '{name} is in the wrong unit' },
  'set-option-form': { what: '--set is not written as path=value' },

  // Rules of statements
  'formula-syntax': { what: 'the formula cannot be read here' },
  'wrong-source': { what: '{found} goes with source {expected}' },
  'claim-without-rule': {
    what: 'the statement {name} has no rule',
    remedy: 'give it one, or say with source no-row or opinion why not',
  },
  'unknown-run': { what: 'no training run is called {found}' },
  'not-published-yet': { what: '{found} was not published by {expected}' },

  // The command line
  'unknown-command': { what: 'there is no command {found}' },
  'unknown-option': { what: 'there is no option {found}' },
  'missing-argument': { what: '{name} is missing' },
  'option-without-value': { what: 'the option {name} needs a value' },
  'invalid-argument-value': { what: '{name} cannot be {found}' },
  'invalid-option-value': { what: 'the option {name} cannot be {found}' },
  'conflicting-options': { what: '{name} and {other} exclude each other', remedy: 'leave out one of them' },
  'too-many-arguments': { what: '{name} takes fewer arguments' },
  'wrong-usage': { what: 'the command is not understood: {found}' },
  'too-many-numbers': {
    what: 'that would be {found} numbers',
    remedy: 'at most {expected} are written at once: ask for fewer draws, longer periods or a coarser cut',
  },
  'unwritable-file': { what: 'the file cannot be written', remedy: 'check its folder and its permissions' },
  'unreadable-file': { what: 'the file cannot be read', remedy: 'check its path and that it is a text file' },
  'unknown-file-type': { what: 'only .yaml, .yml and .csv files can be checked' },
  'unknown-row': { what: 'no row of the register has the id {found}' },
  'day-too-early': {
    what: 'too little was published by {found} for a run',
    remedy: 'choose a day from {expected} on',
  },
  'figures-not-read': { what: 'your figures could not be read beside the register: {reason}' },
  'day-not-formed': { what: 'figures as of {found} could not be had: {reason}' },
  'unknown-quantity': {
    what: 'no quantity {found} was forecast twice; name metric, entity, product and year, such as “cowos_capacity TSMC 2026”',
  },
  'unknown-claim': { what: 'no statement has the id {found}' },
  'unknown-series': {
    what: 'no series is called {found}',
    remedy: 'chokepoint series --list names them all',
  },
  'unknown-figure': {
    what: 'no figure or series is called {found}',
    remedy: 'answers with --json give the address of every figure',
  },
  'address-form': {
    what: 'the address {found} cannot be read',
    remedy: 'write it as answers with --json give it, e.g. shipments/designer/NVIDIA/2027',
  },
  'address-parts': { what: 'the address has not the parts that its figure needs' },
  'address-change': {
    what: 'the address cannot change an input by {found}',
    remedy: 'write @input=number, or @input:factor:summand',
  },
  'address-with-change': {
    what: 'the sensitivity is that of a run as it is, and {found} changes inputs',
    remedy: 'leave out what follows @, or set a lever with --set',
  },
  'unknown-dimension': { what: '{name} is not given by {found}' },
  'member-elsewhere': {
    what: '{name}: there is no member {found}',
    remedy: 'name with --by the dimension that has it: {dimensions}',
  },
  'missing-member': { what: '{name} needs a member', remedy: 'name one with --member' },
  'unknown-period': { what: 'the period {found} is not known', remedy: 'it lies between {first} and {last}' },

  // Training runs
  'unknown-model': {
    what: 'no training run is called {found}',
    remedy: 'chokepoint train-cost --list names them all',
  },
  'figures-published-later': {
    what: 'the figures of {found} were published only on {expected}',
    remedy: 'choose a later day, or --history pseudo-real-time',
  },
  'training-size-missing': {
    what: 'nothing says how large the run is',
    remedy: 'name a published run, or give --active (or --parameters) and --tokens, or --flop, or --hours',
  },
  'accelerator-not-in-catalogue': {
    what: '{name} ran on {found}, which is not in the catalogue',
    remedy: 'name another with --accelerator',
  },
  'product-without-figure': {
    what: 'the {name} of {found} is not published',
    remedy: 'choose another precision or accelerator, or give it as an option where there is one',
  },

  // Model equations
  'not-finite': { what: '[{name}: ]the number is not finite' },
  'invalid-unit': { what: 'the unit {unit} cannot be read' },
  'unit-mismatch': { what: 'the units of {operation} do not agree' },
  'empty-sum': { what: 'a sum has no terms and no unit' },
  'not-whole': { what: '{name} is not a whole number' },
  'stock-without-next': { what: 'the stock {equation} is never given its next value' },
  cycle: {
    what: 'the equations depend on each other within one month: {found}',
    remedy: 'put a stock between them',
  },
  'foreign-reference': { what: '{name} belongs to another model' },
  'invalid-name': { what: '{name} cannot be a name' },
  'duplicate-name': { what: 'the name {name} is taken' },
  'duplicate-member': { what: 'the dimension {dimension} lists {name} twice' },
  'duplicate-dimension': { what: '{name} runs twice over the same dimension' },
  'missing-dimension': { what: '[{name} ]needs a member that is not at hand' },
  'wrong-members': { what: '{name} is asked for with the wrong members' },
  'unknown-member': { what: '[{name}: ]there is no member {found}' },
  'unknown-name': { what: 'nothing is called {found}' },

  // Distributions, correlations, sampling, allocation, beliefs
  'distribution-parameter-not-a-number': {
    what: '{name}: {parameter} of its {kind} distribution is not a number',
  },
  'distribution-parameter-out-of-range': {
    what: '{name}: {parameter} of its {kind} distribution is out of range',
  },
  'distribution-lengths-differ': { what: '{name}: {parameter} of its {kind} distribution differ in length' },
  'distribution-without-probability': { what: '{name}: its {kind} distribution leaves nothing to draw from' },
  'correlation-unknown-variable': { what: 'a correlation names {name}, which is no input' },
  'correlation-out-of-range': { what: 'the correlation of {a} and {b} is out of range' },
  'correlation-with-itself': { what: '{name} is correlated with itself' },
  'correlation-repeated': { what: 'the correlation of {a} and {b} is given twice' },
  'correlation-not-positive-definite': {
    what: 'the correlations among {names} contradict each other, seen at {name}',
    remedy: 'they agree when all are multiplied by {factor}',
  },
  'values-out-of-order': { what: '[{name}: ]the values are out of order' },
  'seed-out-of-range': { what: 'the seed is out of range' },
  'variable-repeated': { what: 'the input {name} is declared twice' },
  'sobol-dimensions-exhausted': {
    what: 'Sobol points have {dimensions} dimensions; {count} inputs, from {name} on, are drawn with Philox',
  },
  'worker-stopped': {
    what: 'a worker thread stopped ({reason}); {left} are left, and the draws are made all the same',
  },
  'allocation-lengths': { what: '{rule}: {name} has the wrong length' },
  'belief-set-twice': { what: 'the belief about {name} is set twice' },
  'input-without-belief': { what: 'the input {name} has no belief', remedy: 'give it rows or an assumption' },
  'missing-assumption': { what: 'there is no assumption {name}' },
} as const satisfies Readonly<Record<string, ProblemWording>>;

export type ProblemCode = keyof typeof problemsEn;

/** Answers of `validate`. */
export const validateEn = {
  'validate.ok.scenario':
    '{file}  is a valid scenario: {name}{levers, plural, =0 {} one {, # lever set} other {, # levers set}}{delays, plural, =0 {} one {, # plant delayed} other {, # plants delayed}}{removals, plural, =0 {} one {, # removal} other {, # removals}}',
  'validate.ok.data': '{file}  is valid: {rows, plural, one {# row} other {# rows}}',
  'validate.bad': '{file}  {problems, plural, one {# problem} other {# problems}}',
} as const;

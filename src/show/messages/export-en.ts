/** Help of `export`. */
export const exportEn = {
  'command.export': 'The model as source text, with the names of its equations as comments',
  'export.option.kernel':
    'c (vectorised C, for gcc with -ffp-contract=off), js (a JavaScript module) or wat (WebAssembly as text) (c)',
  'export.example.c': 'the whole model in C',
  'export.example.js': 'the model as of February 2025, in JavaScript',
  'export.example.wat': 'the whole model in the text format of WebAssembly',
  'export.example.csv': 'which input, table and output stands where in the arrays',
} as const;

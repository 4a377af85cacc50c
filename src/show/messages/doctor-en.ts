/** Answers of `doctor`. */
export const doctorEn = {
  'command.doctor':
    'whether this machine runs Chokepoint as it should, for when something looks wrong or slow',
  'doctor.example.plain':
    'the machine, the build, the figures, and that every way of computing gives the same',
  'doctor.example.json': 'the same to go with a report of a fault',
  'doctor.progress': 'Looking …',

  'doctor.head.well': 'Chokepoint {version} runs on this machine as it should.',
  'doctor.head.slower': 'Chokepoint {version} answers rightly on this machine, but could be faster.',
  'doctor.head.wrong': 'Chokepoint {version} does not run on this machine as it should.',
  'doctor.column.check': 'Check',
  'doctor.column.state': 'State',
  'doctor.column.found': 'Found',
  'doctor.state.well': 'ok',
  'doctor.state.slower': 'slower',
  'doctor.state.wrong': 'wrong',

  'doctor.check.machine': 'Machine',
  'doctor.check.vectors': 'Vectors',
  'doctor.check.build': 'Build',
  'doctor.check.figures': 'Figures',
  'doctor.check.scenarios': 'Scenarios',
  'doctor.check.backends': 'Arithmetic',
  'doctor.check.workers': 'Threads',

  'doctor.machine':
    'Node.js {node} on {platform}, {threads, plural, one {# thread} other {# threads}} side by side, {gigabytes} GB of memory (100,000 futures take about 0.3 GB)',
  'doctor.vectors.webassembly': 'futures are computed by vector instructions of WebAssembly',
  'doctor.vectors.javascript':
    'WebAssembly has no vector instructions here, so futures are computed in JavaScript: the same numbers, later. Node 20.19 or later has them unless started with options that take them away',
  'doctor.build.these':
    'made of these very figures: the first answer finds its beliefs formed and its model compiled',
  'doctor.build.others':
    'made of other figures or assumptions than those in data; answers are right but start later. Make it again: npm run build',
  'doctor.build.none':
    'nothing stands ready, so every answer forms its beliefs and compiles its model first. Build it: npm run build',
  'doctor.figures': '{rows} rows and {assumptions} assumptions, all read',
  'doctor.figures.wrong': 'cannot be read; take them anew from the package',
  'doctor.scenarios': '{valid} of {shipped} shipped scenarios are in order',
  'doctor.backends.same':
    '{draws} futures come out the same, to the last bit, in WebAssembly and in JavaScript',
  'doctor.backends.alone': 'only JavaScript runs here; there is nothing to hold it against',
  'doctor.backends.differ':
    '{draws} futures differ between WebAssembly and JavaScript. Please report it, with what chokepoint doctor --json prints',
  'doctor.workers.same':
    'the forecast of {draws} futures is the same on one thread and on {threads}; {seconds} s on {threads}',
  'doctor.workers.differ':
    'the forecast of {draws} futures differs between one thread and {threads}. Please report it, with what chokepoint doctor --json prints',
} as const;

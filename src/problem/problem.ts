/** Where a problem was found. Lines and columns count from one. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/**
 * One thing that is wrong, as data: its text in each language is a pure function of it (`src/show/problem-text.ts`).
 * `code` is stable and kebab-case; `params` fill the text (`expected`, `found`, `nearest`, `name`, …).
 */
export interface Problem {
  readonly code: string;
  readonly place?: Place;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Thrown with every problem of one input at once, never with the first only. */
export class ProblemError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => describePlainly(problem)).join('\n'));
    this.name = 'ProblemError';
    this.problems = problems;
  }
}

/** Language-free rendering for stack traces and logs; users read the catalogue's text instead. */
function describePlainly(problem: Problem): string {
  const { place } = problem;
  const where = place
    ? ` at ${[place.file, place.line, place.column].filter((part) => part !== undefined).join(':')}`
    : '';
  return `${problem.code}${where}: ${JSON.stringify(problem.params)}`;
}

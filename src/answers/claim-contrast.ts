import { nearestName } from '../problem/nearest-name.ts';
import { ProblemError } from '../problem/problem.ts';
import type { BilingualText } from '../model/lever.ts';
import type { Register } from '../register/index.ts';
import { openTable } from '../register/table.ts';

/** Statements that contradict each other or the record, to be read together. */
export interface ClaimContrast {
  readonly claims: readonly string[];
  readonly text: BilingualText;
}

/** Reads `data/claim-contrasts.csv`. Throws `ProblemError` with every problem: those of tables and `unknown-claim`. */
export function readClaimContrasts(text: string, file: string, register: Register): readonly ClaimContrast[] {
  const table = openTable(text, file, ['claims', 'text_en', 'text_ja']);
  const ids = register.claims.map(({ id }) => id);
  const contrasts = table.records.map((record): ClaimContrast => {
    const claims = record.required('claims').split('|').filter(Boolean);
    for (const found of claims.filter((id) => !ids.includes(id))) {
      const nearest = nearestName(found, ids);
      const params = { found, ...(nearest === undefined ? {} : { nearest }) };
      record.problemWithin('unknown-claim', 'claims', record.text('claims').indexOf(found), params);
    }
    return { claims, text: { en: record.required('text_en'), ja: record.required('text_ja') } };
  });
  if (table.problems.length > 0) throw new ProblemError(table.problems);
  return contrasts;
}

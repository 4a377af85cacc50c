import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../problem/problem.ts';
import { readRegister, REGISTER_FILES } from '../register/index.ts';
import { readClaimContrasts } from './claim-contrast.ts';
import { readClaimRules } from './claim-rule.ts';

const folder = fileURLToPath(new URL('../../data/', import.meta.url));
const register = readRegister(
  Object.fromEntries(REGISTER_FILES.map((name) => [name, readFileSync(folder + name, 'utf8')])),
);
const HEAD = 'claim,source,label_en,label_ja,formula,unit,comparison,against,tolerance,near,set\n';

/** Problems as `line:column code found`, without those of statements that the short file leaves out. */
function problemsOf(read: () => unknown): string[] {
  try {
    read();
    return [];
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problems
      .filter(({ code }) => code !== 'claim-without-rule')
      .map(({ code, place, params }) => `${place?.line}:${place?.column} ${code} ${params['found'] ?? ''}`);
  }
}

const rulesProblems = (rows: string): string[] =>
  problemsOf(() => readClaimRules(HEAD + rows, 'rules.csv', register));

describe('the rules of the statements', () => {
  it('are read, as shipped', () => {
    const rules = readClaimRules(
      readFileSync(`${folder}claim-rules.csv`, 'utf8'),
      'claim-rules.csv',
      register,
    );
    expect(new Set(rules.map(({ claim }) => claim)).size).toBe(101);
    // A rule that compares with the statement’s own figure needs a statement that has one.
    const figureless = rules.filter(
      ({ claim, against }) =>
        against?.some(({ text }) => text.startsWith('claim()')) &&
        register.claims.some(
          ({ id, low, value, high }) => id === claim && (low ?? value ?? high) === undefined,
        ),
    );
    expect(figureless).toEqual([]);
  });

  it('report everything wrong at once, each at its place', () => {
    const rows = [
      'amazon-2052,register,x,x,row(amzn-capex-2024),USD,=,,,,',
      'amazon-2025,registre,x,x,row(amzn-capex-2024),USD,=,,,,',
      'amazon-2025,register,x,,row(amzn-capex-2024) + row(amzn-capex-2O25-net),USD,=,,,,',
      'amazon-2025,register,x,x,row(amzn-capex-2024) +,USD,==,,,,',
      'amazon-2025,register,x,x,model(deepseek-v3; flop),USD//,=,,,,',
      'amazon-2025,register,x,x,median(metric=cpaex),USD,=,,0.3,0.1,',
      'amazon-2025,register,x,x,series(capex; buyer; amazon; 2025),USD,=,,few,,',
      'amazon-2025,register,x,x,row(amzn-capex-2024),USD,within,1,,,',
      'amazon-2025,model,x,x,claim(),USD,=,,,,',
      'amazon-2025,register,x,x,day(2025-02-30),date,=,claim(),,,',
    ];
    expect(rulesProblems(rows.join('\n'))).toEqual([
      '2:1 unknown-claim amazon-2052',
      '3:13 unknown-choice registre',
      '4:24 missing-value ',
      '4:48 unknown-row amzn-capex-2O25-net',
      '5:48 formula-syntax ',
      '5:53 unknown-choice ==',
      '6:26 unknown-choice flop',
      '6:51 unknown-unit USD//',
      '7:26 unknown-choice cpaex',
      '7:58 range-out-of-order 0.1',
      '8:26 wrong-source series',
      '8:68 not-a-number few',
      '9:58 formula-syntax 1',
      '10:23 wrong-source model',
      '11:26 not-a-date 2025-02-30',
    ]);
  });

  it('are missing for no statement', () => {
    const read = (): unknown => readClaimRules(`${HEAD}ap6b,no-row,x,x,,,,,,,`, 'rules.csv', register);
    expect(read).toThrow(ProblemError);
    expect(read).toThrow(/claim-without-rule at rules\.csv: \{"name":"amazon-2025"\}/u);
  });
});

describe('contrasts', () => {
  it('name statements that exist', () => {
    const text = readFileSync(`${folder}claim-contrasts.csv`, 'utf8');
    expect(readClaimContrasts(text, 'claim-contrasts.csv', register).length).toBeGreaterThan(5);
    const wrong = 'claims,text_en,text_ja\nap6b|ap6c,x,x\n';
    expect(problemsOf(() => readClaimContrasts(wrong, 'c.csv', register))).toEqual([
      '2:6 unknown-claim ap6c',
    ]);
  });
});

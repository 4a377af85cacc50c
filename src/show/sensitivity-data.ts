import type { FigureSensitivity, WorthKnowing } from '../answers/sensitivity/figure-sensitivity.ts';
import type { SensitivityAnswer } from '../answers/sensitivity/sensitivity.ts';
import type { CsvField } from './csv.ts';

/** Columns of the ranking as CSV: one row for each figure and group; what was not measured is empty. */
export const SENSITIVITY_COLUMNS = [
  'address',
  'figure',
  'members',
  'period_start',
  'period_end',
  'unit',
  'place',
  'group',
  'inputs',
  'assumed_inputs',
  'lead',
  'lead_clear',
  'rank_correlation',
  'pawn_median',
  'pawn_maximum',
  'mu_star',
  'mu_star_low',
  'mu_star_high',
  'mu',
  'sigma',
  'first',
  'first_low',
  'first_high',
  'total',
  'total_low',
  'total_high',
  'mean_at_p10',
  'mean_at_p90',
  'assumptions',
  'sources',
];

/** Rows in the order of `SENSITIVITY_COLUMNS`, what matters most first; groups measured together come last, as `*`. */
export function sensitivityFields({ figures, groups }: SensitivityAnswer): CsvField[][] {
  const abouts = new Map(groups.map((about) => [about.name, about]));
  return figures.flatMap((of) => {
    const { address, name, members, period, unit } = of.figure;
    const figure: CsvField[] = [address, name, members.join(' '), period.start, period.end, unit];
    const rows = of.groups.map(({ group, lead, screening, index, swing }, place): CsvField[] => {
      const about = abouts.get(group);
      return [
        ...figure,
        place + 1,
        group,
        about?.inputs,
        about?.basis.assumed ?? 0,
        lead.input,
        lead.clear ? 1 : 0,
        lead.rank,
        lead.pawn.median,
        lead.pawn.maximum,
        screening?.muStar.value,
        screening?.muStar.low,
        screening?.muStar.high,
        screening?.mu ?? undefined,
        screening?.sigma ?? undefined,
        ...indexFields(index),
        swing?.low.figure.mean,
        swing?.high.figure.mean,
        about?.assumptions.join(' '),
        about?.sources.join(' '),
      ];
    });
    const empty = (count: number): CsvField[] => Array.from({ length: count }, (): CsvField => undefined);
    if (of.rest)
      rows.push([...figure, rows.length + 1, '*', ...empty(12), ...indexFields(of.rest), ...empty(4)]);
    return rows;
  });
}

function indexFields(index: FigureSensitivity['rest']): CsvField[] {
  return [index?.first, index?.total].flatMap((share) => [share?.value, share?.low, share?.high]);
}

/** The answer for JSON: what is worth knowing with the ids of assumptions and the keys of rows that it rests on. */
export function sensitivityRecord(answer: SensitivityAnswer): Record<string, unknown> {
  return {
    ...answer,
    figures: answer.figures.map((of) => ({ ...of, learn: of.learn && learnRecord(of.learn) })),
  };
}

function learnRecord({ group, first, reason }: WorthKnowing): Record<string, unknown> {
  const { name, unit, basis, rule, p10, p50, p90, assumptions, sources } = reason;
  return {
    group,
    first,
    lead: {
      input: name,
      unit,
      p10,
      p50,
      p90,
      basis,
      rule,
      reason: reason.reason,
      assumptions: assumptions.map(({ id }) => id),
      sources: sources.map(({ key }) => key),
    },
  };
}

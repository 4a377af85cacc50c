import type { FigureSensitivity } from '../answers/sensitivity/figure-sensitivity.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { formatNumber } from './number-format.ts';
import type { SensitivityView } from './sensitivity-words.ts';
import { basisText, learnText, sensitivityNotes, shareText, valueText } from './sensitivity-words.ts';

/**
 * A section of the validation report, in Markdown: what each figure depends on and what it rests on, what would be worth
 * knowing, how it was found. `heading` are the marks of its heading: `##`.
 */
export function sensitivitySection(view: SensitivityView, language: Language, heading = '##'): string {
  const { answer } = view;
  return [
    `${heading} ${translate(language, 'sensitivity.section')}`,
    ...answer.figures.flatMap((of) => [
      `**${valueText(of, view, language)}**`,
      rankingTable(of, view, language),
      learnText(of, view, language),
    ]),
    ...sensitivityNotes(answer, language),
  ].join('\n\n');
}

function rankingTable(of: FigureSensitivity, { answer, top }: SensitivityView, language: Language): string {
  const abouts = new Map(answer.groups.map((about) => [about.name, about]));
  const columns = (['group', 'lead', 'rank', 'first', 'total', 'basis'] as const).map((column) =>
    translate(language, `sensitivity.column.${column}`),
  );
  const rows = of.groups
    .slice(0, top)
    .map(({ group, lead, index }) => [
      group,
      lead.clear ? lead.input : '',
      lead.clear ? formatNumber(lead.rank, { decimals: 2, signed: true }) : '·',
      shareText(index?.first, language),
      shareText(index?.total, language),
      basisText(abouts.get(group), language),
    ]);
  if (of.rest) {
    const count = answer.groups.length - answer.measured;
    const others = translate(language, 'sensitivity.rest', { count });
    rows.push([others, '', '', shareText(of.rest.first, language), shareText(of.rest.total, language), '']);
  }
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(columns), line(['---', '---', '---:', '---:', '---:', '---']), ...rows.map(line)].join('\n');
}

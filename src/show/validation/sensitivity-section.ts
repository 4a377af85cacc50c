import type { FigureSensitivity } from '../../answers/sensitivity/figure-sensitivity.ts';
import type { Language } from '../language.ts';
import { translate } from '../message.ts';
import { formatNumber } from '../number-format.ts';
import type { SensitivityView } from '../sensitivity-words.ts';
import {
  basisText,
  groupLines,
  learnText,
  sensitivityNotes,
  shareText,
  shownGroups,
  valueText,
} from '../sensitivity-words.ts';
import type { Column, Table } from '../table.ts';
import { markdownList, markdownTable } from './markdown.ts';

/** What each figure depends on and what it rests on, what would be worth knowing, and how it was found. */
export function sensitivitySection(view: SensitivityView, language: Language): string {
  const { answer } = view;
  return [
    `## ${translate(language, 'sensitivity.section')}`,
    ...answer.figures.flatMap((of) => [
      `**${valueText(of, view, language)}**`,
      markdownTable(ranking(of, view, language)),
      learnText(of, view, language),
    ]),
    translate(language, 'sensitivity.groups') + (language === 'ja' ? '：' : ':'),
    markdownList(groupLines(shownGroups(view), language)),
    markdownList(sensitivityNotes(answer, language)),
  ].join('\n\n');
}

function ranking(of: FigureSensitivity, { answer, top }: SensitivityView, language: Language): Table {
  const abouts = new Map(answer.groups.map((about) => [about.name, about]));
  const column = (name: 'group' | 'lead' | 'rank' | 'first' | 'total' | 'basis'): Column => ({
    title: translate(language, `sensitivity.column.${name}`),
    align: ['rank', 'first', 'total'].includes(name) ? 'right' : 'left',
  });
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
    const others = translate(language, 'sensitivity.rest', { count: answer.groups.length - answer.measured });
    rows.push([others, '', '', shareText(of.rest.first, language), shareText(of.rest.total, language), '']);
  }
  return {
    columns: (['group', 'lead', 'rank', 'first', 'total', 'basis'] as const).map(column),
    groups: [{ rows }],
  };
}

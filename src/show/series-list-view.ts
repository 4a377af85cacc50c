import type { ListedSeries } from '../answers/series.ts';
import type { SeriesDimension } from '../answers/series-catalogue.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { memberName } from './model-names.ts';
import type { Screen } from './screen.ts';
import { PROSE_WIDTH } from './screen.ts';
import { joinNames } from './series-view.ts';
import { padEnd, widthOf } from './text-width.ts';
import { indent, wrap } from './text-wrap.ts';
import { themeOf } from './theme.ts';
import { unitTitle } from './unit-name.ts';

/** Every series with its unit, what it means and its dimensions, then the members of each dimension once. */
export function renderSeriesList(list: readonly ListedSeries[], screen: Screen): string {
  const { language } = screen;
  const theme = themeOf(screen);
  const widest = Math.max(...list.map(({ name }) => widthOf(name)));
  const width = Math.max(30, Math.min(screen.width, PROSE_WIDTH + widest) - widest - 2);
  const lines = [theme.tone('strong', translate(language, 'series.list.title', { count: list.length }))];
  for (const series of list) {
    const unit = series.unit === '1' ? '%' : unitTitle(series.unit, language);
    const facts = [
      unit,
      translate(language, `series.overTime.${series.overTime}`),
      dimensionsText(series, language),
    ];
    const text = [
      ...wrap(series.meaning[language], width),
      ...wrap(facts.join(' · '), width).map((line) => theme.tone('secondary', line)),
    ];
    lines.push(
      '',
      ...indent(text, `${padEnd(series.name, widest)}  `).map((line, index) =>
        index === 0 ? theme.tone('strong', series.name) + line.slice(series.name.length) : line,
      ),
    );
  }
  lines.push(...membersByDimension(list, screen));
  return lines.join('\n');
}

function dimensionsText({ dimensions }: ListedSeries, language: Language): string {
  return dimensions
    .map(({ dimension, members }) => {
      const name = `--by ${dimension}`;
      return members.length > 1 ? `${name} (${members.length})` : name;
    })
    .join(language === 'ja' ? '、' : ', ');
}

/** Members of every dimension; where series differ, each list with the series that have it. */
function membersByDimension(list: readonly ListedSeries[], screen: Screen): string[] {
  const { language } = screen;
  const theme = themeOf(screen);
  const width = Math.min(screen.width, PROSE_WIDTH + 12);
  const groups = memberLists(list, language);
  const lines: string[] = [];
  for (const dimension of new Set(groups.map((group) => group.dimension))) {
    const lists = groups.filter((group) => group.dimension === dimension);
    lines.push('', theme.tone('strong', `--by ${dimension}`));
    for (const { series, text } of lists) {
      if (lists.length > 1) {
        const head = wrap(`${joinNames(series, language)}:`, width - 2);
        lines.push(...head.map((line) => theme.tone('secondary', `  ${line}`)));
      }
      lines.push(...indent(wrap(text, width - 4), lists.length > 1 ? '    ' : '  '));
    }
  }
  return lines;
}

interface MemberList {
  readonly dimension: SeriesDimension;
  /** Series that have exactly these members. */
  readonly series: string[];
  readonly text: string;
}

function memberLists(list: readonly ListedSeries[], language: Language): MemberList[] {
  const groups = new Map<string, MemberList>();
  for (const series of list) {
    for (const { dimension, members } of series.dimensions) {
      const names = new Map(members.map(({ member, name }) => [member, name]));
      const texts = members.map(({ member }) => {
        const name = memberName(dimension, member, names, language);
        return name === member ? member : `${member} (${name})`;
      });
      const text = joinNames(texts, language);
      const group = groups.get(`${dimension}: ${text}`) ?? { dimension, series: [], text };
      group.series.push(series.name);
      groups.set(`${dimension}: ${text}`, group);
    }
  }
  return [...groups.values()];
}

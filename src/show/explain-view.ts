import type { ExplainAnswer, ExplainedInput } from '../answers/explain.ts';
import { swingOf } from '../answers/explain.ts';
import type { ExplainNode } from '../answers/explain-tree.ts';
import { firstDay } from '../answers/period.ts';
import { formatAmount, formatRange, formatSpread } from './amount-format.ts';
import { renderTornado } from './bars.ts';
import { formatMonth, formatPeriod } from './date-format.ts';
import { amountOf, equationTexts, placeName, plainNumber, typeset } from './explain-equation.ts';
import { renderReasons } from './explain-sources.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import type { PlainMessageKey } from './message.ts';
import { modelDescription } from './model-description.ts';
import { memberName } from './model-names.ts';
import { formatNumber, formatPercent } from './number-format.ts';
import { figureFormat, seriesUnit } from './series-figure.ts';
import type { Screen } from './screen.ts';
import { PROSE_WIDTH } from './screen.ts';
import { indent, wrap } from './text-wrap.ts';
import { formatViewDay } from './view-day.ts';
import { themeOf } from './theme.ts';
import type { RunAbout } from '../answers/run-about.ts';

/** An explanation with what a reader needs to know of the run behind it. */
export interface ExplainView extends RunAbout {
  readonly answer: ExplainAnswer;
  /** Names of products and buyers by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly depth: number;
  /** Every input and every row. */
  readonly all: boolean;
}

const INPUTS_SHOWN = 15;
const BARS_SHOWN = 10;
const LEAST_WEIGHT = 0.02;
/** Terms of a figure made of others: more than so many are cut to the first few. */
const MOST_TERMS = 8;
const TERMS_SHOWN = 4;

/** A figure: its range, its months, its equations, what moves it, and what it rests on. */
export function renderExplanation(view: ExplainView, screen: Screen): string {
  const { answer } = view;
  const { language } = screen;
  const theme = themeOf(screen);
  const width = Math.min(screen.width, PROSE_WIDTH);
  const quiet = (text: string): string[] => wrap(text, width).map((line) => theme.tone('secondary', line));
  const section = (title: string): string[] => ['', theme.tone('strong', title)];
  const month = formatMonth(firstDay(answer.startYear, answer.period.last), language);
  return [
    ...wrap(titleText(view, language), screen.width).map((line) => theme.tone('accent', line)),
    ...quiet(meaningOf(answer, language)),
    ...wrap(rangeText(view, language), width),
    ...endLines(answer, language).flatMap((text) => wrap(text, width)),
    ...quiet(runText(view, language)),
    ...section(translate(language, madeOf(answer))),
    ...wrap(
      answer.terms.length > 0 ? termsText(answer, language) : monthsText(answer, language),
      screen.width - 2,
    ).map((line) => `  ${line}`),
    ...section(translate(language, 'explain.tree', { month })),
    ...quiet(translate(language, 'explain.tree.note', { deeper: view.depth + 3 })),
    '',
    ...renderTree(answer, screen),
    ...tornado(answer, screen),
    ...inputSection(view, screen),
  ].join('\n');
}

/** Name, member and period of a figure, and its value. */
export function titleText({ answer, names }: ExplainView, language: Language): string {
  const { dimension, members, period } = answer;
  const name = (member: string): string =>
    dimension === null ? member : memberName(dimension, member, names, language);
  const title = [answer.name, ...(members.length > 0 ? [members.map(name).join(', ')] : [])].join(' · ');
  return translate(language, 'explain.title', {
    series: title,
    period: formatPeriod(period.start, period.end, language),
    // Of a share the mean over draws is the figure; one run alone says little.
    value: figure(
      isShare(answer) && answer.draw === null ? answer.range.mean : answer.value,
      answer.unit,
      language,
    ),
  });
}

/** A number of the model has the model's own description; a series or a figure made of series has its meaning. */
function meaningOf({ name, meaning, dimension, overTime }: ExplainAnswer, language: Language): string {
  const isScalar = dimension === null && overTime !== null;
  return isScalar ? modelDescription(name, meaning[language], language) : meaning[language];
}

function isShare({ unit }: ExplainAnswer): boolean {
  return unit === '1';
}

/** A figure with its unit; dimensionless ones are shares. */
function figure(value: number, unit: string, language: Language): string {
  return unit === '1' ? formatPercent(value, { decimals: 0 }) : formatAmount(value, unit, language);
}

/** The figure over draws, and what share of its variance is assumed. */
export function rangeText({ answer, draws }: ExplainView, language: Language): string {
  const { range, assumed, value, draw, unit } = answer;
  const share = Math.round(assumed * 100);
  const common = { draws: formatNumber(draws), share };
  const median = figure(isShare(answer) ? range.mean : range.p50, unit, language);
  const spread = formatRange(range.p10, range.p90, unit, language, { significant: 3 });
  if (draw !== null) {
    const about = { ...common, draw: draw + 1, median };
    return isShare(answer)
      ? translate(language, 'explain.range.draw.mean', about)
      : translate(language, 'explain.range.draw', { ...about, range: spread });
  }
  if (isShare(answer)) {
    return translate(language, 'explain.range.mean', { ...common, value: figure(value, unit, language) });
  }
  return translate(language, 'explain.range', { ...common, median, range: spread });
}

/** When a shortage ends, over the futures short in its first month. */
export function endLines({ end, period }: ExplainAnswer, language: Language): string[] {
  if (end === null) return [];
  const month = (day: string | null): string =>
    day === null
      ? translate(language, 'explain.end.after', { month: formatMonth(period.end, language, 'short') })
      : translate(language, 'explain.end.by', { month: formatMonth(day, language, 'short') });
  return [
    translate(language, 'explain.end', {
      share: formatPercent(end.shortNow, { decimals: 0 }),
      p10: month(end.p10),
      p50: month(end.p50),
      p90: month(end.p90),
    }),
  ];
}

function runText(view: ExplainView, language: Language): string {
  const { answer, scenario, seed } = view;
  const run = translate(language, 'explain.run', {
    scenario,
    date: formatViewDay(view, language),
    seed,
  });
  const { held, moved } = answer.change;
  const changes = [
    ...held.map(({ input, value }) => `${input} = ${value}`),
    ...moved.map(({ input, factor, plus }) =>
      [input, ...(factor === 1 ? [] : [`× ${factor}`]), ...(plus === 0 ? [] : [`+ ${plus}`])].join(' '),
    ),
  ];
  return changes.length === 0
    ? run
    : `${run} ${translate(language, 'explain.changed', { changes: changes.join(', ') })}`;
}

/** How a figure is made: of its months, or of others. */
export function madeOf({ terms, overTime }: ExplainAnswer): PlainMessageKey {
  return terms.length > 0 ? 'explain.terms' : `explain.months.${overTime ?? 'last'}`;
}

/** Figures that another is made of: the arithmetic, then each with its value. */
function termsText({ terms, equation, name }: ExplainAnswer, language: Language): string {
  const shown = terms.length > MOST_TERMS ? terms.slice(0, TERMS_SHOWN) : terms;
  const more = terms.length - shown.length;
  const lines = shown.map(
    ({ address, value, unit }) =>
      `${address} = ${unit === '1' ? plainNumber(value, language) : formatAmount(value, unit, language)}`,
  );
  return [
    `${name} = ${typeset(equation)}`,
    ...lines,
    ...(more > 0 ? [translate(language, 'explain.equation.more', { count: more })] : []),
  ].join('\n');
}

/** Months of a figure of a series, and what is made of them. */
export function monthsText({ months, overTime, measured, above }: ExplainAnswer, language: Language): string {
  const { unit, value } = measured;
  const largest = Math.max(value, ...months.map((month) => month.value));
  const { figure: short } = figureFormat(largest, unit, language);
  const terms = months.map((month) => `${formatMonth(month.start, language, 'short')} ${short(month.value)}`);
  const test = above === null ? '' : `; ${translate(language, 'explain.tree.above', { threshold: above })}`;
  if (months.length === 1) return terms.join('') + test;
  const result = overTime === 'sum' ? `${terms.join(' + ')} =` : `${terms.join(', ')} →`;
  return `${result} ${short(value)}${test}`;
}

/** What the last month is made of, then each part below its equation. */
function renderTree(answer: ExplainAnswer, screen: Screen): string[] {
  const { language } = screen;
  const numbers = new Map(answer.inputs.map(({ name }, index) => [name, index + 1]));
  const lines: string[] = [];
  const { scalars, factor, above, tree, startYear } = answer;
  if (answer.terms.length === 0 && (scalars.length > 1 || factor !== 1 || above !== null)) {
    const sum = tree.flatMap((node, index) => (index === 0 ? [node] : [' + ', node]));
    const { named, numbered } = equationTexts(sum, language);
    const more = [
      ...(factor === 1 ? [] : [translate(language, 'explain.tree.times', { factor: formatNumber(factor) })]),
      ...(above === null ? [] : [translate(language, 'explain.tree.above', { threshold: above })]),
    ];
    const texts = [[named, ...more].join(', '), numbered];
    lines.push(...texts.flatMap((text) => indent(wrap(text, screen.width - 2), '= ')));
  }
  for (const node of tree) lines.push(...renderNode(node, '', { screen, numbers, startYear }));
  return lines;
}

interface TreePlace {
  readonly screen: Screen;
  /** Inputs by name, as the list below counts them. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly startYear: number;
}

/** One number with its equation, and below it what matters of its parts. */
function renderNode(node: ExplainNode, margin: string, place: TreePlace): string[] {
  const { screen, startYear } = place;
  const { language } = screen;
  const theme = themeOf(screen);
  const width = Math.max(30, screen.width - margin.length);
  if (node.end === 'input') {
    return node.weight < LEAST_WEIGHT ? [] : indent(wrap(inputText(node, place), width - 2), `${margin}  `);
  }
  if (node.end !== 'explained') return [];
  const last = node.same.at(-1) ?? node;
  const when = momentText(node, last, startYear, language);
  const head = `${[node, ...visible(node.same)].map(placeName).join(' = ')} = ${amountOf(node, language)}`;
  const about = `${when} · ${modelDescription(node.name, node.description, language)}`;
  const { named, numbered } = equationTexts(node.pieces, language);
  const equation = [named, numbered].flatMap((text) => indent(wrap(text, width - 4), '  = '));
  const earlier = node.earlier.map(({ month, value }) => {
    const name = formatMonth(firstDay(startYear, month), language, 'short');
    return `${name} ${plainNumber(value, language)}`;
  });
  return [
    ...wrap(head, width).map((line) => theme.tone('strong', margin + line)),
    ...wrap(about, width - 2).map((line) => theme.tone('secondary', `${margin}  ${line}`)),
    ...equation.map((line) => margin + line),
    ...(earlier.length === 0
      ? []
      : wrap(translate(language, 'explain.node.earlier', { values: earlier.join(', ') }), width - 2).map(
          (line) => theme.tone('secondary', `${margin}  ${line}`),
        )),
    ...node.parts.flatMap((part) => renderNode(part, `${margin}  `, place)),
  ];
}

/** Names a number passes through, without the inner parts of delays. */
function visible(same: ExplainNode['same']): ExplainNode['same'] {
  return same.filter(({ name }) => !name.includes(': '));
}

/** The month that a number is of, and the one that its equation takes. */
export function momentText(
  node: ExplainNode,
  last: Pick<ExplainNode, 'kind' | 'moment' | 'month'>,
  startYear: number,
  language: Language,
): string {
  const month = formatMonth(firstDay(startYear, last.month), language, 'short');
  const own = formatMonth(firstDay(startYear, node.month), language, 'short');
  if (last.kind !== 'stock' || last.moment === 'closing') return own === month ? month : `${own} ← ${month}`;
  const key = last.month > 0 ? 'explain.node.opening' : 'explain.node.first';
  const opening = translate(language, key, { month });
  return own === month ? opening : `${own} ← ${opening}`;
}

function inputText(node: ExplainNode, { screen, numbers }: TreePlace): string {
  const name = (node.same.at(-1) ?? node).name;
  const number = numbers.get(name);
  return `${[node, ...visible(node.same)].map(placeName).join(' = ')} = ${amountOf(node, screen.language)}${number === undefined ? '' : ` [${number}]`}`;
}

/** Figures of the series without their unit, all in one scale. */
function shortFigure(answer: ExplainAnswer, language: Language): (value: number) => string {
  const ends = answer.inputs.flatMap(({ atP10, atP90 }) => [Math.abs(atP10), Math.abs(atP90)]);
  const { value, unit } = answer.measured;
  return figureFormat(Math.max(Math.abs(value), ...ends), unit, language).figure;
}

function tornado(answer: ExplainAnswer, screen: Screen): string[] {
  const { language } = screen;
  const moving = answer.inputs.filter((input) => swingOf(input) > 0).slice(0, BARS_SHOWN);
  if (moving.length === 0) return [];
  const format = shortFigure(answer, language);
  const swings = moving.map((input) => ({ label: input.name, low: input.atP10, high: input.atP90 }));
  const chart = renderTornado(
    { swings, base: answer.measured.value, baseText: format(answer.measured.value), format },
    screen,
  );
  const unit = seriesUnit(answer.measured.unit, language);
  const title = translate(language, unit === '' ? 'explain.tornado' : 'explain.tornado.unit', { unit });
  return ['', ...wrap(title, screen.width).map((line) => themeOf(screen).tone('strong', line)), chart];
}

function inputSection({ answer, all }: ExplainView, screen: Screen): string[] {
  const { language } = screen;
  const theme = themeOf(screen);
  const width = Math.min(screen.width, PROSE_WIDTH);
  const live = answer.inputs.filter(({ basis }) => basis !== 'rest');
  const resting = answer.inputs.length - live.length;
  const shown = all ? live : live.slice(0, INPUTS_SHOWN);
  const say = shortFigure(answer, language);
  const note =
    shown.length === live.length
      ? translate(language, 'explain.inputs.noteAll', { count: live.length })
      : translate(language, 'explain.inputs.note', { shown: shown.length, count: live.length });
  const rest = resting === 0 ? '' : translate(language, 'explain.rest', { count: resting });
  return [
    '',
    theme.tone('strong', translate(language, 'explain.inputs')),
    ...wrap(note, width).map((line) => theme.tone('secondary', line)),
    ...shown.flatMap((input, index) => [''].concat(renderInput(input, index + 1, say, all, screen))),
    ...(rest === '' ? [] : ['', ...wrap(rest, width).map((line) => theme.tone('secondary', line))]),
  ];
}

function renderInput(
  input: ExplainedInput,
  number: number,
  say: (value: number) => string,
  all: boolean,
  screen: Screen,
): string[] {
  const { language } = screen;
  const theme = themeOf(screen);
  const width = Math.max(30, screen.width - 4);
  const label = `${String(number).padStart(2)}  `;
  const basis = translate(language, `explain.basis.${input.basis}`);
  const moves =
    swingOf(input) === 0
      ? translate(language, 'explain.input.still')
      : translate(language, 'explain.input.moves', { low: say(input.atP10), high: say(input.atP90) });
  const fixed = input.p10 === input.p90;
  const numbers = [distributionText(input, language), ...(fixed ? [] : [moves])].join(' · ');
  return [
    ...indent(wrap(`${input.name} · ${basis}`, width), label).map((line) => theme.tone('strong', line)),
    ...wrap(modelDescription(input.name, input.description, language), width).map((line) =>
      theme.tone('secondary', `    ${line}`),
    ),
    ...wrap(numbers, width).map((line) => `    ${line}`),
    ...renderReasons(input, all, screen).map((line) => `    ${line}`),
  ];
}

/** What an input is drawn from: median and P10 to P90. */
export function distributionText({ p10, p50, p90, unit }: ExplainedInput, language: Language): string {
  if (p10 === p90) {
    return translate(language, 'explain.input.fixed', { median: amountOf({ value: p50, unit }, language) });
  }
  return formatSpread({ low: p10, median: p50, high: p90 }, unit, language, { significant: 3 });
}

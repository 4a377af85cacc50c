import type { CostExplanation, CostNode } from '../answers/explain-cost.ts';
import type { InputExplanation } from '../answers/explain-input.ts';
import type { CsvField } from './csv.ts';
import { formatSpread } from './amount-format.ts';
import { formatDay } from './date-format.ts';
import { amountOf, plainNumber, typeset } from './explain-equation.ts';
import { inputRecord } from './explain-data.ts';
import { renderReasons } from './explain-sources.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { modelDescription } from './model-description.ts';
import { formatNumber } from './number-format.ts';
import type { Screen } from './screen.ts';
import { PROSE_WIDTH } from './screen.ts';
import { indent, wrap } from './text-wrap.ts';
import { themeOf } from './theme.ts';

/** Of one input. */
export const FEW_SOURCES = 2;

/** A cost with its equations, down to inputs and who published them. */
export function renderCost(answer: CostExplanation, screen: Screen): string {
  const { language } = screen;
  const theme = themeOf(screen);
  const { figure } = answer;
  const width = Math.min(screen.width, PROSE_WIDTH);
  return [
    ...wrap(`${answer.address}: ${amountOf(figure, language)}`, screen.width).map((line) =>
      theme.tone('accent', line),
    ),
    ...wrap(costRange(answer, language), width).map((line) => theme.tone('secondary', line)),
    '',
    ...nodeLines(figure, '', screen),
  ].join('\n');
}

/** Median and range of a cost, and from which draws. */
export function costRange({ figure, range, draw, draws, asOf }: CostExplanation, language: Language): string {
  const spread = formatSpread({ low: range.p10, median: range.p50, high: range.p90 }, figure.unit, language, {
    significant: 3,
  });
  return translate(language, draw === null ? 'explain.cost.range' : 'explain.cost.draw', {
    draws: formatNumber(draws),
    spread,
    draw: (draw ?? 0) + 1,
    date: formatDay(asOf, language),
  });
}

/** The equation of a number with names, and with numbers in their place; none of one that is given. */
export function costEquations({ equation, substituted }: CostNode, language: Language): string[] {
  if (equation === '') return [];
  const numbered = substituted.replaceAll(/\d+(?:\.\d+)?(?:e[+-]?\d+)?/gu, (number) =>
    plainNumber(Number(number), language),
  );
  return [equation, numbered].map(typeset);
}

/** What an input of a cost rests on, in words; its sources stand apart. */
export function costBasis(input: CostNode['input'], language: Language): string {
  if (input === null) return translate(language, 'explain.cost.given');
  const { basis, reason, p10, p90, unit } = input;
  const range =
    p10 === p90
      ? []
      : [`${amountOf({ value: p10, unit }, language)} … ${amountOf({ value: p90, unit }, language)}`];
  return [translate(language, `train.basis.${basis}`), ...range, reason[language]].join(' · ');
}

function nodeLines(node: CostNode, margin: string, screen: Screen): string[] {
  const { language } = screen;
  const theme = themeOf(screen);
  const width = Math.max(30, screen.width - margin.length);
  const head = wrap(`${node.name} = ${amountOf(node, language)}`, width).map((line) =>
    theme.tone('strong', margin + line),
  );
  if (node.equation === '') {
    const sources = (node.input?.sources ?? [])
      .slice(0, FEW_SOURCES)
      .map(({ publisher, published, url }) => [publisher, published, url].join(' '));
    const text = [costBasis(node.input, language), ...sources].join(' · ');
    return [...head, ...wrap(text, width - 2).map((line) => theme.tone('secondary', `${margin}  ${line}`))];
  }
  return [
    ...head,
    ...costEquations(node, language).flatMap((text) =>
      indent(wrap(text, width - 4), '  = ').map((line) => margin + line),
    ),
    ...node.parts.flatMap((part) => nodeLines(part, `${margin}  `, screen)),
  ];
}

/** Columns of a cost as CSV: a row for each number. */
export const COST_COLUMNS = ['name', 'unit', 'value', 'equation', 'substituted', 'basis', 'sources'] as const;

export function costFields({
  name,
  unit,
  value,
  equation,
  substituted,
  parts,
  input,
}: CostNode): CsvField[][] {
  const sources = input?.sources.map(({ key }) => key).join(' | ');
  return [
    [name, unit, value, equation, substituted, input?.basis, sources],
    ...parts.flatMap((part) => costFields(part)),
  ];
}

/** A cost as plain data; draws count from 1. */
export function costRecord({ draw, ...rest }: CostExplanation): Record<string, unknown> {
  return { ...rest, draw: draw === null ? null : draw + 1 };
}

/** One input of the model: what it is, its range, and what it rests on. */
export function renderInput(input: InputExplanation, screen: Screen): string {
  const { language } = screen;
  const theme = themeOf(screen);
  const { p10, p50, p90, unit } = input;
  const range =
    p10 === p90
      ? translate(language, 'explain.input.fixed', { median: amountOf({ value: p50, unit }, language) })
      : formatSpread({ low: p10, median: p50, high: p90 }, unit, language, { significant: 3 });
  const basis = translate(language, `explain.basis.${input.basis}`);
  return [
    theme.tone('accent', `${input.name} · ${basis}: ${amountOf({ value: input.value, unit }, language)}`),
    ...wrap(modelDescription(input.name, input.description, language), screen.width).map((line) =>
      theme.tone('secondary', line),
    ),
    range,
    '',
    ...renderReasons(input, true, screen),
  ].join('\n');
}

/** The same as plain data. */
export function inputExplanationRecord({ draw, ...input }: InputExplanation): Record<string, unknown> {
  return { ...inputRecord(input), draw: draw === null ? null : draw + 1 };
}

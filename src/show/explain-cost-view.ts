import type { CostExplanation, CostNode } from '../answers/explain-cost.ts';
import type { InputExplanation } from '../answers/explain-input.ts';
import type { SourcedInput } from '../answers/train-cost.ts';
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

/** A cost with its equations, down to inputs and who published them. */
export function renderCost(answer: CostExplanation, screen: Screen): string {
  const { language } = screen;
  const theme = themeOf(screen);
  const { figure, range, draw } = answer;
  const width = Math.min(screen.width, PROSE_WIDTH);
  const spread = formatSpread({ low: range.p10, median: range.p50, high: range.p90 }, figure.unit, language, {
    significant: 3,
  });
  const key = draw === null ? 'explain.cost.range' : 'explain.cost.draw';
  const about = translate(language, key, {
    draws: formatNumber(answer.draws),
    spread,
    draw: (draw ?? 0) + 1,
    date: formatDay(answer.asOf, language),
  });
  return [
    ...wrap(`${answer.address}: ${amountOf(figure, language)}`, screen.width).map((line) =>
      theme.tone('accent', line),
    ),
    ...wrap(about, width).map((line) => theme.tone('secondary', line)),
    '',
    ...nodeLines(figure, '', screen),
  ].join('\n');
}

function nodeLines(node: CostNode, margin: string, screen: Screen): string[] {
  const { language } = screen;
  const theme = themeOf(screen);
  const width = Math.max(30, screen.width - margin.length);
  const head = wrap(`${node.name} = ${amountOf(node, language)}`, width).map((line) =>
    theme.tone('strong', margin + line),
  );
  if (node.equation === '') {
    const text =
      node.input === null ? translate(language, 'explain.cost.given') : restsOn(node.input, language);
    return [...head, ...wrap(text, width - 2).map((line) => theme.tone('secondary', `${margin}  ${line}`))];
  }
  const numbered = node.substituted.replaceAll(/\d+(?:\.\d+)?(?:e[+-]?\d+)?/gu, (number) =>
    plainNumber(Number(number), language),
  );
  return [
    ...head,
    ...[node.equation, numbered].flatMap((text) =>
      indent(wrap(typeset(text), width - 4), '  = ').map((line) => margin + line),
    ),
    ...node.parts.flatMap((part) => nodeLines(part, `${margin}  `, screen)),
  ];
}

/** Basis, reason and sources of an input in one text. */
function restsOn({ basis, reason, sources, p10, p90, unit }: SourcedInput, language: Language): string {
  const range =
    p10 === p90
      ? []
      : [`${amountOf({ value: p10, unit }, language)} … ${amountOf({ value: p90, unit }, language)}`];
  return [
    translate(language, `train.basis.${basis}`),
    ...range,
    reason[language],
    ...sources.slice(0, 2).map(({ publisher, published, url }) => [publisher, published, url].join(' ')),
  ].join(' · ');
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

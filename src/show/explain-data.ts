import type { ExplainAnswer, ExplainedInput } from '../answers/explain.ts';
import type { ExplainNode } from '../answers/explain-tree.ts';
import type { InputReason, Source } from '../answers/explain-inputs.ts';
import { inputAddress } from '../answers/figure/figure-address.ts';
import type { SpreadRecord } from '../beliefs/belief.ts';
import { firstDay } from '../answers/period.ts';
import type { CsvField } from './csv.ts';
import { factRecord } from './facts-data.ts';

/** Columns of an explanation as CSV: each input once for every row, product or assumption that it rests on. */
export const EXPLAIN_COLUMNS = [
  'input',
  'unit',
  'basis',
  'p10',
  'p50',
  'p90',
  'figure_at_p10',
  'figure_at_p90',
  'rule',
  'source',
  'id',
  'published',
  'publisher',
  'low',
  'value',
  'high',
  'source_unit',
  'quote',
  'url',
  'reason',
] as const;

/** Rows of the inputs in the order of `EXPLAIN_COLUMNS`, what moves the figure most first. */
export function explainFields(answer: ExplainAnswer): CsvField[][] {
  return answer.inputs.flatMap((input) => {
    const { name, unit, basis, p10, p50, p90, atP10, atP90, rule } = input;
    const head: CsvField[] = [name, unit, basis, p10, p50, p90, atP10, atP90, rule.en];
    const tails = [
      ...input.sources.map(sourceFields),
      ...input.assumptions.map(assumptionFields),
      ...(input.record?.largest ?? []).map(missFields),
    ];
    if (tails.length === 0) tails.push(['', '', '', '', '', '', '', '', '', '', input.reason.en]);
    return tails.map((tail) => head.concat(tail));
  });
}

function sourceFields(source: Source): CsvField[] {
  if (source.kind === 'product') {
    const { id, knownSince, sourceTitles, sourceUrls } = source.product;
    const titles = sourceTitles.join(' | ');
    return ['product', id, knownSince, titles, '', '', '', '', '', sourceUrls.join(' | '), ''];
  }
  const { id, published, publisher, low, value, high, unit, quote, url, note } = source.row;
  return ['row', id, published, publisher, low, value, high, unit, quote, url, note];
}

function assumptionFields(assumption: ExplainedInput['assumptions'][number]): CsvField[] {
  const { id, knownSince, low, mode, high, dates, unit, derivedFrom, reason } = assumption;
  const numbers: CsvField[] = dates ? [...dates] : [low, mode, high];
  return ['assumption', id, knownSince, 'assumed', ...numbers, unit, '', derivedFrom, reason.en];
}

/** One of the largest past errors behind a spread; its value is the natural logarithm of what was said over what came. */
function missFields({ target, day, error }: SpreadRecord['largest'][number]): CsvField[] {
  return ['past error', target, day, '', '', error, '', 'ln', '', '', ''];
}

/** The whole answer for JSON: months as ISO days, equations as texts with names and with numbers. */
export function explainRecord(answer: ExplainAnswer): Record<string, unknown> {
  const { tree, inputs, startYear, scalars, draw, ...rest } = answer;
  return {
    ...rest,
    draw: draw === null ? null : draw + 1,
    scalars: scalars.map(({ name, value, unit }) => ({ name, unit, value })),
    tree: tree.map((node) => nodeRecord(node, startYear)),
    inputs: inputs.map(inputRecord),
  };
}

function nodeRecord(node: ExplainNode, startYear: number): Record<string, unknown> {
  const { name, moment, unit, value, kind, description, weight, end, equation, pieces, from } = node;
  const texts = (number: (piece: Exclude<(typeof pieces)[number], string>) => string): string =>
    pieces.map((piece) => (typeof piece === 'string' ? piece : number(piece))).join('');
  return {
    name,
    month: firstDay(startYear, node.month),
    ...(kind === 'stock' ? { moment } : {}),
    kind,
    unit,
    value,
    description,
    weight,
    end,
    same: node.same.map((other) => ({ name: other.name, month: firstDay(startYear, other.month) })),
    ...(end === 'explained'
      ? {
          equation,
          equationMonth: firstDay(startYear, from),
          reduced: texts((piece) => piece.name),
          numbers: texts((piece) => String(piece.value)),
          earlier: node.earlier.map((each) => ({ ...each, month: firstDay(startYear, each.month) })),
          parts: node.parts.map((part) => nodeRecord(part, startYear)),
        }
      : {}),
  };
}

/** What an input rests on, its sources as rows of the register. */
export function inputRecord({ sources, outliers, ...rest }: InputReason): Record<string, unknown> {
  return {
    address: inputAddress(rest.name),
    ...rest,
    sources: sources.map(sourceRecord),
    ...(outliers && {
      outliers: outliers.map(({ source, ...outlier }) => ({ ...outlier, ...sourceRecord(source) })),
    }),
  };
}

function sourceRecord(source: Source): Record<string, unknown> {
  return source.kind === 'row'
    ? { source: 'row', ...factRecord(source.row, undefined) }
    : { source: 'product', ...source.product };
}

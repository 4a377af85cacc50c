import type { SourcedInput, TrainingAnswer } from '../answers/train-cost.ts';
import type { TrainingBasis } from '../answers/training-inputs.ts';
import type { TrainingSource } from '../answers/training-sources.ts';
import { formatAmount } from './amount-format.ts';
import { formatDay } from './date-format.ts';
import { amountText } from './facts-view.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import type { Screen } from './screen.ts';
import { renderTable } from './table.ts';
import type { Cell, Table } from './table.ts';
import { themeOf } from './theme.ts';
import { inputText, sourceName } from './train-figures.ts';

/** Every input of a run with its range, and who published it or why it is assumed. No newline at the end. */
export function renderTrainingInputs(answer: TrainingAnswer, screen: Screen): string {
  const { language } = screen;
  return [
    themeOf(screen).tone('strong', translate(language, 'train.inputs.title')),
    renderTable(trainInputsTable(answer, language), screen),
  ].join('\n');
}

/** Every input with its range and grounds. */
export function trainInputsTable(answer: TrainingAnswer, language: Language): Table {
  const fixed: Cell[][] = [
    [
      translate(language, 'train.input.product'),
      answer.product.name,
      translate(language, `train.basis.${answer.productBasis}`),
    ],
    [
      translate(language, 'train.input.precision'),
      translate(language, `train.precision.${answer.precision}`),
      translate(language, `train.basis.${answer.precisionBasis}`),
    ],
  ];
  const rows = answer.inputs.map((input): Cell[] => [
    translate(language, `train.input.${input.name}`),
    inputText(input, language),
    { text: groundsText(input, language), tone: 'secondary' },
  ]);
  return {
    columns: [
      { title: translate(language, 'train.inputs.name'), wraps: true, minimum: 14, maximum: 30 },
      { title: translate(language, 'train.inputs.value'), wraps: true, minimum: 14, maximum: 34 },
      { title: translate(language, 'train.inputs.basis'), wraps: true, minimum: 24 },
    ],
    groups: [{ rows: [...fixed, ...rows] }],
  };
}

/** Inputs for which what they are says more than who published it. */
const WITH_REASON: ReadonlySet<TrainingBasis> = new Set(['assumed', 'derived']);

function groundsText(input: SourcedInput, language: Language): string {
  const basis = translate(language, `train.basis.${input.basis}`);
  if (input.basis === 'given') return basis;
  const colon = language === 'ja' ? ':' : ': ';
  const isReasoned = WITH_REASON.has(input.basis) || input.sources.length === 0;
  const grounds = isReasoned ? input.reason[language] : sourceText(input.sources, language);
  // A published figure whose error is assumed says so.
  const error = !isReasoned && input.p10 !== input.p90 && input.basis === 'estimated';
  return [basis, grounds].join(colon) + (error ? ` · ${input.reason[language]}` : '');
}

function sourceText(sources: readonly TrainingSource[], language: Language): string {
  const [latest] = sources;
  if (!latest) return '';
  const about = {
    publisher: sourceName(latest.publisher, latest.published),
    date: formatDay(latest.published, language, 'short'),
  };
  return sources.length === 1
    ? translate(language, 'train.source', about)
    : translate(language, 'train.source.more', { ...about, count: sources.length - 1 });
}

/** Figures about the run as their publishers gave them; empty where there are none. */
export function renderPublished(answer: TrainingAnswer, screen: Screen): string {
  const { language } = screen;
  const { model, published } = answer;
  const rows = published.map((row): Cell[] => [
    amountText(row, language),
    { text: row.quote, tone: 'secondary' },
    translate(language, 'train.source', {
      publisher: row.publisher,
      date: formatDay(row.published, language, 'short'),
    }),
  ]);
  if (model?.costEstimate !== undefined) {
    rows.push([
      formatAmount(model.costEstimate, 'USD', language),
      { text: translate(language, 'train.published.estimate'), tone: 'secondary' },
      translate(language, 'train.source', {
        publisher: sourceName(model.source, model.figuresPublished),
        date: formatDay(model.figuresPublished, language, 'short'),
      }),
    ]);
  }
  if (rows.length === 0) return '';
  const columns = [
    { title: translate(language, 'train.published.figure'), wraps: true, minimum: 12, maximum: 28 },
    { title: translate(language, 'train.published.said'), wraps: true, minimum: 24 },
    { title: translate(language, 'train.published.who'), wraps: true, minimum: 16, maximum: 34 },
  ];
  return [
    themeOf(screen).tone('strong', translate(language, 'train.published.title')),
    renderTable({ columns, groups: [{ rows }] }, screen),
  ].join('\n');
}

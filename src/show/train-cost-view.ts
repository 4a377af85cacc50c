import { explainHint } from './explain-hint.ts';
import type { TrainCostAnswer, TrainingAnswer } from '../answers/train-cost.ts';
import { trainingAddress } from '../answers/training-address.ts';
import type { TrainingOutputName } from '../answers/training-draws.ts';
import { formatAmount, joinRange } from './amount-format.ts';
import { formatDay } from './date-format.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { formatCompact, formatNumber, formatPercent } from './number-format.ts';
import { formatPowerOfTen } from './power-of-ten.ts';
import type { Screen } from './screen.ts';
import { PROSE_WIDTH } from './screen.ts';
import { renderTable } from './table.ts';
import type { Cell, Table } from './table.ts';
import { wrap } from './text-wrap.ts';
import { themeOf } from './theme.ts';
import { inputOf, outputOf, trainingFigure, trainingRange, trainingSpread } from './train-figures.ts';
import { fleetSentence, renderTrainingFleets } from './train-fleet-view.ts';
import { renderPublished, renderTrainingInputs } from './train-inputs-view.ts';
import { formatViewDay } from './view-day.ts';

/** A training run: its size, its cost by three methods, who can run it when, and what all that rests on. */
export function renderTrainCost(answer: TrainCostAnswer, screen: Screen): string {
  const { language } = screen;
  const theme = themeOf(screen);
  const width = Math.min(screen.width, PROSE_WIDTH);
  const quiet = (text: string): string[] => wrap(text, width).map((line) => theme.tone('secondary', line));
  const published = renderPublished(answer, screen);
  return [
    theme.tone('strong', trainCostTitle(answer, language)),
    '',
    ...trainCostSentences(answer, language).flatMap((text) =>
      wrap(text, width).map((line) => theme.tone('accent', line)),
    ),
    '',
    renderTable(trainCostTable(answer, language), screen),
    ...quiet(trainCostLeftOut(answer, language)),
    '',
    renderTrainingFleets(answer, screen),
    ...quiet(translate(language, 'train.fleet.note')),
    '',
    renderTrainingInputs(answer, screen),
    ...(published === '' ? [] : ['', published]),
    ...(answer.model && answer.model.note !== '' ? ['', ...quiet(answer.model.note)] : []),
    '',
    ...quiet(about(answer, language)),
    ...explainHint(answer, language).flatMap(quiet),
  ].join('\n');
}

/** Which run, and the day from which it is priced. */
export function trainCostTitle(answer: TrainCostAnswer, language: Language): string {
  const { model } = answer;
  const name = model
    ? translate(language, 'train.title.model', {
        name: model.name,
        developer: model.developer,
        date: formatDay(model.published, language),
      })
    : ownTitle(answer, language);
  const date = formatViewDay(answer, language);
  return translate(language, 'train.title', { name, date });
}

function ownTitle(answer: TrainCostAnswer, language: Language): string {
  const flop = outputOf(answer, 'flop');
  return flop
    ? translate(language, 'train.title.flop', { flop: formatPowerOfTen(flop.p50) })
    : translate(language, 'train.title.own');
}

/** What it costs in one sentence, what counts between asterisks. */
export function trainCostFinding(answer: TrainingAnswer, language: Language): string {
  return translate(language, 'page.training.finding', {
    name: answer.model?.name ?? translate(language, 'page.training.own'),
    rental: moneyOf(answer, 'rental', language),
    acquisition: moneyOf(answer, 'acquisition', language),
  });
}

function moneyOf(answer: TrainingAnswer, name: TrainingOutputName, language: Language): string {
  const output = outputOf(answer, name);
  return output ? trainingSpread(output, output.unit, language) : '–';
}

/** Size, utilisation, and the developer's own arithmetic where it is published. */
export function trainCostSentences(answer: TrainCostAnswer, language: Language): string[] {
  const lines: string[] = [];
  const hours = outputOf(answer, 'hours');
  const days = outputOf(answer, 'days');
  const count = outputOf(answer, 'accelerators');
  if (hours && days && count) {
    lines.push(
      translate(language, 'train.head.hours', {
        hours: trainingFigure(hours.p50, hours.unit, language),
        product: answer.product.name,
        days: trainingFigure(Math.round(days.p50), days.unit, language),
        count: formatCompact(count.p50, language),
      }),
    );
  }
  lines.push(...compute(answer, language), ...stated(answer, language));
  const money = (name: TrainingOutputName): string => moneyOf(answer, name, language);
  lines.push(
    translate(language, 'train.head.cost', {
      rental: money('rental'),
      owned: money('owned'),
      acquisition: money('acquisition'),
    }),
    fleetSentence(answer, language),
  );
  return lines;
}

function compute(answer: TrainingAnswer, language: Language): string[] {
  const flop = outputOf(answer, 'flop');
  const utilisation = outputOf(answer, 'utilisation');
  if (!flop || !utilisation) return [];
  const parts = {
    flop: formatPowerOfTen(flop.p50),
    utilisation: percent(utilisation.p50),
    precision: translate(language, `train.precision.${answer.precision}`),
  };
  const at16 = answer.utilisationAt16Bits;
  const line =
    at16 === undefined
      ? translate(language, 'train.head.flop', parts)
      : translate(language, 'train.head.flop16', { ...parts, at16: percent(at16) });
  const usual = answer.usualUtilisation;
  const isUnusual = usual && (utilisation.p10 > usual.p90 || utilisation.p90 < usual.p10);
  if (!isUnusual) return [line];
  const range = `${joinRange(
    [usual.p10, usual.p90].map((end) => formatNumber(end * 100, { significant: 2 })),
    language,
  )}%`;
  return [line, translate(language, 'train.head.unusual', { range })];
}

function percent(fraction: number): string {
  return formatPercent(fraction, { significant: 2 });
}

/** `2,664k + 119k + 5k = 2,788k hours at USD 2: USD 5.576 M`. */
function stated(answer: TrainingAnswer, language: Language): string[] {
  if (!answer.stated) return [];
  const { stages, rate, hours, cost } = answer.stated;
  return [
    translate(language, 'train.head.stated', {
      stages: stages.map((row) => formatNumber(row.value ?? NaN)).join(' + '),
      hours: formatNumber(hours),
      rate: formatAmount(rate.value ?? NaN, 'USD', language),
      cost: formatAmount(cost, 'USD', language, { significant: 4 }),
    }),
  ];
}

const METHODS = [
  { name: 'rental', isPart: false },
  { name: 'owned', isPart: false },
  { name: 'hardware', isPart: true },
  { name: 'electricity', isPart: true },
  { name: 'acquisition', isPart: false },
] as const;

/** The three methods, with the parts of what is owned. */
export function trainCostTable(answer: TrainingAnswer, language: Language): Table {
  const energy = outputOf(answer, 'energy');
  const count = outputOf(answer, 'accelerators');
  const rate = inputOf(answer, 'rental-rate');
  const what = {
    rate: rate ? trainingSpread(rate, 'USD', language) : '–',
    energy: energy ? formatAmount(energy.p50, energy.unit, language) : '–',
    count: count ? formatCompact(count.p50, language) : '–',
  };
  const rows = METHODS.flatMap(({ name, isPart }): Cell[][] => {
    const output = outputOf(answer, name);
    if (!output) return [];
    const median = trainingFigure(output.p50, output.unit, language);
    return [
      [
        translate(language, `train.method.${name}`),
        {
          text: median,
          tone: isPart ? 'secondary' : 'accent',
          figure: trainingAddress(answer.question, name),
        },
        trainingRange(output, output.unit, language),
        { text: translateWith(name, what, language), tone: 'secondary' },
      ],
    ];
  });
  return {
    columns: [
      { title: translate(language, 'train.column.method') },
      { title: translate(language, 'train.column.median'), align: 'right' },
      { title: translate(language, 'train.column.range'), align: 'right' },
      { title: translate(language, 'train.column.counts'), wraps: true, minimum: 24 },
    ],
    groups: [{ rows }],
  };
}

function translateWith(
  name: (typeof METHODS)[number]['name'],
  { rate, energy, count }: { readonly rate: string; readonly energy: string; readonly count: string },
  language: Language,
): string {
  switch (name) {
    case 'rental':
      return translate(language, 'train.method.rental.what', { rate });
    case 'electricity':
      return translate(language, 'train.method.electricity.what', { energy });
    case 'acquisition':
      return translate(language, 'train.method.acquisition.what', { count });
    default:
      return translate(language, `train.method.${name}.what`);
  }
}

/** What no method counts, in a sentence. */
export function trainCostLeftOut(answer: TrainingAnswer, language: Language): string {
  const names = answer.leftOut.map((name) => translate(language, `train.leftOut.${name}`));
  return translate(language, 'train.leftOut', { list: names.join(language === 'ja' ? '、' : '; ') });
}

function about(answer: TrainCostAnswer, language: Language): string {
  const { scenario, seed, start, end } = answer;
  const run = { scenario, draws: formatNumber(answer.draws), seed, end: formatDay(end, language) };
  return start === end
    ? translate(language, 'train.run.day', run)
    : translate(language, 'train.run', { ...run, start: formatDay(start, language) });
}

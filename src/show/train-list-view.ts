import type { ListedRun } from '../answers/training-list.ts';
import type { TrainedModel } from '../register/index.ts';
import { formatDay } from './date-format.ts';
import { joinRange } from './amount-format.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { decimalsFor, formatCompact, formatNumber, formatPercent } from './number-format.ts';
import { formatPowerOfTen } from './power-of-ten.ts';
import type { Screen } from './screen.ts';
import { PROSE_WIDTH } from './screen.ts';
import { renderTable } from './table.ts';
import type { Cell } from './table.ts';
import { wrap } from './text-wrap.ts';
import { themeOf } from './theme.ts';
import { inputOf, outputOf, sourceName } from './train-figures.ts';

const MILLION = 1e6;

/** Published runs side by side. No newline at the end. */
export function renderTrainingList(runs: readonly ListedRun[], day: string, screen: Screen): string {
  const { language } = screen;
  const theme = themeOf(screen);
  const quiet = (text: string): string[] =>
    wrap(text, Math.min(screen.width, PROSE_WIDTH)).map((line) => theme.tone('secondary', line));
  const right = { align: 'right' as const };
  const columns = [
    { title: translate(language, 'train.list.model'), wraps: true, minimum: 12, maximum: 26 },
    { title: translate(language, 'train.list.parameters'), ...right },
    { title: translate(language, 'train.list.tokens'), ...right },
    { title: translate(language, 'train.list.flop'), ...right },
    { title: translate(language, 'train.list.accelerators'), ...right, optional: true },
    { title: translate(language, 'train.list.hours'), ...right },
    { title: translate(language, 'train.list.utilisation'), ...right },
    { title: translate(language, 'train.list.stated'), ...right },
    { title: translate(language, 'train.list.owned'), ...right },
  ];
  const sources = [...new Set(runs.map(({ model }) => sourceOf(model, language)))];
  return [
    theme.tone('strong', translate(language, 'train.list.title', { date: formatDay(day, language) })),
    renderTable({ columns, groups: [{ rows: runs.map((run) => cells(run, language)) }] }, screen),
    '',
    ...quiet(translate(language, 'train.list.note')),
    ...quiet(
      translate(language, 'train.list.sources', { sources: sources.join(language === 'ja' ? '、' : '; ') }),
    ),
  ].join('\n');
}

function sourceOf({ source, figuresPublished }: TrainedModel, language: Language): string {
  const date = formatDay(figuresPublished, language, 'short');
  return translate(language, 'train.source', { publisher: sourceName(source, figuresPublished), date });
}

function cells({ model, answer }: ListedRun, language: Language): Cell[] {
  const compact = (value: number | undefined): string =>
    value === undefined ? '' : formatCompact(value, language, { significant: 3 });
  const isMeasured = answer !== undefined && inputOf(answer, 'hours') !== undefined;
  const output = (name: Parameters<typeof outputOf>[1]): number | undefined =>
    answer && outputOf(answer, name)?.p50;
  const input = (name: Parameters<typeof inputOf>[1]): number | undefined =>
    answer && inputOf(answer, name)?.p50;
  const utilisation = isMeasured ? output('utilisation') : undefined;
  const hours = input('hours') ?? model.acceleratorHours;
  const flop = input('flop') ?? model.trainingFlop;
  const active = model.parametersActive;
  return [
    model.name,
    compact(model.parametersTotal) + (active === undefined ? '' : ` (${compact(active)})`),
    compact(model.trainingTokens),
    flop === undefined ? '' : formatPowerOfTen(flop, 2),
    [acceleratorName(model), compact(model.acceleratorCount)].filter((part) => part !== '').join(' × '),
    compact(hours),
    utilisation === undefined ? '' : formatPercent(utilisation, { significant: 2 }),
    model.costStated === undefined ? '' : formatNumber(model.costStated / MILLION, { significant: 2 }),
    ownedText({ model, ...(answer ? { answer } : {}) }, language),
  ];
}

/** Owned cost in millions; nothing where even the accelerator is assumed. */
function ownedText({ answer }: ListedRun, language: Language): string {
  const owned = answer && answer.productBasis !== 'assumed' ? outputOf(answer, 'owned') : undefined;
  if (!owned) return '';
  const figures = [owned.p50, owned.p10, owned.p90].map((value) => value / MILLION);
  const decimals = decimalsFor(figures, 2);
  const [median = '', ...ends] = figures.map((value) => formatNumber(value, { decimals }));
  const range = joinRange(ends, language);
  return language === 'ja' ? `${median}(${range})` : `${median} (${range})`;
}

function acceleratorName(model: TrainedModel): string {
  return model.accelerator.replace(/^(?:NVIDIA|Google) (?:Tesla )?/u, '').replace(/ (?:SXM|DGXS).*$/u, '');
}

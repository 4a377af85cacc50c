import { lossesOf } from '../answers/backtest/summary.ts';
import type { HistorySummary } from '../answers/backtest/summary.ts';
import type { BacktestAnswer } from './backtest-data.ts';
import {
  dateTable,
  dayTable,
  horizonTable,
  opponentName,
  publisherTable,
  scoreTable,
  sideBySideTable,
  signedShare,
  skillTable,
  subjectName,
} from './backtest-tables.ts';
import { formatDay } from './date-format.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { formatPercent } from './number-format.ts';
import type { Screen } from './screen.ts';
import { PROSE_WIDTH } from './screen.ts';
import { renderTable } from './table.ts';
import { wrap } from './text-wrap.ts';
import { themeOf } from './theme.ts';

/** Publishers with a line of their own. */
const MOST_PUBLISHERS = 12;
/** Shares of outcomes in the 80% ranges that are aimed at. */
const COVERAGE_AIM = { low: 0.65, high: 0.95 } as const;

/** One block for each history: scores, opponents, horizons, dates, publishers, and losses in words. */
export function renderBacktest(answer: BacktestAnswer, screen: Screen): string {
  const { language } = screen;
  const theme = themeOf(screen);
  const prose = (text: string): string =>
    theme.tone('secondary', wrap(text, Math.min(screen.width, PROSE_WIDTH)).join('\n'));
  const { sideBySide } = answer;
  return [
    ...(sideBySide.length < 2
      ? []
      : [
          theme.tone('strong', translate(language, 'backtest.block.sideBySide')),
          renderTable(sideBySideTable(sideBySide, language), screen),
        ]),
    ...answer.summaries.flatMap((summary) => historyBlocks(answer, summary, screen)),
    ...(answer.calibrated ? [prose(translate(language, 'backtest.calibrated'))] : []),
    prose(translate(language, 'backtest.how')),
    prose(protocolText(answer, language)),
  ].join('\n\n');
}

export function protocolText({ protocol, hash, draws, seed }: BacktestAnswer, language: Language): string {
  return translate(language, 'backtest.protocol', {
    version: protocol.version,
    hash,
    day: formatDay(protocol.evaluatedBy, language),
    draws: String(draws),
    seed: String(seed),
  });
}

export function historyHead({ history, all }: HistorySummary, language: Language): string {
  const text = translate(language, `backtest.history.${history}`);
  const { targets, events } = all.total;
  return targets === 0
    ? translate(language, 'backtest.none', { history: text })
    : translate(language, 'backtest.head', { targets, events, history: text });
}

function historyBlocks(answer: BacktestAnswer, summary: HistorySummary, screen: Screen): string[] {
  const { language } = screen;
  const theme = themeOf(screen);
  const strong = (text: string): string => theme.tone('strong', wrap(text, screen.width).join('\n'));
  const runs = answer.runs.filter(({ history }) => history === summary.history);
  const numbers = summary.all.total.targets > 0;
  const { published, dates } = summary;
  return [
    strong(historyHead(summary, language)),
    renderTable(dayTable(runs, language), screen),
    ...(numbers
      ? [
          renderTable(scoreTable(summary, language), screen),
          wrap(coverageText(summary, language), screen.width).join('\n'),
          strong(translate(language, 'backtest.block.skills')),
          renderTable(skillTable(summary, language), screen),
          strong(translate(language, 'backtest.block.losses')),
          lossTexts(summary, language)
            .map((text) => wrap(text, screen.width).join('\n'))
            .join('\n'),
          strong(translate(language, 'backtest.block.horizons')),
          renderTable(horizonTable(summary, answer.protocol, language), screen),
        ]
      : []),
    ...(published === undefined
      ? []
      : [
          strong(translate(language, 'backtest.block.published')),
          renderTable(publisherTable(published, language, MOST_PUBLISHERS), screen),
        ]),
    ...(dates.length === 0
      ? []
      : [
          strong(translate(language, 'backtest.block.dates')),
          renderTable(dateTable(summary, language), screen),
        ]),
  ];
}

/** Whether ranges are as wide as they should be, in a sentence. */
export function coverageText({ all }: HistorySummary, language: Language): string {
  const coverage = all.total.coverage[1] ?? Number.NaN;
  const verdict = coverage < COVERAGE_AIM.low ? 'short' : coverage > COVERAGE_AIM.high ? 'wide' : 'good';
  return translate(language, `backtest.coverage.${verdict}`, {
    share: formatPercent(coverage, { decimals: 0 }),
  });
}

/** Every loss as a sentence, or the sentence that there is none. */
export function lossTexts(summary: HistorySummary, language: Language): readonly string[] {
  const losses = lossesOf(summary);
  if (losses.length === 0) return [translate(language, 'backtest.loss.none')];
  return losses.map(({ name, opponent, skill }) => {
    const about = {
      group: subjectName(name, language),
      opponent: opponentName(opponent, language),
      percent: formatPercent(-skill.skill, { decimals: 0 }),
      targets: skill.targets,
    };
    return skill.events === 1
      ? translate(language, 'backtest.loss.one', about)
      : translate(language, 'backtest.loss', {
          ...about,
          low: signedShare(skill.low),
          high: signedShare(skill.high),
          events: skill.events,
        });
  });
}

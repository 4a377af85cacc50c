import { BASELINES } from '../../answers/backtest/baselines.ts';
import type { EntrySummary, HistorySummary } from '../../answers/backtest/summary.ts';
import type { BacktestAnswer } from '../backtest-data.ts';
import {
  dateTable,
  dayTable,
  horizonTable,
  opponentName,
  publisherTable,
  scoreTable,
  sideBySideTable,
  skillTable,
  skillText,
} from '../backtest-tables.ts';
import { coverageText, historyHead, lossTexts, protocolText } from '../backtest-view.ts';
import type { Language } from '../language.ts';
import { translate } from '../message.ts';
import { formatNumber, formatPercent } from '../number-format.ts';
import { changesSection } from './changes-section.ts';
import { markdownList, markdownTable } from './markdown.ts';
import type { KeptScore } from './score-history.ts';

/** What the report is made of. */
export interface ValidationInput {
  readonly backtest: BacktestAnswer;
  readonly history: readonly KeptScore[];
  /** Paths, from the report, of what it links to. */
  readonly links: Readonly<Record<'protocol' | 'history' | 'scores', string>>;
  /** Pictures by name, from the report; left out where there is none. */
  readonly pictures: Readonly<Partial<Record<'places' | 'outcomes', string>>>;
}

/** One section of the report in Markdown; empty where it has nothing to say. */
export type ValidationSection = (input: ValidationInput, language: Language) => string;

const MOST_PUBLISHERS = 16;
const FEW_INSIDE = 0.5;

/** The report, section by section; `more` come from other parts of the program. */
export function validationReport(
  input: ValidationInput,
  language: Language,
  more: readonly ValidationSection[] = [],
): string {
  const sections = [
    shortSection,
    testedSection,
    failuresSection,
    scoresSection,
    changesSection,
    ...more,
    unscoredSection,
  ];
  return `${[
    `# ${translate(language, 'validation.title')}`,
    translate(language, 'validation.intro'),
    ...sections.map((section) => section(input, language)).filter((text) => text !== ''),
  ].join('\n\n')}\n`;
}

function shortSection({ backtest }: ValidationInput, language: Language): string {
  return [
    `## ${translate(language, 'validation.section.short')}`,
    ...backtest.summaries
      .filter(({ all }) => all.total.targets > 0)
      .flatMap((of) => shortTexts(of, language)),
  ].join('\n\n');
}

/** How one history did in total, and against which opponents it won and lost. */
function shortTexts({ history, all, published }: HistorySummary, language: Language): readonly string[] {
  const { total, skills } = all;
  const percent = (value: number | undefined): string => formatPercent(value ?? Number.NaN, { decimals: 0 });
  const opponents = [
    ...BASELINES.map((name) => ({ name, skill: skills[name] })),
    { name: 'published' as const, skill: published?.all },
  ];
  const list = (won: boolean): string =>
    opponents
      .flatMap(({ name, skill }) =>
        skill !== undefined && skill.skill >= 0 === won
          ? [`${opponentName(name, language)} ${skillText(skill, language)}`]
          : [],
      )
      .join(language === 'ja' ? '、' : ', ');
  const [beats, loses] = [list(true), list(false)];
  return [
    translate(language, `validation.short.${history}`, {
      targets: total.targets,
      events: total.events,
      crps: formatNumber(total.crps, { decimals: 2 }),
      coverage: percent(total.coverage[1]),
      wide: percent(total.coverage[2]),
      bias: translate(language, total.bias < 0 ? 'validation.short.low' : 'validation.short.high', {
        percent: percent(Math.abs(Math.expm1(total.bias))),
      }),
    }),
    ...(beats === '' ? [] : [translate(language, 'validation.short.beats', { opponents: beats })]),
    ...(loses === '' ? [] : [translate(language, 'validation.short.loses', { opponents: loses })]),
  ];
}

function testedSection({ backtest, links }: ValidationInput, language: Language): string {
  return [
    `## ${translate(language, 'validation.section.tested')}`,
    translate(language, 'validation.tested'),
    translate(language, 'validation.hindsight'),
    `### ${translate(language, 'validation.section.protocol')}`,
    translate(language, 'validation.protocol', {
      path: links.protocol,
      history: links.history,
      scores: links.scores,
    }),
    protocolText(backtest, language),
    `### ${translate(language, 'validation.section.left')}`,
    ...backtest.summaries.flatMap((summary) => [
      historyHead(summary, language),
      markdownTable(
        dayTable(
          backtest.runs.filter(({ history }) => history === summary.history),
          language,
        ),
      ),
    ]),
  ].join('\n\n');
}

function failuresSection({ backtest }: ValidationInput, language: Language): string {
  return [
    `## ${translate(language, 'validation.section.failures')}`,
    ...backtest.summaries
      .filter(({ all }) => all.total.targets > 0)
      .flatMap((of) => failureTexts(of, language)),
    translate(language, 'validation.why'),
    markdownList(
      (['base', 'jump', 'families', 'h20'] as const).map((name) =>
        translate(language, `validation.why.${name}`),
      ),
    ),
  ].join('\n\n');
}

/** Losses and series that miss most, of one history. */
function failureTexts(summary: HistorySummary, language: Language): readonly string[] {
  const failing = summary.entries
    .filter(({ total }) => (total.coverage[1] ?? 1) < FEW_INSIDE)
    .toSorted((a, b) => (a.total.coverage[1] ?? 0) - (b.total.coverage[1] ?? 0));
  const colon = language === 'ja' ? '：' : ':';
  return [
    `### ${translate(language, `backtest.history.${summary.history}`)}`,
    coverageText(summary, language),
    translate(language, 'backtest.block.losses') + colon,
    markdownList(lossTexts(summary, language)),
    ...(failing.length === 0
      ? [translate(language, 'validation.failures.none')]
      : [
          translate(language, 'validation.failures.series'),
          markdownList(failing.map((entry) => failureText(entry, language))),
        ]),
  ];
}

function failureText({ entry, total }: EntrySummary, language: Language): string {
  const percent = formatPercent(Math.abs(Math.expm1(total.bias)), { decimals: 0 });
  return translate(language, 'validation.failures.item', {
    series: entry.label[language],
    inside: formatPercent(total.coverage[1] ?? Number.NaN, { decimals: 0 }),
    bias: translate(language, total.bias < 0 ? 'validation.failures.low' : 'validation.failures.high', {
      percent,
    }),
    targets: total.targets,
  });
}

function scoresSection({ backtest, pictures }: ValidationInput, language: Language): string {
  const { sideBySide, protocol } = backtest;
  const picture = (name: 'places' | 'outcomes', title: string): string[] => {
    const path = pictures[name];
    return path === undefined ? [] : [`![${title}](${path})`];
  };
  return [
    `## ${translate(language, 'validation.section.scores')}`,
    translate(language, 'backtest.how'),
    ...picture('places', translate(language, 'validation.figure.places')),
    ...picture('outcomes', translate(language, 'validation.figure.intervals')),
    ...(sideBySide.length < 2
      ? []
      : [
          `### ${translate(language, 'backtest.block.sideBySide')}`,
          markdownTable(sideBySideTable(sideBySide, language)),
        ]),
    ...backtest.summaries.flatMap((summary) => [
      `### ${historyHead(summary, language)}`,
      markdownTable(scoreTable(summary, language)),
      `#### ${translate(language, 'backtest.block.skills')}`,
      markdownTable(skillTable(summary, language)),
      markdownList(lossTexts(summary, language)),
      `#### ${translate(language, 'backtest.block.horizons')}`,
      markdownTable(horizonTable(summary, protocol, language)),
      ...(summary.published === undefined
        ? []
        : [
            `#### ${translate(language, 'backtest.block.published')}`,
            markdownTable(publisherTable(summary.published, language, MOST_PUBLISHERS)),
          ]),
      ...(summary.dates.length === 0
        ? []
        : [
            `#### ${translate(language, 'backtest.block.dates')}`,
            markdownTable(dateTable(summary, language)),
          ]),
    ]),
  ].join('\n\n');
}

function unscoredSection({ backtest }: ValidationInput, language: Language): string {
  return [
    `## ${translate(language, 'validation.section.unscored')}`,
    markdownList(
      backtest.protocol.unscored.map(
        ({ what, why }) => `${what[language]}${language === 'ja' ? '：' : ': '}${why[language]}`,
      ),
    ),
  ].join('\n\n');
}

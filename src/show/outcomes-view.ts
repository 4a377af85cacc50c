import type { OutcomeAnswer } from '../answers/outcomes.ts';
import { formatAmount, formatSpread } from './amount-format.ts';
import type { CsvField } from './csv.ts';
import { renderHead } from './head.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { hundred } from './forecast-headline.ts';
import type { Screen } from './screen.ts';
import { PROSE_WIDTH } from './screen.ts';
import { renderTable } from './table.ts';
import { wrap } from './text-wrap.ts';
import { formatViewDay } from './view-day.ts';
import { themeOf } from './theme.ts';
import type { RunAbout } from '../answers/run-about.ts';

/** The run’s ranges beside what was reported later. No newline at the end. */
export function renderOutcomes(answers: readonly OutcomeAnswer[], about: RunAbout, screen: Screen): string {
  const { language } = screen;
  const theme = themeOf(screen);
  const quiet = (text: string): string[] =>
    wrap(text, Math.min(screen.width, PROSE_WIDTH)).map((line) => theme.tone('secondary', line));
  return [
    renderHead(
      translate(language, 'outcomes.head', {
        scenario: about.scenario,
        date: formatViewDay(about, language),
      }),
      screen,
    ),
    '',
    renderTable(
      {
        columns: [
          { title: translate(language, 'outcomes.column.quantity'), wraps: true, minimum: 18, maximum: 34 },
          { title: translate(language, 'outcomes.column.run'), align: 'right' },
          { title: translate(language, 'outcomes.column.reported'), align: 'right' },
          { title: translate(language, 'outcomes.column.position'), wraps: true, minimum: 10, maximum: 18 },
          {
            title: translate(language, 'outcomes.column.derived'),
            wraps: true,
            minimum: 10,
            maximum: 16,
            tone: 'secondary',
          },
        ],
        groups: [
          {
            rows: answers.map((answer) => [
              answer.definition.label[language],
              runText(answer, language),
              reportedText(answer, language),
              positionText(answer, language),
              answer.definition.derived.join(', '),
            ]),
          },
        ],
      },
      screen,
    ),
    '',
    ...quiet(translate(language, 'outcomes.note')),
  ].join('\n');
}

function runText({ run, definition }: OutcomeAnswer, language: Language): string {
  return run === null
    ? '–'
    : formatSpread({ low: run.p10, median: run.p50, high: run.p90 }, definition.unit, language, {
        significant: 3,
      });
}

function reportedText({ reported, definition }: OutcomeAnswer, language: Language): string {
  const { low, value, high } = reported;
  return low < value || high > value
    ? formatSpread({ low, median: value, high }, definition.unit, language, { significant: 3 })
    : formatAmount(value, definition.unit, language, { significant: 4 });
}

function positionText({ position, known, run, definition }: OutcomeAnswer, language: Language): string {
  if (run === null)
    return translate(language, definition.series === '' ? 'outcomes.outside' : 'outcomes.before');
  const below = translate(language, 'outcomes.position', { share: hundred(position ?? 0) });
  return known ? `${below} ${translate(language, 'outcomes.known')}` : below;
}

export const OUTCOME_COLUMNS = [
  'id',
  'series',
  'members',
  'period',
  'unit',
  'run_p05',
  'run_p10',
  'run_p50',
  'run_p90',
  'run_p95',
  'reported_low',
  'reported',
  'reported_high',
  'share_below',
  'known',
  'derived',
  'rows',
];

export function outcomeFields(answer: OutcomeAnswer): CsvField[] {
  const { definition, run, reported, position, known, rows } = answer;
  return [
    definition.id,
    definition.series,
    definition.members.join(' '),
    definition.period,
    definition.unit,
    run?.p05,
    run?.p10,
    run?.p50,
    run?.p90,
    run?.p95,
    reported.low,
    reported.value,
    reported.high,
    position ?? undefined,
    known,
    definition.derived.join('; '),
    rows.map((row) => row.id).join(' '),
  ];
}

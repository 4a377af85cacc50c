import type {
  CalibratedFigure,
  CalibrationAnswer,
  FittedQuantity,
  MovedBelief,
} from '../answers/calibration/calibration-answer.ts';
import type { Summary } from '../engine/index.ts';
import { formatAmount, formatSpread } from './amount-format.ts';
import { formatMonth } from './date-format.ts';
import { ofHundred } from './difference-format.ts';
import { figureLabel } from './key-figure-label.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';
import { memberName } from './model-names.ts';
import { formatNumber } from './number-format.ts';
import { describeProblem } from './problem-text.ts';
import type { Screen } from './screen.ts';
import { PROSE_WIDTH } from './screen.ts';
import { renderTable } from './table.ts';
import type { Cell, Column } from './table.ts';
import { wrap } from './text-wrap.ts';
import { formatViewDay } from './view-day.ts';
import { themeOf } from './theme.ts';

const BELIEFS_SHOWN = 10;
const WORST_SHOWN = 6;
const HEADLINES: ReadonlySet<string> = new Set([
  'short-now',
  'short-in-a-year',
  'shipments',
  'h100e',
  'fleet-owned',
  'asic-share-h100e',
  'capex-big-four',
]);
const DESIGNER = 'NVIDIA';

/** What the past says, and what it moves. No newline at the end. */
export function renderCalibration(answer: CalibrationAnswer, screen: Screen): string {
  const { language } = screen;
  const theme = themeOf(screen);
  const width = Math.min(screen.width, PROSE_WIDTH);
  const strong = (text: string): string => theme.tone('strong', text);
  const quiet = (text: string): string[] => wrap(text, width).map((line) => theme.tone('secondary', line));
  const moved = movedByMoreThanChance(answer);
  const sentences = [
    translate(language, 'calibrate.weights', {
      known: answer.known,
      effective: formatNumber(Math.round(answer.effective)),
      pool: formatNumber(answer.pool),
    }),
    ...(answer.exponent < 1 ? [tempered(answer, language)] : []),
    translate(language, moved.length === 0 ? 'calibrate.moved.none' : 'calibrate.moved', {
      count: moved.length,
      of: formatNumber(answer.beliefs.length),
      chance: formatNumber(answer.chance, { decimals: 2 }),
    }),
  ];
  const section = (title: string, body: string): string[] => ['', strong(title), body];
  const problems = answer.years.flatMap(({ year, problems: ofYear }) =>
    ofYear.map((problem) =>
      translate(language, 'calibrate.problem', {
        year: String(year),
        problem: describeProblem(problem, language),
      }),
    ),
  );
  return [
    strong(
      translate(language, 'calibrate.head', {
        date: formatViewDay({ asOf: answer.asOf, history: answer.history }, language),
      }),
    ),
    '',
    ...sentences.flatMap((text) => wrap(text, width).map((line) => theme.tone('accent', line))),
    ...problems.flatMap(quiet),
    ...(answer.fits.length === 0
      ? []
      : [
          ...section(translate(language, 'calibrate.fits'), fits(answer, screen)),
          ...section(translate(language, 'calibrate.worst'), worst(answer, screen)),
        ]),
    ...section(translate(language, 'calibrate.beliefs'), beliefs(answer, screen)),
    ...section(translate(language, 'calibrate.figures'), figures(answer, screen)),
    '',
    ...quiet(
      translate(language, 'calibrate.note', {
        model: formatNumber(answer.errors.model, { decimals: 2 }),
        correlation: formatNumber(answer.errors.correlation, { decimals: 1 }),
      }),
    ),
    ...quiet(translate(language, 'calibrate.run', { pool: formatNumber(answer.pool), seed: answer.seed })),
  ].join('\n');
}

function tempered({ effectiveUntempered, exponent }: CalibrationAnswer, language: Language): string {
  return translate(language, 'calibrate.tempered', {
    effective: formatNumber(Math.round(effectiveUntempered)),
    exponent: formatNumber(exponent, { decimals: 2 }),
  });
}

function movedByMoreThanChance(answer: CalibrationAnswer): readonly MovedBelief[] {
  return answer.beliefs.filter(({ shift }) => Math.abs(shift) > answer.chance);
}

function fits(answer: CalibrationAnswer, screen: Screen): string {
  const { language } = screen;
  const head = (key: 'known' | 'off' | 'within', align: Column['align'] = 'right'): Column => ({
    title: translate(language, `calibrate.column.${key}`),
    align: align ?? 'right',
  });
  return renderTable(
    {
      columns: [
        { title: '', wraps: true, minimum: 18, maximum: 34 },
        head('known'),
        head('off'),
        head('within'),
      ],
      groups: answer.years
        .filter(({ known }) => known > 0)
        .map(({ year }) => ({
          title: String(year),
          rows: answer.groups
            .filter((group) => group.year === year)
            .map((group) => [
              quantityName(group, language),
              formatNumber(group.known),
              change(group.misfitBefore, group.misfitAfter, (value) => formatNumber(value, { decimals: 1 })),
              change(group.insideBefore, group.insideAfter, ofHundred),
            ]),
        })),
    },
    screen,
  );
}

/** Of a memory maker by the register’s name: its members go by the same in lower case. */
function makerName(entity: string, language: Language): string {
  const member = entity.toLowerCase().replaceAll(' ', '-');
  return memberName('maker', member, new Map(), language);
}

type Named = Pick<FittedQuantity, 'subject' | 'whose' | 'series' | 'member'>;

/** Name of a quantity, or without a member of all of its kind: capital expenditure of all buyers is one. */
function quantityName(
  { subject, whose, series, member }: Omit<Named, 'member'> & { readonly member?: string },
  language: Language,
): string {
  switch (subject) {
    case 'sales':
      return translate(language, series === 'revenue' ? 'calibrate.revenue' : 'calibrate.units', {
        designer: memberName('designer', whose, new Map(), language),
      });
    case 'capex':
      return member === undefined
        ? translate(language, 'calibrate.capex.all')
        : translate(language, 'calibrate.capex', { buyer: memberName('buyer', member, new Map(), language) });
    case 'packaging':
      return translate(language, 'calibrate.packaging');
    case 'memory':
      return translate(language, 'calibrate.memory', { maker: makerName(whose, language) });
    default:
      return series;
  }
}

function worst({ fits: all }: CalibrationAnswer, screen: Screen): string {
  const { language } = screen;
  const title = (key: 'until' | 'known' | 'before' | 'after' | 'sds'): string =>
    translate(language, key === 'known' ? 'calibrate.column.value' : `calibrate.column.${key}`);
  const rows = all
    .toSorted((a, b) => Math.abs(b.misfitAfter) - Math.abs(a.misfitAfter))
    .slice(0, WORST_SHOWN)
    .map((fit): Cell[] => [
      quantityName(fit, language),
      formatMonth(fit.period.end, language, 'short'),
      formatAmount(fit.known, fit.unit, language, { significant: 2 }),
      formatAmount(fit.after.p50, fit.unit, language, { significant: 2 }),
      formatNumber(fit.misfitAfter, { decimals: 1, signed: true }),
    ]);
  return renderTable(
    {
      columns: [
        { title: '', wraps: true, minimum: 18, maximum: 34 },
        { title: title('until') },
        { title: title('known'), align: 'right' },
        { title: title('after'), align: 'right' },
        { title: title('sds'), align: 'right' },
      ],
      groups: [{ rows }],
    },
    screen,
  );
}

function beliefs(answer: CalibrationAnswer, screen: Screen): string {
  const { language } = screen;
  const rows = answer.beliefs.slice(0, BELIEFS_SHOWN).map(({ input, unit, before, after, shift }): Cell[] => [
    input,
    spread(before, unit, language),
    spread(after, unit, language),
    {
      text: formatNumber(shift, { decimals: 2, signed: true }),
      tone: Math.abs(shift) > answer.chance ? 'strong' : 'secondary',
    },
  ]);
  return renderTable(
    {
      columns: [
        { title: translate(language, 'calibrate.column.input'), wraps: true, minimum: 18, maximum: 34 },
        { title: translate(language, 'calibrate.column.before'), align: 'right' },
        { title: translate(language, 'calibrate.column.after'), align: 'right' },
        { title: translate(language, 'calibrate.column.shift'), align: 'right' },
      ],
      groups: [{ rows }],
    },
    screen,
  );
}

function figures({ figures: all }: CalibrationAnswer, screen: Screen): string {
  const { language } = screen;
  const shown = all.filter(
    ({ name, member }) => HEADLINES.has(name) && (name !== 'shipments' || member === DESIGNER),
  );
  const value = ({ name, unit }: CalibratedFigure, summary: Summary): string =>
    name.startsWith('short') ? ofHundred(summary.mean) : spread(summary, unit, language);
  return renderTable(
    {
      columns: [
        { title: '', wraps: true, minimum: 18, maximum: 34 },
        { title: translate(language, 'calibrate.column.before'), align: 'right' },
        { title: translate(language, 'calibrate.column.after'), align: 'right' },
      ],
      groups: [
        {
          rows: shown.map((figure) => [
            headline(figure, language),
            value(figure, figure.before),
            value(figure, figure.after),
          ]),
        },
      ],
    },
    screen,
  );
}

/** With what it counts, where its label leaves that to a heading. */
function headline(figure: CalibratedFigure, language: Language): string {
  const label = figureLabel(figure, language);
  switch (figure.name) {
    case 'shipments':
      return translate(language, 'calibrate.figure.packages', { label });
    case 'h100e':
    case 'fleet-owned':
      return translate(language, 'calibrate.figure.h100e', { label });
    case 'asic-share-h100e':
      return translate(language, 'calibrate.figure.own', { label });
    default:
      return label;
  }
}

function spread({ p10, p50, p90 }: Summary, unit: string, language: Language): string {
  return formatSpread({ low: p10, median: p50, high: p90 }, unit, language, { significant: 2 });
}

function change(before: number, after: number, format: (value: number) => string): string {
  return `${format(before)} → ${format(after)}`;
}

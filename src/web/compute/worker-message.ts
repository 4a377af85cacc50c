import type { CostExplanation } from '../../answers/explain-cost.ts';
import type { ExplainAnswer } from '../../answers/explain.ts';
import type { HingeAnswer } from '../../answers/forecast.ts';
import type { LeverFacts } from '../../answers/lever-facts.ts';
import type { SeriesQuestion } from '../../answers/series.ts';
import type { SeriesOfSet } from '../../answers/series-set.ts';
import type { ShortageAnswer } from '../../answers/shortage.ts';
import type { ShippedScenario } from '../../answers/emitted-files.ts';
import type { BilingualText } from '../../model/lever.ts';
import type { Problem } from '../../problem/problem.ts';
import type { Row } from '../../register/index.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { ScenarioAddress } from '../../scenario/scenario-url.ts';
import type { FormedFiles } from './formed-files.ts';
import type { Inquired, Inquiry } from './inquiry.ts';
import type { FiguresFile, FiguresTaken, Outlook } from './outlook.ts';

/** How far an answer has come: quick looks while a lever is dragged, then the whole ensemble, in singles and in doubles. */
export type Stage = 'median' | 'coarse' | 'fine' | 'full';

/** Which of the changes of a scenario are made: all, those of assumptions alone, or none. */
export type Changes = 'all' | 'assumptions' | 'none';

/** What is asked of the worker that answers. */
export interface Question extends Outlook {
  /** By which it can be cancelled and its answers are known. */
  readonly id: number;
  readonly address: ScenarioAddress;
  readonly changes: Changes;
  readonly draws: number;
  /** Stages that somebody will look at. */
  readonly stages: readonly Stage[];
  /** Whether to say what the answer hinges on. */
  readonly hinges: boolean;
}

/** Series that a page beyond the first screen shows, drawn together. */
export interface SeriesRequest extends Outlook {
  readonly id: number;
  readonly address: ScenarioAddress;
  readonly draws: number;
  readonly questions: readonly SeriesQuestion[];
}

export interface SeriesAnswer {
  /** As it was drawn, its changes resolved. */
  readonly scenario: Scenario;
  /** Futures that it was drawn from: fewer while something is dragged. */
  readonly draws: number;
  readonly series: readonly SeriesOfSet[];
}

/** A figure whose equation and sources somebody wants to see. */
export interface ExplainRequest extends Outlook {
  readonly id: number;
  readonly address: ScenarioAddress;
  /** As `chokepoint explain` takes it. */
  readonly figure: string;
}

/** What a page asks that has neither charts of series nor the first screen. */
export interface InquiryRequest extends Outlook {
  readonly id: number;
  readonly address: ScenarioAddress;
  readonly draws: number;
  readonly inquiry: Inquiry;
}

/** Where a figure comes from: of each kind the answer knows the address that was asked. */
export type Explained =
  | ExplainedFigure
  | { readonly kind: 'cost'; readonly answer: CostExplanation }
  | { readonly kind: 'rows'; readonly answer: { readonly address: string; readonly rows: readonly Row[] } };

/** A figure of the model. */
export interface ExplainedFigure {
  readonly kind: 'figure';
  readonly answer: ExplainAnswer;
  /** Names of products and buyers by id. */
  readonly names: ReadonlyMap<string, string>;
  /** By input of the figure, the path of a lever that sets it. */
  readonly levers: ReadonlyMap<string, string>;
}

/** What a page may be asked for without any answer: days, scenarios. */
export interface PageContents {
  readonly version: string;
  readonly lastPublished: string;
  /** The first day by which enough was published for a run. */
  readonly earliestDay: string;
  /** Days worth looking from, newest first; any other from the earliest on can be looked from as well. */
  readonly days: readonly string[];
  readonly scenarios: readonly ShippedScenario[];
}

/** Levers of a day and the names that a scenario may use then. */
export interface DayContents extends Outlook {
  readonly levers: readonly LeverFacts[];
  readonly plants: readonly string[];
  readonly products: readonly string[];
  readonly programmes: readonly string[];
  readonly lines: readonly LineContents[];
}

/** A line and its products, oldest first, by the names of scenarios and of people. */
export interface LineContents {
  readonly id: string;
  readonly name: BilingualText;
  readonly products: readonly { readonly id: string; readonly name: string }[];
}

/** Beliefs of a day that the build did not form, with the kernels of the first screen. */
export interface DayFormed extends Outlook {
  readonly kind: 'formed';
  readonly files: FormedFiles;
}

/** Why a day cannot be looked from. */
export interface DayRefused extends Outlook {
  readonly kind: 'refused';
  readonly problems: readonly Problem[];
}

export type ToAnswerer =
  | ({ readonly kind: 'day' } & Outlook)
  | DayFormed
  | DayRefused
  | { readonly kind: 'ask'; readonly question: Question }
  | { readonly kind: 'cancel'; readonly id: number };

/** Figures of one's own to read, with the number by which they will be named. */
export interface FiguresGiven {
  readonly figures: number;
  readonly files: readonly FiguresFile[];
}

/** To the worker that holds figures, equations and compilers. */
export type ToWholeAnswerer =
  | { readonly kind: 'series'; readonly request: SeriesRequest }
  | { readonly kind: 'explain'; readonly request: ExplainRequest }
  | { readonly kind: 'inquire'; readonly request: InquiryRequest }
  | ({ readonly kind: 'form' } & Outlook)
  | ({ readonly kind: 'figures' } & FiguresGiven)
  | { readonly kind: 'cancel'; readonly id: number };

export type FromAnswerer =
  | { readonly kind: 'contents'; readonly contents: PageContents }
  | { readonly kind: 'day'; readonly contents: DayContents }
  /** The first screen needs the beliefs of a day that the build did not form. */
  | ({ readonly kind: 'wanted' } & Outlook)
  | DayFormed
  | DayRefused
  | {
      readonly kind: 'scenario';
      readonly id: number;
      readonly scenario: Scenario;
      /** The address asked about, without what of it was left out. */
      readonly taken: ScenarioAddress;
      readonly problems: readonly Problem[];
    }
  | { readonly kind: 'shortage'; readonly id: number; readonly stage: Stage; readonly answer: ShortageAnswer }
  | { readonly kind: 'series'; readonly id: number; readonly answer: SeriesAnswer }
  | { readonly kind: 'explained'; readonly id: number; readonly explained: Explained }
  | { readonly kind: 'inquired'; readonly id: number; readonly answer: Inquired }
  | { readonly kind: 'hinges'; readonly id: number; readonly answer: HingeAnswer }
  | { readonly kind: 'figures'; readonly taken: FiguresTaken }
  | { readonly kind: 'figures refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'failed'; readonly id: number | null; readonly reason: string };

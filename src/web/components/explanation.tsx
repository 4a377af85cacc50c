import { use } from 'react';
import type { ExplainedInput } from '../../answers/explain.ts';
import type { ExplainNode } from '../../answers/explain-tree.ts';
import type { Source } from '../../answers/explain-inputs.ts';
import { firstDay } from '../../answers/period.ts';
import { formatDay, formatMonth, formatPeriod } from '../../show/date-format.ts';
import { amountOf, equationTexts, placeName, typeset } from '../../show/explain-equation.ts';
import { assumptionText } from '../../show/explain-sources.ts';
import {
  distributionText,
  endLines,
  madeOf,
  monthsText,
  rangeText,
  titleText,
} from '../../show/explain-view.ts';
import type { ExplainView } from '../../show/explain-view.ts';
import { amountText, subjectOf } from '../../show/facts-view.ts';
import { translate } from '../../show/message.ts';
import { publisherText } from '../../show/publisher-text.ts';
import { loadAllTexts } from '../browser/load-texts.ts';
import type { ExplainedFigure } from '../compute/worker-message.ts';
import { useLanguage, usePage } from '../page-context.ts';
import { ChangeButton } from './change-button.tsx';
import { FigureButton } from './figure-button.tsx';
import { WebLink } from './web-link.tsx';

const INPUTS_SHOWN = 12;
const ROWS_SHOWN = 6;
const STEPS_SHOWN = 16;
/** The text of a range tells how many draws it is from. */
const DRAWS = 256;

/** A figure with its equations, their numbers, and the rows and assumptions at the end of them. */
export function Explanation({ explained }: { readonly explained: ExplainedFigure }) {
  const language = useLanguage();
  use(loadAllTexts(language));
  const { scenario } = usePage();
  const { answer, names } = explained;
  if (scenario === null) return null;
  const { asOf, history, seed } = scenario.shortage;
  const view: ExplainView = {
    answer,
    names,
    scenario: scenario.scenario.name,
    asOf,
    history,
    draws: DRAWS,
    seed,
    depth: 0,
    all: true,
  };
  const inputs = answer.inputs.filter(({ basis }) => basis !== 'rest').slice(0, INPUTS_SHOWN);
  return (
    <>
      <h2>{titleText(view, language)}</h2>
      <p>{answer.meaning[language]}</p>
      <p>{[rangeText(view, language), ...endLines(answer, language)].join(' ')}</p>
      {answer.terms.length > 0 ? (
        <section>
          <h3>{translate(language, 'page.provenance.terms')}</h3>
          <p className="equation">{`${answer.name} = ${typeset(answer.equation)}`}</p>
          <ul className="terms">
            {answer.terms.slice(0, STEPS_SHOWN).map(({ address, value, unit }) => (
              <li key={address}>
                <FigureButton figure={address} text={address} /> = {amountOf({ value, unit }, language)}
              </li>
            ))}
          </ul>
        </section>
      ) : (
        <section>
          <h3>{translate(language, madeOf(answer))}</h3>
          <p className="equation">{monthsText(answer, language)}</p>
        </section>
      )}
      <section>
        <h3>{translate(language, 'page.provenance.steps')}</h3>
        <ol className="steps">
          {stepsOf(answer.tree).map((node, index) => (
            <Step key={index} node={node} startYear={answer.startYear} />
          ))}
        </ol>
      </section>
      <section>
        <h3>{translate(language, 'page.provenance.inputs')}</h3>
        {inputs.map((input) => (
          <Input key={input.name} input={input} lever={explained.levers.get(input.name)} />
        ))}
      </section>
    </>
  );
}

/** Explained numbers from the figure down. */
function stepsOf(nodes: readonly ExplainNode[]): ExplainNode[] {
  return nodes
    .filter(({ end }) => end === 'explained')
    .flatMap((node) => [node, ...stepsOf(node.parts)])
    .slice(0, STEPS_SHOWN);
}

function Step({ node, startYear }: { readonly node: ExplainNode; readonly startYear: number }) {
  const language = useLanguage();
  const { named, numbered } = equationTexts(node.pieces, language);
  const month = formatMonth(firstDay(startYear, node.month), language, 'short');
  return (
    <li>
      <p>
        <b>{`${placeName(node)} = ${amountOf(node, language)}`}</b> <span className="note">{month}</span>
      </p>
      <p className="note">{node.description}</p>
      <p className="equation">= {named}</p>
      <p className="equation">= {numbered}</p>
    </li>
  );
}

function Input({ input, lever }: { readonly input: ExplainedInput; readonly lever: string | undefined }) {
  const language = useLanguage();
  const { name, description, basis, rule, reason, assumptions, sources } = input;
  return (
    <div className="input">
      <p>
        <b>{name}</b>{' '}
        <span className={`basis basis-${basis}`}>{translate(language, `explain.basis.${basis}`)}</span>
        {lever !== undefined && <ChangeButton path={lever} />}
      </p>
      <p className="note">{description}</p>
      <p>{distributionText(input, language)}</p>
      <p className="note">{[rule[language], reason[language]].join(language === 'ja' ? '。' : '. ')}</p>
      {assumptions.map((assumption) => (
        <p key={assumption.id}>{assumptionText(assumption, language)}</p>
      ))}
      {sources.length > 0 && (
        <table>
          <caption>{translate(language, 'page.provenance.sources', { input: name })}</caption>
          <thead>
            <tr>
              <th scope="col">{translate(language, 'page.provenance.published')}</th>
              <th scope="col">{translate(language, 'page.provenance.source')}</th>
              <th scope="col">{translate(language, 'page.provenance.stated')}</th>
            </tr>
          </thead>
          <tbody>
            {sources.slice(0, ROWS_SHOWN).map((source) => (
              <SourceRow key={source.key} source={source} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function SourceRow({ source }: { readonly source: Source }) {
  const language = useLanguage();
  if (source.kind === 'product') {
    const { name, knownSince, sourceUrls } = source.product;
    return (
      <tr>
        <td>{formatDay(knownSince, language, 'short')}</td>
        <td>{name}</td>
        <td>
          {sourceUrls.slice(0, 2).map((url) => (
            <WebLink key={url} url={url} text={url} />
          ))}
        </td>
      </tr>
    );
  }
  const { row } = source;
  const period = formatPeriod(row.periodStart, row.periodEnd, language, 'short');
  const stated = [subjectOf(row), period, amountText(row, language), translate(language, `kind.${row.kind}`)];
  return (
    <tr>
      <td>{formatDay(row.published, language, 'short')}</td>
      <td>
        <WebLink url={row.url} text={publisherText(row, language)} />
      </td>
      <td>
        {stated.filter((part) => part !== '').join(' · ')}
        {row.quote !== '' && <q lang="und">{row.quote}</q>}
      </td>
    </tr>
  );
}

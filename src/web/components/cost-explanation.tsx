import { use } from 'react';
import type { CostExplanation as Answer, CostNode } from '../../answers/explain-cost.ts';
import { costBasis, costEquations, costRange, FEW_SOURCES } from '../../show/explain-cost-view.ts';
import { formatDay } from '../../show/date-format.ts';
import { amountOf } from '../../show/explain-equation.ts';
import { loadAllTexts } from '../browser/load-texts.ts';
import { useLanguage } from '../page-context.ts';
import { WebLink } from './web-link.tsx';

/** A cost with its equations, down to inputs and who published them. */
export function CostExplanation({ answer }: { readonly answer: Answer }) {
  const language = useLanguage();
  use(loadAllTexts(language));
  const { address, figure } = answer;
  return (
    <>
      <h2>{`${address}: ${amountOf(figure, language)}`}</h2>
      <p>{costRange(answer, language)}</p>
      <ol className="steps costs">
        <Part node={figure} />
      </ol>
    </>
  );
}

function Part({ node }: { readonly node: CostNode }) {
  const language = useLanguage();
  const { name, parts, input } = node;
  return (
    <li>
      <p>
        <b>{`${name} = ${amountOf(node, language)}`}</b>
      </p>
      {parts.length === 0 ? (
        <p className="note">{costBasis(input, language)}</p>
      ) : (
        costEquations(node, language).map((text, index) => (
          <p key={index} className="equation">
            = {text}
          </p>
        ))
      )}
      {input?.sources.slice(0, FEW_SOURCES).map(({ key, published, publisher, url }) => (
        <p key={key} className="note">
          {`${formatDay(published, language, 'short')} · `}
          <WebLink url={url} text={publisher} />
        </p>
      ))}
      {parts.length > 0 && (
        <ol className="steps">
          {parts.map((part) => (
            <Part key={part.name} node={part} />
          ))}
        </ol>
      )}
    </li>
  );
}

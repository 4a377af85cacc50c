import { use, useMemo } from 'react';
import { sectionsOf } from '../../../show/markdown-document.ts';
import { translate } from '../../../show/message.ts';
import { loadAllTexts } from '../../browser/load-texts.ts';
import { Folded } from '../../components/folded.tsx';
import { Markdown } from '../../components/markdown.tsx';
import { TypedField } from '../../components/typed-field.tsx';
import { useLanguage, usePage, useStore } from '../../page-context.ts';
import { changedQuery } from '../inquiries.ts';
import { Waiting } from '../waiting.tsx';

/** Every equation, by sector, as the model itself has it. */
export function ModelPage() {
  const language = useLanguage();
  use(loadAllTexts(language));
  const { inquired, isInquiring } = usePage();
  const text = inquired?.kind === 'model' ? inquired.equations[language] : null;
  return (
    <article aria-busy={isInquiring}>
      {text === null ? (
        <>
          <h1>{translate(language, 'page.name.model')}</h1>
          <Waiting text="page.model.waiting" />
        </>
      ) : (
        <Sectors text={text} />
      )}
    </article>
  );
}

function Sectors({ text }: { readonly text: string }) {
  const language = useLanguage();
  const store = useStore();
  const { view } = usePage();
  const { title, opening, sections } = useMemo(() => sectionsOf(text), [text]);
  const wanted = new URLSearchParams(view.query).get('words') ?? '';
  const words = wanted.toLowerCase().split(/\s+/u).filter(Boolean);
  // The first section lists the others.
  const sectors = sections.slice(1).flatMap(({ heading, parts }) => {
    const found = parts.filter((part) => {
      const whole = `${heading} ${part.text}`.toLowerCase();
      return words.every((word) => whole.includes(word));
    });
    return found.length === 0 ? [] : [{ heading, found }];
  });
  return (
    <>
      <h1>{title}</h1>
      <div className="context">
        <Markdown blocks={opening} within={title} />
      </div>
      <div className="asked" role="search">
        <TypedField
          label={translate(language, 'page.model.words')}
          value={wanted}
          hint="capacity"
          type="search"
          commit={(value) => store.setView({ query: changedQuery(view.query, 'words', value) })}
        />
      </div>
      {sectors.length === 0 && <p>{translate(language, 'page.model.none')}</p>}
      {sectors.map(({ heading, found }) => (
        <Folded key={heading} heading={heading} level={2} isOpen={words.length > 0}>
          {found.map((part, index) => (
            <Markdown key={index} blocks={part.blocks} within={heading} />
          ))}
        </Folded>
      ))}
    </>
  );
}

import { translate } from '../../show/message.ts';
import type { PlainMessageKey } from '../../show/message.ts';
import { useLanguage } from '../page-context.ts';

/** What stands in a page until its answer is there. */
export function Waiting({ text }: { readonly text: PlainMessageKey }) {
  const language = useLanguage();
  return (
    <p className="loading is-awaited" role="status">
      {translate(language, text)}
    </p>
  );
}

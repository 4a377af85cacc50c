import type { Row } from '../register/index.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';

/** Who said what a row says; a row of one's own is told apart from those of the register. */
export function publisherText(
  { publisher, own }: Pick<Row, 'publisher' | 'own'>,
  language: Language,
): string {
  return own ? translate(language, 'facts.own', { publisher }) : publisher;
}

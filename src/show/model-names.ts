import type { Language } from './language.ts';
import { translate } from './message.ts';
import type { PlainMessageKey } from './message.ts';
import { en } from './messages/en.ts';

/** Name of what can limit output, in the reader's language; an unknown one stays as it is. */
export function constraintName(constraint: string, language: Language): string {
  return named(`constraint.${constraint}`, constraint, language);
}

/** Name of a buyer in the reader's language; an unknown one stays as it is. */
export function buyerName(buyer: string, language: Language): string {
  return named(`buyer.${buyer}`, buyer, language);
}

function named(key: string, fallback: string, language: Language): string {
  return isKey(key) ? translate(language, key) : fallback;
}

function isKey(key: string): key is PlainMessageKey {
  return key in en;
}

import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from './language.ts';
import { en } from './messages/en.ts';
import { ja } from './messages/ja.ts';

export type MessageKey = keyof typeof en;

/**
 * Names of the parameters of a message, read from its English text: `{count, plural, …}` and `{name}` give `count` and
 * `name`. Branches of a plural hold a `#` or a space and are no names.
 */
type ParameterOf<Text extends string> = Text extends `${string}{${infer Rest}`
  ? NameOf<Rest> | ParameterOf<Rest>
  : never;
type NameOf<Rest extends string> = Rest extends `${infer Inner}}${string}`
  ? Inner extends `${infer Name},${string}`
    ? Plain<Name>
    : Plain<Inner>
  : never;
type Plain<Name extends string> = Name extends `${string}${'#' | ' ' | '{'}${string}` | '' ? never : Name;

/** What a message needs; nothing for most. */
export type MessageParameters<Key extends MessageKey> = [ParameterOf<(typeof en)[Key]>] extends [never]
  ? []
  : [parameters: Readonly<Record<ParameterOf<(typeof en)[Key]>, string | number>>];

/** Keys of the messages without parameters. */
export type PlainMessageKey = {
  [Key in MessageKey]: MessageParameters<Key> extends [] ? Key : never;
}[MessageKey];

const CATALOGUES: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = { en, ja };
/** Adds texts of a language to a program that was bundled without them, such as a page that loads them late. */
export function addTexts(language: Language, texts: Readonly<Record<MessageKey, string>>): void {
  Object.assign(CATALOGUES[language], texts);
}

/** Whether a language has a text of that name, by now. */
export function hasText(language: Language, key: string): key is PlainMessageKey {
  return key in CATALOGUES[language];
}

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-US', ja: 'ja-JP' };
const formats = new Map<string, IntlMessageFormat>();

/** A message in the reader's language; its parameters are checked by the compiler. */
export function translate<Key extends MessageKey>(
  language: Language,
  key: Key,
  ...[parameters]: MessageParameters<Key>
): string {
  const text: string = CATALOGUES[language][key];
  if (parameters === undefined) return text.replaceAll("''", "'");
  const cached = formats.get(`${language} ${key}`);
  const format = cached ?? new IntlMessageFormat(text, LOCALES[language]);
  if (!cached) formats.set(`${language} ${key}`, format);
  return String(format.format(parameters));
}

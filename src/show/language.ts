/** Languages of every text that a person reads. Data, identifiers and CSV columns stay in English in both. */
export const LANGUAGES = ['en', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language of a locale name such as `ja_JP.UTF-8`, `ja` or `en-GB`: Japanese where it starts with `ja`, else English. */
export function languageOf(locale: string | undefined): Language {
  return locale?.toLowerCase().startsWith('ja') ? 'ja' : 'en';
}

import type { Language } from '../../show/language.ts';
import { addTexts } from '../../show/message.ts';

const loaded = new Map<Language, Promise<void>>([['en', Promise.resolve()]]);

/** Resolves once the texts of a language are there; English is from the start. */
export function loadLanguage(language: Language): Promise<void> {
  const known = loaded.get(language);
  if (known !== undefined) return known;
  const loading = import('../../show/messages/ja.ts').then(({ ja }) => addTexts('ja', ja));
  loaded.set(language, loading);
  // One that could not be loaded is tried again.
  loading.catch(() => loaded.delete(language));
  return loading;
}

import type { Language } from '../../show/language.ts';
import { addTexts } from '../../show/message.ts';

const loading = new Map<string, Promise<void>>();

/** What the first screen needs: English is there from the start, Japanese is loaded for those who read it. */
export function loadLanguage(language: Language): Promise<void> {
  return language === 'en' ? atOnce : once('ja', addJapanese);
}

/** Everything that any page says. */
export function loadAllTexts(language: Language): Promise<void> {
  return language === 'en' ? once('en', addEnglish) : once('ja', addJapanese);
}

const atOnce = Promise.resolve();

async function addEnglish(): Promise<void> {
  const { en } = await import('../../show/messages/en.ts');
  addTexts('en', en);
}

async function addJapanese(): Promise<void> {
  const { ja } = await import('../../show/messages/ja.ts');
  addTexts('ja', ja);
}

/** The same promise for the same name, unless it failed: then it is tried again. */
function once(name: string, load: () => Promise<void>): Promise<void> {
  const known = loading.get(name);
  if (known !== undefined) return known;
  const promise = load();
  loading.set(name, promise);
  promise.catch(() => loading.delete(name));
  return promise;
}

import type { Language } from '../language.ts';
import { translate } from '../message.ts';

const TOLD = 3;

/** Title, the first few of a list with their figures, and how many more there are. */
export function listSummary(
  title: string,
  items: readonly { readonly name: string; readonly text: string }[],
  language: Language,
): string {
  const told = items.slice(0, TOLD).map((item) => translate(language, 'chart.list.item', item));
  const more = items.length - told.length;
  const parts = told.join(translate(language, 'chart.list.join'));
  return more > 0
    ? translate(language, 'chart.summary.more', { title, parts, more })
    : translate(language, 'chart.summary.list', { title, parts });
}

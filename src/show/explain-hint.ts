import type { Language } from './language.ts';
import { translate } from './message.ts';

/** How to learn what a figure of an answer rests on, by one of its own; nothing where it has none with an address. */
export function explainHint(answer: unknown, language: Language): readonly string[] {
  const example = firstAddress(answer);
  return example === undefined ? [] : [translate(language, 'explain.hint', { example })];
}

function firstAddress(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  if ('address' in answer && typeof answer.address === 'string') return answer.address;
  for (const part of Object.values(answer)) {
    const found = firstAddress(part);
    if (found !== undefined) return found;
  }
  return undefined;
}

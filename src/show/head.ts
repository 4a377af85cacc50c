import type { Screen } from './screen.ts';
import { wrap } from './text-wrap.ts';
import { themeOf } from './theme.ts';
import type { Tone } from './theme.ts';

/** The first line of an answer; lines, where the screen is too narrow for it. */
export function renderHead(text: string, screen: Screen, tone: Tone = 'strong'): string {
  const theme = themeOf(screen);
  return wrap(text, screen.width)
    .map((line) => theme.tone(tone, line))
    .join('\n');
}

import type { Language } from './language.ts';
import { translate } from './message.ts';
import type { Theme } from './theme.ts';

/** What stands for 50, 80 and 95 of 100 futures on a screen without colour. */
export const INNER = '▒';
export const OUTER = '░';
export const HAIRLINE = '·';

const SOLID = '█';

/** Which shade holds how many of 100 futures, with hairlines where there are any. */
export function fanKey(hasHairlines: boolean, theme: Theme, language: Language): string {
  const sample = (colour: number, character: string, share: number): string =>
    `${theme.paint(colour, undefined, character.repeat(2))} ${theme.tone('secondary', String(share))}`;
  const { inner, outer, hairline } = theme.fan;
  const shades = [
    sample(inner, theme.colour ? SOLID : INNER, 50),
    sample(outer, theme.colour ? SOLID : OUTER, 80),
    ...(hasHairlines ? [sample(hairline, HAIRLINE, 95)] : []),
  ].join('  ');
  // The text around the samples has a tone of its own.
  const [before = '', after = ''] = translate(language, 'fan.key', { shades: '\n' }).split('\n');
  return `${theme.tone('secondary', before)}${shades}${theme.tone('secondary', after)}`;
}

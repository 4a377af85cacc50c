import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { translate } from './message.ts';
import { en } from './messages/en.ts';
import { ja } from './messages/ja.ts';

type Part = ReturnType<IntlMessageFormat['getAst']>[number];

// The package does not export its enum of parts; a literal text is the first of it.
const LITERAL: number = 0;

/** Names of all arguments of a message, those inside plural branches included. */
function argumentsOf(parts: readonly Part[]): string[] {
  return parts.flatMap((part) => {
    const own = 'value' in part && !Object.is(part.type, LITERAL) ? [part.value] : [];
    const nested =
      'options' in part ? Object.values(part.options).flatMap((option) => argumentsOf(option.value)) : [];
    return [...own, ...nested];
  });
}

function namesIn(text: string, locale: string): string[] {
  return [...new Set(argumentsOf(new IntlMessageFormat(text, locale).getAst()))].sort();
}

describe('catalogues', () => {
  it('have the same keys in both languages', () => {
    expect(Object.keys(ja).sort()).toEqual(Object.keys(en).sort());
  });

  it.each(Object.entries(ja))('%s takes the same parameters in both languages', (key, text) => {
    const english = new Map(Object.entries<string>(en)).get(key) ?? '';
    expect(namesIn(text, 'ja-JP')).toEqual(namesIn(english, 'en-US'));
  });

  it('leave no message empty', () => {
    for (const text of [...Object.values(en), ...Object.values(ja)]) expect(text.trim()).not.toBe('');
  });
});

describe('translate', () => {
  it('fills plurals by the rules of the language', () => {
    expect(translate('en', 'claims.since', { count: 1 })).toBe('1 row published since');
    expect(translate('en', 'claims.since', { count: 1200 })).toBe('1,200 rows published since');
    expect(translate('ja', 'claims.since', { count: 3 })).toBe('その後に公表された3行');
    const none = { count: 0, statements: 0, date: '1 May 2025' };
    expect(translate('en', 'facts.count', none)).toBe('No row matches, published by 1 May 2025');
    expect(translate('en', 'facts.vintages.spread', { sources: 4, spread: '33–40' })).toBe(
      'Latest word of 4 sources: 33–40',
    );
  });

  it('takes parameters where the message has them, and only there', () => {
    expect(translate('ja', 'facts.repeats', { id: 'x' })).toBe('x の再掲');
    expect(translate('en', 'cli.examples')).toBe('Examples');
    // @ts-expect-error -- the message has no parameters
    translate('en', 'cli.examples', { count: 1 });
    // @ts-expect-error -- the message needs `count`
    expect(() => translate('en', 'claims.since', { number: 1 })).toThrow('count');
  });
});

import { assert, constantFrom, integer, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { padEnd, padStart, truncate, widthOf } from './text-width.ts';
import { indent, wrap } from './text-wrap.ts';

describe('widthOf', () => {
  it('counts Japanese characters twice and escape sequences not at all', () => {
    expect(widthOf('HBM')).toBe(3);
    expect(widthOf('電力')).toBe(4);
    expect(widthOf('\u001B[1m電力\u001B[0m')).toBe(4);
    expect(widthOf('━━●━ 1.4–3.9 ▲')).toBe(14);
  });

  it('pads and cuts by it', () => {
    expect(padEnd('電力', 6)).toBe('電力  ');
    expect(padStart('電力', 6)).toBe('  電力');
    expect(truncate('電力と需要', 7)).toBe('電力と…');
    expect(truncate('power', 5)).toBe('power');
  });
});

describe('wrap', () => {
  it('breaks at spaces', () => {
    expect(wrap('Memory binds first, until early 2027', 14)).toEqual([
      'Memory binds',
      'first, until',
      'early 2027',
    ]);
  });

  it('breaks Japanese between characters, but not before closing marks or inside a figure', () => {
    const text = '売上高は1,937億ドルとなり、「供給は逼迫する」という。';
    for (const width of [8, 10, 12, 14, 20, 24]) {
      for (const line of wrap(text, width)) {
        expect(line).not.toMatch(/^[、。」ー]/u);
        expect(line).not.toMatch(/「$/u);
      }
      expect(wrap(text, width).join('')).toBe(text);
    }
    expect(wrap(text, 20)).toEqual(['売上高は1,937億ドル', 'となり、「供給は逼迫', 'する」という。']);
  });

  it('leaves addresses whole', () => {
    const address = 'https://example.org/a/very/long/address';
    expect(wrap(`see ${address} for more`, 12)).toEqual(['see', address, 'for more']);
  });

  it('fits every line and loses no character but spaces', () => {
    const texts = string({
      unit: constantFrom('a', 'b', ' ', '電', '力', '、', '5', '億'),
      maxLength: 60,
    });
    assert(
      property(texts, integer({ min: 8, max: 40 }), (text, width) => {
        const lines = wrap(text, width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        for (const line of lines) expect(widthOf(line.trimEnd())).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('indents by the width of the first mark', () => {
    expect(indent(['one', 'two'], '– ')).toEqual(['– one', '  two']);
  });
});

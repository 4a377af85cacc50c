import { describe, expect, it } from 'vitest';
import { parseCsv } from './csv.ts';

const texts = (text: string) => parseCsv(text, 'f.csv').rows.map((row) => row.map((cell) => cell.text));

describe('parseCsv', () => {
  it('reads quotes, doubled quotes, commas and line breaks in quotes', () => {
    expect(texts('a,b\n"x, y","he said ""no"""\n"two\nlines",\n')).toEqual([
      ['x, y', 'he said "no"'],
      ['two\nlines', ''],
    ]);
  });

  it('reads CRLF, a byte-order mark, blank lines and a last line without a break', () => {
    const csv = parseCsv('\uFEFFa,b\r\n1,2\r\n\r\n3,4', 'f.csv');
    expect(csv.header.map((cell) => cell.text)).toEqual(['a', 'b']);
    expect(csv.rows.map((row) => row.map((cell) => cell.text))).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(csv.problems).toEqual([]);
  });

  it('knows line and column of every cell, after line breaks in quotes too', () => {
    const csv = parseCsv('a,b\n"x\ny",2\n3,"4"\n', 'f.csv');
    expect(csv.rows.map((row) => row.map(({ line, column }) => [line, column]))).toEqual([
      [
        [2, 1],
        [3, 4],
      ],
      [
        [4, 1],
        [4, 3],
      ],
    ]);
  });

  it.each([
    ['a,b\n1,"x', 'csv-unclosed-quote', 2, 3],
    ['a,b\n1,"x"y\n', 'csv-text-after-quote', 2, 6],
    ['a,b\n1,x"y\n', 'csv-quote-in-cell', 2, 4],
    ['a,b\n1,2,3\n', 'csv-wrong-width', 2, 1],
  ])('names the place of what is wrong in %j', (text, code, line, column) => {
    expect(parseCsv(text, 'f.csv').problems).toMatchObject([
      { code, place: { file: 'f.csv', line, column } },
    ]);
  });

  it('refuses an empty file', () => {
    expect(parseCsv('', 'f.csv').problems).toMatchObject([{ code: 'csv-empty' }]);
  });
});

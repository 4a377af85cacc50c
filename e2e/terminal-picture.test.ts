import { expect, it } from 'vitest';
import { drawTerminal } from './terminal-picture.ts';

it('draws text where it stands, in its colour, and nothing a browser would read as a tag', () => {
  const picture = drawTerminal(['a <b>  \u001B[1;38;5;130m53\u001B[0m'], 'A & B');
  expect(picture).toContain('<title>A &amp; B</title>');
  expect(picture).toContain('textLength="42">a &lt;b&gt;</text>');
  expect(picture).toContain('x="86.8"');
  expect(picture).toContain('fill="#b2431c" font-weight="bold">53</text>');
});

it('draws blocks as rectangles over their ground', () => {
  const picture = drawTerminal(['\u001B[38;5;254;48;5;250m▀▀\u001B[0m'], 'fan');
  const rectangles = [
    ...picture.matchAll(/<rect x="28" y="28" width="([\d.]+)" height="([\d.]+)" fill="(#\w+)"/gu),
  ];
  expect(rectangles.map((match) => match.slice(1))).toEqual([
    ['16.8', '19', '#d3cec0'],
    ['16.8', '9.5', '#edeae1'],
  ]);
});

it('sets wide characters apart from narrow ones', () => {
  const picture = drawTerminal(['GPU不足'], 'ja');
  expect(picture).toContain('textLength="25.2">GPU</text>');
  expect(picture).toContain('x="53.2"');
  expect(picture).toContain('textLength="33.6">不足</text>');
});

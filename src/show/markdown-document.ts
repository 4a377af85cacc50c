/** A piece of a document. */
export type MarkdownBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'code'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly header: readonly string[];
      /** By column: whether it stands right. */
      readonly numeric: readonly boolean[];
      readonly rows: readonly (readonly string[])[];
    };

/**
 * The blocks of a document that this project generates: headings, paragraphs, lists, fenced code and tables. Pictures and
 * anchors are left out: they lie beside the document, not beside whoever shows it.
 */
export function blocksOf(text: string): MarkdownBlock[] {
  const lines = text.split('\n');
  const blocks: MarkdownBlock[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    const heading = /^(#+) (.*)$/u.exec(line);
    const end = (isPart: (line: string) => boolean): number => {
      const found = lines.findIndex((each, index) => index > at && !isPart(each));
      return found < 0 ? lines.length : found;
    };
    if (heading) {
      blocks.push({ kind: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '' });
      at += 1;
    } else if (line.startsWith('```')) {
      const last = end((each) => !each.startsWith('```'));
      blocks.push({ kind: 'code', text: lines.slice(at + 1, last).join('\n') });
      at = last + 1;
    } else if (line.startsWith('- ')) {
      const last = end((each) => each.startsWith('- '));
      blocks.push({ kind: 'list', items: lines.slice(at, last).map((each) => each.slice(2)) });
      at = last;
    } else if (line.startsWith('| ')) {
      const last = end((each) => each.startsWith('|'));
      const [header = [], rule = [], ...rows] = lines.slice(at, last).map(cellsOf);
      blocks.push({ kind: 'table', header, numeric: rule.map((cell) => cell.endsWith(':')), rows });
      at = last;
    } else {
      if (line.trim() !== '' && !/^(?:<a |!\[)/u.test(line)) blocks.push({ kind: 'paragraph', text: line });
      at += 1;
    }
  }
  return blocks;
}

function cellsOf(line: string): string[] {
  return line
    .slice(1, -1)
    .split(/(?<!\\)\|/u)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));
}

/** A part of a section: what stands under one heading of the third level, or before the first. */
export interface DocumentPart {
  readonly blocks: readonly MarkdownBlock[];
  /** All of it, to be searched. */
  readonly text: string;
}

export interface DocumentSection {
  readonly heading: string;
  readonly parts: readonly DocumentPart[];
}

/** A document by its title, what stands before the first section, and sections. */
export function sectionsOf(text: string): {
  readonly title: string;
  readonly opening: readonly MarkdownBlock[];
  readonly sections: readonly DocumentSection[];
} {
  const blocks = blocksOf(text);
  const [first] = blocks;
  const starts = indicesOf(blocks, 2);
  return {
    title: first?.kind === 'heading' ? first.text : '',
    opening: blocks.slice(1, starts[0]),
    sections: starts.map((start, index) => {
      const [head, ...rest] = blocks.slice(start, starts[index + 1]);
      return { heading: head?.kind === 'heading' ? head.text : '', parts: partsOf(rest) };
    }),
  };
}

function partsOf(blocks: readonly MarkdownBlock[]): DocumentPart[] {
  const starts = [0, ...indicesOf(blocks, 3).filter((start) => start > 0)];
  return starts.map((start, index) => {
    const part = blocks.slice(start, starts[index + 1]);
    return { blocks: part, text: part.map(textOf).join('\n') };
  });
}

function indicesOf(blocks: readonly MarkdownBlock[], level: number): number[] {
  return blocks.flatMap((block, index) => (block.kind === 'heading' && block.level === level ? [index] : []));
}

function textOf(block: MarkdownBlock): string {
  switch (block.kind) {
    case 'list':
      return block.items.join('\n');
    case 'table':
      return [block.header, ...block.rows].map((row) => row.join(' ')).join('\n');
    default:
      return block.text;
  }
}

/** A line in pieces: code between backquotes and words of links, without where they lead. */
export function inlinePieces(text: string): readonly { readonly text: string; readonly isCode: boolean }[] {
  return text
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .split('`')
    .map((piece, index) => ({ text: piece, isCode: index % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}

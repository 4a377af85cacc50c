import { inlinePieces } from '../../show/markdown-document.ts';
import type { MarkdownBlock } from '../../show/markdown-document.ts';
import { TableView } from './table-view.tsx';

interface MarkdownProps {
  readonly blocks: readonly MarkdownBlock[];
  /** Levels by which headings stand lower than in the document. */
  readonly lowered?: number;
  /** Section that they stand in, for names of tables. */
  readonly within: string;
}

/** A generated document as elements: nothing in it is ever markup of the page. */
export function Markdown({ blocks, lowered = 0, within }: MarkdownProps) {
  return blocks.map((block, index) => {
    switch (block.kind) {
      case 'heading':
        return <Heading key={index} level={block.level + lowered} text={block.text} />;
      case 'list':
        return (
          <ul key={index}>
            {block.items.map((item) => (
              <li key={item}>
                <Inline text={item} />
              </li>
            ))}
          </ul>
        );
      case 'code':
        return (
          <p key={index} className="equation">
            {block.text}
          </p>
        );
      case 'table':
        return <TableView key={index} caption={nameOf(blocks, index, within)} table={tableOf(block)} />;
      default:
        return (
          <p key={index}>
            <Inline text={block.text} />
          </p>
        );
    }
  });
}

function Heading({ level, text }: { readonly level: number; readonly text: string }) {
  const content = <Inline text={text} />;
  if (level <= 2) return <h2>{content}</h2>;
  return level === 3 ? <h3>{content}</h3> : <h4>{content}</h4>;
}

function Inline({ text }: { readonly text: string }) {
  return inlinePieces(text).map((piece, index) =>
    piece.isCode ? <code key={index}>{piece.text}</code> : <span key={index}>{piece.text}</span>,
  );
}

type TableBlock = Extract<MarkdownBlock, { readonly kind: 'table' }>;

function tableOf({ header, numeric, rows }: TableBlock): Parameters<typeof TableView>[0]['table'] {
  return {
    columns: header.map((title, index) => ({ title, align: numeric[index] ? 'right' : 'left' })),
    groups: [{ rows }],
  };
}

/** What a table is called: the nearest heading above it, told apart from others by section and number. */
function nameOf(blocks: readonly MarkdownBlock[], index: number, within: string): string {
  const heading = blocks.findLast(({ kind }, position): boolean => position < index && kind === 'heading');
  const number = blocks.slice(0, index + 1).filter(({ kind }) => kind === 'table').length;
  const name = heading?.kind === 'heading' ? heading.text : '';
  return [within, name, number].filter((part) => part !== '').join(' · ');
}

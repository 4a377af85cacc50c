import { FigureButton } from './figure-button.tsx';
import { Sentence } from './sentence.tsx';

interface EmphasisProps {
  readonly text: string;
  /** Address of the figure that counts. */
  readonly figure: string | undefined;
}

/** A text whose parts between asterisks are what counts; it opens where it comes from. */
export function Emphasis({ text, figure }: EmphasisProps) {
  const parts = text.split('*');
  return parts.map((part, index) => {
    const isAfter = figure !== undefined && index > 0;
    if (index % 2 === 0)
      return (
        <span key={index}>
          <Sentence text={isAfter ? part.replace(CLOSING, '') : part} />
        </span>
      );
    if (figure === undefined) return <strong key={index}>{part}</strong>;
    return (
      <span key={index} className="unbroken">
        <strong>
          <FigureButton figure={figure} text={part} />
        </strong>
        {CLOSING.exec(parts[index + 1] ?? '')?.[0]}
      </span>
    );
  });
}

/** Marks that begin no line; browsers break between a button and whatever follows it. */
const CLOSING = /^[.,;:)。、；：）]+/u;

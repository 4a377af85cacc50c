import { FigureButton } from './figure-button.tsx';

interface EmphasisProps {
  readonly text: string;
  /** Address of the figure that counts. */
  readonly figure: string | undefined;
}

/** A text whose parts between asterisks are what counts; it opens where it comes from. */
export function Emphasis({ text, figure }: EmphasisProps) {
  return text.split('*').map((part, index) => {
    if (index % 2 === 0) return <span key={index}>{part}</span>;
    return (
      <strong key={index}>
        {figure === undefined ? part : <FigureButton figure={figure} text={part} />}
      </strong>
    );
  });
}

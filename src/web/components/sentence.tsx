/** Brackets short enough for one line, as those around a range; browsers would break at its dash. */
const BRACKETS = /([(（][^()（）]{1,16}[)）])/u;

/** Words around figures, whose ranges stay in one line. */
export function Sentence({ text }: { readonly text: string }) {
  return text.split(BRACKETS).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <span key={index} className="unbroken">
        {part}
      </span>
    ),
  );
}

import type { Problem } from '../../problem/problem.ts';
import { inOrderOfPlace, problemText } from '../../show/problem-text.ts';
import { useLanguage } from '../page-context.ts';

/** Problems in words, each with its place. */
export function ProblemList({ problems }: { readonly problems: readonly Problem[] }) {
  const language = useLanguage();
  return (
    <ul>
      {inOrderOfPlace(problems).map((problem) => {
        const text = problemText(problem, language);
        return <li key={text}>{text}</li>;
      })}
    </ul>
  );
}

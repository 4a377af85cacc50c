import type { ReactNode } from 'react';

interface FoldedProps {
  readonly heading: string;
  readonly level: 2 | 3;
  readonly isOpen?: boolean;
  readonly children: ReactNode;
}

/** A section that opens. */
export function Folded({ heading, level, isOpen = false, children }: FoldedProps) {
  return (
    <details className="folded" open={isOpen || undefined}>
      <summary>{level === 2 ? <h2>{heading}</h2> : <h3>{heading}</h3>}</summary>
      {children}
    </details>
  );
}

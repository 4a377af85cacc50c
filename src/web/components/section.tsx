import type { ReactNode } from 'react';

interface SectionProps {
  readonly title: string;
  readonly note?: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** One piece of evidence under its heading. */
export function Section({ title, note, className, children }: SectionProps) {
  return (
    <section className={className ?? 'evidence'}>
      <h2>{title}</h2>
      {note !== undefined && <p className="note">{note}</p>}
      {children}
    </section>
  );
}

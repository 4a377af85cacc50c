import type { ReactNode } from 'react';

interface ToolButtonProps {
  readonly act: () => void;
  /** It has nothing to do now. */
  readonly isIdle?: boolean;
  readonly children: ReactNode;
}

/** A button that may have nothing to do. It stays in its place in the order and keeps the focus, which `disabled` drops. */
export function ToolButton({ act, isIdle = false, children }: ToolButtonProps) {
  return (
    <button type="button" aria-disabled={isIdle || undefined} onClick={isIdle ? undefined : act}>
      {children}
    </button>
  );
}

/** Questions one after another, in the order asked, each of which can be cancelled before or while it is answered. */
export class Turns {
  readonly #failed: (id: number, reason: string) => void;
  readonly #asked = new Map<number, AbortController>();
  #last: Promise<void> = Promise.resolve();

  /** `failed` hears why a question has no answer, unless it was cancelled. */
  constructor(failed: (id: number, reason: string) => void) {
    this.#failed = failed;
  }

  take(id: number, answer: (signal: AbortSignal) => Promise<void>): void {
    const controller = new AbortController();
    const { signal } = controller;
    this.#asked.set(id, controller);
    this.#last = this.#last.then(async () => {
      try {
        if (!signal.aborted) await answer(signal);
      } catch (error) {
        if (!signal.aborted) this.#failed(id, reasonOf(error));
      } finally {
        this.#asked.delete(id);
      }
    });
  }

  cancel(id: number): void {
    this.#asked.get(id)?.abort();
  }
}

/** What went wrong, in the words of whoever threw it. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

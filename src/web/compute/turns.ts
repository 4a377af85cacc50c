/** Questions one after another, in the order asked, each of which can be cancelled before or while it is answered. */
export class Turns {
  readonly #failed: (id: number, reason: string) => void;
  readonly #asked = new Map<number, AbortController>();
  #last: Promise<void> = Promise.resolve();

  /** `failed` hears why a question has no answer, unless it was cancelled. */
  constructor(failed: (id: number, reason: string) => void) {
    this.#failed = failed;
  }

  /** `ready` is what the answer needs and takes long to come: others do not wait for it. */
  take(
    id: number,
    answer: (signal: AbortSignal) => Promise<void>,
    ready: Promise<unknown> = Promise.resolve(),
  ): void {
    const controller = new AbortController();
    const { signal } = controller;
    this.#asked.set(id, controller);
    const queue = (): void => {
      this.#last = this.#last.then(async () => {
        try {
          if (!signal.aborted) await answer(signal);
        } catch (error) {
          if (!signal.aborted) this.#failed(id, reasonOf(error));
        } finally {
          this.#asked.delete(id);
        }
      });
    };
    // What failed to come fails again in the answer, which tells why.
    ready.then(queue, queue);
  }

  cancel(id: number): void {
    this.#asked.get(id)?.abort();
  }
}

/** What went wrong, in the words of whoever threw it. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

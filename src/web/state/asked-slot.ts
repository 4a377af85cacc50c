/** An answer that is asked for under a key, one at a time: the newest question wins, and its answer stays until the next. */
export class AskedSlot<Answer> {
  readonly #cancel: (id: number) => void;
  #asking: { readonly id: number; readonly key: string; readonly mayEnd?: boolean } | null = null;
  /** What is asked as soon as there is an answer. */
  #next: { readonly key: string; readonly ask: () => number } | null = null;
  #answered: { readonly key: string; readonly answer: Answer } | null = null;
  #failed: { readonly key: string; readonly reason: string } | null = null;

  constructor(cancel: (id: number) => void) {
    this.#cancel = cancel;
  }

  get isWaiting(): boolean {
    return this.#asking !== null;
  }

  /** The last answer, perhaps to an earlier question. */
  get answer(): Answer | null {
    return this.#answered?.answer ?? null;
  }

  /** Why the last question has no answer, in the words of the worker. */
  get failure(): string | null {
    return this.#failed?.reason ?? null;
  }

  /** Asks unless the answer is known or on its way; `ask` gives the number under which it comes. Null wants nothing. */
  want(key: string | null, ask: () => number): void {
    this.#next = null;
    if (this.#asking !== null && this.#asking.key === key) return;
    if (this.#asking !== null) this.#cancel(this.#asking.id);
    this.#asking = null;
    if (key === null) {
      this.#answered = null;
      this.#failed = null;
      return;
    }
    if (this.#answered?.key === key || this.#failed?.key === key) return;
    this.#failed = null;
    this.#asking = { id: ask(), key };
  }

  /**
   * Asks in the place of what was wanted, but lets an earlier question of this kind have its answer first: of those that
   * come faster than they can be answered, some are answered.
   */
  wantNext(key: string, ask: () => number): void {
    if (this.#asking?.mayEnd && this.#asking.key !== key) {
      this.#next = { key, ask };
      return;
    }
    this.want(key, ask);
    if (this.#asking?.key === key) this.#asking = { ...this.#asking, mayEnd: true };
  }

  /** Takes an answer if it is to the newest question. */
  take(id: number, answer: Answer): void {
    if (this.#asking?.id !== id) return;
    this.#answered = { key: this.#asking.key, answer };
    this.#asking = null;
    this.#askNext();
  }

  fail(id: number | null, reason: string): void {
    if (this.#asking === null || this.#asking.id !== id) return;
    this.#failed = { key: this.#asking.key, reason };
    this.#answered = null;
    this.#asking = null;
    this.#askNext();
  }

  #askNext(): void {
    const next = this.#next;
    this.#next = null;
    if (next !== null) this.wantNext(next.key, next.ask);
  }
}

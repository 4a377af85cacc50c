import type { RunBase } from '../../answers/run-base.ts';

/** Bases kept for the next question, by name, those last asked for: each takes several megabytes. */
export class KeptBases {
  readonly #most: number;
  readonly #kept = new Map<string, Promise<RunBase>>();

  constructor(most: number) {
    this.#most = most;
  }

  /** One that could not be had is tried again when next asked for. */
  get(name: string, load: () => Promise<RunBase>): Promise<RunBase> {
    const base = this.#kept.get(name) ?? load();
    this.#kept.delete(name);
    this.#kept.set(name, base);
    base.catch(() => this.#kept.get(name) === base && this.#kept.delete(name));
    for (const old of [...this.#kept.keys()].slice(0, -this.#most)) this.#kept.delete(old);
    return base;
  }
}

import { expect } from 'vitest';
import { chokepoint } from '../chokepoint.ts';

/** Programs at work at a time: each is a process that reads the register. */
const MOST = 3;

/** Runs of the command line, each command once, a few at a time. */
export class ToldRuns {
  readonly #told = new Map<string, Promise<string>>();
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  /** What a command that succeeds writes to stdout. */
  text(words: readonly string[]): Promise<string> {
    const key = JSON.stringify(words);
    const told = this.#told.get(key) ?? this.#run(words);
    this.#told.set(key, told);
    return told;
  }

  /** The same, read as JSON. */
  async data<T>(words: readonly string[]): Promise<T> {
    return JSON.parse(await this.text([...words, '--json'])) as T;
  }

  async #run(words: readonly string[]): Promise<string> {
    if (this.#running === MOST) await new Promise<void>((go) => this.#waiting.push(go));
    else this.#running++;
    const { code, stdout } = await chokepoint(words);
    const next = this.#waiting.shift();
    if (next) next();
    else this.#running--;
    expect({ words, code }).toEqual({ words, code: 0 });
    return stdout;
  }
}

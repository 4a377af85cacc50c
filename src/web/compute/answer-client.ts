import type { FromAnswerer, Question, SeriesRequest, ToAnswerer } from './worker-message.ts';

/** The page’s side of the worker that answers. */
export class AnswerClient {
  readonly #worker: Worker;
  #last = 0;

  constructor(hear: (message: FromAnswerer) => void) {
    this.#worker = new Worker(new URL('./answer-worker.ts', import.meta.url), { type: 'module' });
    this.#worker.addEventListener('message', ({ data }: MessageEvent<FromAnswerer>) => hear(data));
    this.#worker.addEventListener('error', (event) => {
      hear({ kind: 'failed', id: null, reason: event.message });
    });
  }

  loadDay(day: string): void {
    this.#post({ kind: 'day', day });
  }

  /** Gives the number under which answers will arrive. */
  ask(question: Omit<Question, 'id'>): number {
    const id = ++this.#last;
    this.#post({ kind: 'ask', question: { ...question, id } });
    return id;
  }

  askSeries(request: Omit<SeriesRequest, 'id'>): number {
    const id = ++this.#last;
    this.#post({ kind: 'series', request: { ...request, id } });
    return id;
  }

  cancel(id: number): void {
    this.#post({ kind: 'cancel', id });
  }

  #post(message: ToAnswerer): void {
    this.#worker.postMessage(message, []);
  }
}

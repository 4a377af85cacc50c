import type { Outlook } from './outlook.ts';
import type {
  ExplainRequest,
  FiguresGiven,
  FromAnswerer,
  InquiryRequest,
  Question,
  SeriesRequest,
  ToAnswerer,
  ToWholeAnswerer,
} from './worker-message.ts';

/** The page’s side of the workers that answer: that of the first screen, and that of everything else once it is asked. */
export class AnswerClient {
  readonly #hear: (message: FromAnswerer) => void;
  readonly #first: Worker;
  #whole: Worker | undefined;
  #last = 0;
  /** Days whose beliefs are wanted, and the one that is on its way. */
  readonly #toForm: Outlook[] = [];
  #forming: Outlook | undefined;

  constructor(hear: (message: FromAnswerer) => void) {
    this.#hear = hear;
    this.#first = this.#listen(
      new Worker(new URL('./answer-worker.ts', import.meta.url), { type: 'module' }),
    );
  }

  loadDay({ day, figures }: Outlook): void {
    this.#askFirst({ kind: 'day', day, figures });
  }

  /** Has figures of one's own read. */
  takeFigures(given: FiguresGiven): void {
    this.#askWhole({ kind: 'figures', ...given });
  }

  /** Gives the number under which answers will arrive. */
  ask(question: Omit<Question, 'id'>): number {
    const id = ++this.#last;
    this.#askFirst({ kind: 'ask', question: { ...question, id } });
    return id;
  }

  askSeries(request: Omit<SeriesRequest, 'id'>): number {
    const id = ++this.#last;
    this.#askWhole({ kind: 'series', request: { ...request, id } });
    return id;
  }

  explain(request: Omit<ExplainRequest, 'id'>): number {
    const id = ++this.#last;
    this.#askWhole({ kind: 'explain', request: { ...request, id } });
    return id;
  }

  inquire(request: Omit<InquiryRequest, 'id'>): number {
    const id = ++this.#last;
    this.#askWhole({ kind: 'inquire', request: { ...request, id } });
    return id;
  }

  cancel(id: number): void {
    this.#askFirst({ kind: 'cancel', id });
    this.#whole?.postMessage({ kind: 'cancel', id } satisfies ToWholeAnswerer, []);
  }

  #askFirst(message: ToAnswerer): void {
    this.#first.postMessage(message, []);
  }

  #askWhole(message: ToWholeAnswerer): void {
    this.#whole ??= this.#listen(
      new Worker(new URL('./whole-worker.ts', import.meta.url), { type: 'module' }),
    );
    this.#whole.postMessage(message, []);
  }

  /** One day at a time, that wanted last first: who goes through many days wants where they stop. */
  #formNext(): void {
    if (this.#forming !== undefined) return;
    this.#forming = this.#toForm.pop();
    if (this.#forming !== undefined) this.#askWhole({ kind: 'form', ...this.#forming });
  }

  #listen(worker: Worker): Worker {
    worker.addEventListener('message', ({ data }: MessageEvent<FromAnswerer>) => {
      // The workers know each other through the page alone.
      if (data.kind === 'wanted') this.#toForm.push({ day: data.day, figures: data.figures });
      if (data.kind === 'formed' || data.kind === 'refused') {
        this.#askFirst(data);
        this.#forming = undefined;
      }
      this.#formNext();
      this.#hear(data);
    });
    worker.addEventListener('error', (event) => {
      this.#hear({ kind: 'failed', id: null, reason: event.message });
    });
    return worker;
  }
}

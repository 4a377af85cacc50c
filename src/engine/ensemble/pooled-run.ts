import type { Problem } from '../../problem/problem.ts';
import { Block } from './block.ts';
import { drawInline } from './draw-inline.ts';
import { blockCount } from './ensemble-job.ts';
import type { EnsembleJob } from './ensemble-job.ts';
import { toPosted } from './posted-job.ts';
import type { Rooms } from './rooms.ts';
import type { FromJob, ToWorker } from './worker-message.ts';

/** A worker as a run sees it. */
export interface RunMember {
  post(message: ToWorker, transfer?: ArrayBuffer[]): void;
}

export interface PooledRunOptions {
  readonly signal?: AbortSignal | undefined;
  /** Hears of workers that stopped. */
  readonly note?: ((problem: Problem) => void) | undefined;
}

/** Blocks that a worker has at a time: one it draws, one that waits, so that it never stands idle. */
const DEPTH = 2;
/** Blocks handed out beyond the first not yet consumed, per worker; more would only fill memory. */
const WINDOW = 6;

/**
 * One job on some workers. Blocks are consumed in order, whoever draws them. It ends only when every worker has let
 * go of the job, so no message of it arrives later. What a stopped worker leaves, others draw, at the last the
 * caller’s thread.
 */
export class PooledRun<Member extends RunMember> {
  readonly finished: Promise<void>;
  readonly #number: number;
  readonly #job: EnsembleJob;
  readonly #consume: (block: Block) => void;
  readonly #options: PooledRunOptions;
  readonly #total: number;
  readonly #window: number;
  /** Blocks that each worker has; a worker that let go of the job, or stopped, is not in it. */
  readonly #held = new Map<Member, Set<number>>();
  /** By worker, which of so many blocks is its. */
  readonly #turns: ReadonlyMap<Member, number>;
  readonly #ready = new Map<number, Block>();
  readonly #rooms: Rooms;
  /** Blocks of stopped workers. */
  readonly #again: number[] = [];
  readonly #onAbort = (): void => this.#fail(this.#options.signal?.reason);
  /** Blocks below `#seen` that nobody has taken yet. */
  readonly #waiting: number[] = [];
  #seen = 0;
  #consumed = 0;
  #over = false;
  #failure: { readonly reason: unknown } | undefined;
  #settle: () => void = () => {};

  constructor(
    number: number,
    job: EnsembleJob,
    members: readonly Member[],
    consume: (block: Block) => void,
    rooms: Rooms,
    options: PooledRunOptions,
  ) {
    this.#number = number;
    this.#job = job;
    this.#consume = consume;
    this.#options = options;
    this.#rooms = rooms;
    this.#total = blockCount(job);
    this.#window = WINDOW * members.length;
    for (const member of members) this.#held.set(member, new Set());
    this.#turns = new Map(members.map((member, turn) => [member, turn]));
    const released = new Promise<void>((resolve) => (this.#settle = resolve));
    this.finished = released.then(() => this.#conclude());
  }

  start(kernel: number): void {
    const about = toPosted(this.#job);
    const { signal } = this.#options;
    signal?.addEventListener('abort', this.#onAbort);
    for (const member of this.#held.keys()) member.post({ kind: 'open', job: this.#number, kernel, about });
    if (this.#total === 0 || this.#held.size === 0) this.#end();
    else this.#handOut();
  }

  message(member: Member, message: FromJob): void {
    if (message.job !== this.#number) return;
    if (message.kind === 'closed') {
      this.#release(member);
      return;
    }
    this.#held.get(member)?.delete(message.block);
    if (this.#over) return;
    this.#ready.set(message.block, new Block(this.#job, message.block, message.numbers));
    try {
      this.#consumeReady();
    } catch (error) {
      this.#fail(error);
    }
    if (this.#over) return;
    if (this.#consumed === this.#total) this.#end();
    else this.#handOut();
  }

  ended(member: Member, reason: string): void {
    const left = this.#held.get(member);
    if (left === undefined) return;
    this.#again.push(...left);
    this.#again.sort((a, b) => a - b);
    if (!this.#over) {
      const params = { reason, left: this.#held.size - 1 };
      this.#options.note?.({ code: 'worker-stopped', params });
    }
    this.#release(member);
    if (!this.#over) this.#handOut();
  }

  #consumeReady(): void {
    for (;;) {
      const block = this.#ready.get(this.#consumed);
      if (block === undefined) return;
      this.#ready.delete(this.#consumed);
      this.#consumed++;
      this.#consume(block);
      this.#rooms.give(block.numbers);
      // The consumer may have cancelled the run.
      if (this.#over) return;
    }
  }

  #handOut(): void {
    for (const [member, held] of this.#held) {
      while (held.size < DEPTH) {
        const block = this.#again.shift() ?? this.#nextBlock(member);
        if (block === undefined) return;
        held.add(block);
        const room = this.#rooms.take();
        member.post({ kind: 'block', job: this.#number, block, room }, room && [room.buffer]);
      }
    }
  }

  /** Best every so many blocks: in the next run they are the same, and the worker has their draws already. */
  #nextBlock(member: Member): number | undefined {
    const limit = Math.min(this.#total, this.#consumed + this.#window);
    while (this.#seen < limit) this.#waiting.push(this.#seen++);
    const [turn, turns] = [this.#turns.get(member)!, this.#turns.size];
    const own = this.#waiting.findIndex((block) => block % turns === turn);
    return this.#waiting.splice(Math.max(own, 0), 1)[0];
  }

  #fail(reason: unknown): void {
    if (!this.#over) this.#failure = { reason };
    this.#end();
  }

  /** Nothing is consumed from here on; the run is finished once all workers have answered. */
  #end(): void {
    if (this.#over) return;
    this.#over = true;
    this.#options.signal?.removeEventListener('abort', this.#onAbort);
    for (const member of this.#held.keys()) member.post({ kind: 'close', job: this.#number });
    if (this.#held.size === 0) this.#settle();
  }

  #release(member: Member): void {
    this.#held.delete(member);
    if (this.#held.size > 0) return;
    this.#over = true;
    this.#options.signal?.removeEventListener('abort', this.#onAbort);
    this.#settle();
  }

  async #conclude(): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure.reason;
    if (this.#consumed === this.#total) return;
    const drawn = { from: this.#consumed, ready: this.#ready };
    await drawInline(this.#job, this.#consume, this.#options.signal, drawn);
  }
}

import type { ObserverSource } from '../wasm/observer.ts';
import type { Summary } from '../quantiles.ts';
import type { Block } from './block.ts';
import type { SamplerOptions } from '../sampling-plan.ts';
import type { EnsembleJob } from './ensemble-job.ts';
import { keptSamplings, samplingsOf } from './posted-job.ts';
import { PooledRun } from './pooled-run.ts';
import type { PooledRunOptions } from './pooled-run.ts';
import { Rooms } from './rooms.ts';
import { summariesOf, together } from './series-summaries.ts';
import type { WorkerHandle, WorkerHost } from './worker-host.ts';
import { KEPT_KERNELS } from './worker-message.ts';

interface Member {
  readonly handle: WorkerHandle;
  /** Numbers of the kernels that the worker keeps. */
  kernels: readonly number[];
  /** Numbers of the samplings that the worker keeps. */
  samplings: readonly number[];
  post: WorkerHandle['post'];
}

let kernels = 0;
const kernelNumbers = new WeakMap<ObserverSource, number>();

/** The same number for the same compiled kernel, so that it is posted to a worker once. */
function kernelNumber(source: ObserverSource): number {
  const number = kernelNumbers.get(source) ?? ++kernels;
  kernelNumbers.set(source, number);
  return number;
}

/** Posts what the worker does not have of the ways of drawing that a job needs. */
function postSamplings(member: Member, needed: ReadonlyMap<number, SamplerOptions>): void {
  const more = new Map([...needed].filter(([number]) => !member.samplings.includes(number)));
  if (more.size === 0) return;
  member.samplings = keptSamplings(member.samplings, needed);
  member.post({ kind: 'samplings', keep: member.samplings, more });
}

/** Workers that are started early and kept from job to job. Jobs run one after the other, each on all its workers. */
export class WorkerPool {
  readonly #host: WorkerHost;
  readonly #members: Member[] = [];
  readonly #rooms = new Rooms();
  /** Who waits for the summaries of a worker; gets undefined where it stopped. */
  readonly #summing = new Map<Member, (summaries: readonly Summary[] | undefined) => void>();
  #run: PooledRun<Member> | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #jobs = 0;

  constructor(host: WorkerHost) {
    this.#host = host;
  }

  get cores(): number {
    return this.#host.cores;
  }

  /** Workers that stand ready or are starting. */
  get size(): number {
    return this.#members.length;
  }

  /** Starts workers until there are `count`. Where the host allows no more, there are fewer, and it says why. */
  start(count: number): string | undefined {
    while (this.#members.length < count) {
      try {
        this.#members.push(this.#startOne());
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    }
    return undefined;
  }

  /**
   * Draws a job on `workers` of the pool’s workers, which are started if need be; `consume` gets its blocks in order,
   * and copies what it keeps of them, since their memory is used again. Resolves to the number of workers it began with.
   * Rejects with the signal’s reason once aborted and once every worker has let go; with what `consume` throws; and with
   * what drawing throws.
   */
  run(
    job: EnsembleJob,
    workers: number,
    consume: (block: Block) => void,
    options: PooledRunOptions = {},
  ): Promise<number> {
    const turn = this.#turn.then(() => this.#runNow(job, workers, consume, options));
    this.#turn = turn.catch(() => {});
    return turn;
  }

  /**
   * Summaries of series of equally many values, as `summarise` gives them, worked out by the caller’s thread and by all
   * but one of `workers` that stand ready: as many threads as drew. While a job is under way, by the caller alone.
   */
  async summarise(series: readonly Float64Array[], workers: number): Promise<Summary[]> {
    const helpers =
      this.#run === undefined && this.#summing.size === 0 ? this.#members.slice(0, workers - 1) : [];
    const size = Math.ceil(series.length / (helpers.length + 1));
    const partOf = (turn: number): readonly Float64Array[] => series.slice(turn * size, (turn + 1) * size);
    const others = helpers.map((member, index) => this.#summariseBy(member, partOf(index + 1)));
    const own = summariesOf(partOf(0));
    return [...own, ...(await Promise.all(others)).flat()];
  }

  /** Stops all workers; a job under way goes on in the caller’s thread. */
  close(): void {
    for (const member of this.#members.splice(0)) {
      member.handle.stop();
      this.#ended(member, 'closed');
    }
  }

  async #summariseBy(member: Member, part: readonly Float64Array[]): Promise<readonly Summary[]> {
    const series = together(part);
    const answer = new Promise<readonly Summary[] | undefined>((resolve) => {
      this.#summing.set(member, resolve);
    });
    member.handle.keep(true);
    member.post({ kind: 'summarise', series }, [series.numbers.buffer]);
    const summaries = await answer;
    this.#summing.delete(member);
    member.handle.keep(this.#run !== undefined);
    return summaries ?? summariesOf(part);
  }

  #ended(member: Member, reason: string): void {
    this.#summing.get(member)?.(undefined);
    this.#run?.ended(member, reason);
  }

  async #runNow(
    job: EnsembleJob,
    workers: number,
    consume: (block: Block) => void,
    options: PooledRunOptions,
  ): Promise<number> {
    options.signal?.throwIfAborted();
    const refusal = this.start(workers);
    if (refusal !== undefined)
      options.note?.({ code: 'worker-stopped', params: { reason: refusal, left: this.#members.length } });
    const members = this.#members.slice(0, workers);
    const kernel = kernelNumber(job.kernel);
    const samplings = samplingsOf(job);
    const run = new PooledRun(++this.#jobs, job, members, consume, this.#rooms, options);
    this.#run = run;
    try {
      for (const member of members) {
        member.handle.keep(true);
        if (!member.kernels.includes(kernel)) {
          member.kernels = [...member.kernels, kernel].slice(-KEPT_KERNELS);
          member.post({ kind: 'kernel', kernel, source: job.kernel });
        }
        postSamplings(member, samplings);
      }
      run.start(kernel);
      await run.finished;
    } finally {
      this.#run = undefined;
      for (const member of members) member.handle.keep(false);
    }
    return members.length;
  }

  #startOne(): Member {
    const handle = this.#host.start({
      message: (message) => {
        if (message.kind === 'summaries') this.#summing.get(member)?.(message.summaries);
        else this.#run?.message(member, message);
      },
      ended: (reason) => {
        const position = this.#members.indexOf(member);
        if (position >= 0) this.#members.splice(position, 1);
        this.#ended(member, reason);
      },
    });
    const member: Member = {
      handle,
      kernels: [],
      samplings: [],
      post: (message, transfer) => handle.post(message, transfer),
    };
    return member;
  }
}

/** What a long command tells of its progress. */
export interface Progress {
  /** Whole per cent done of all. */
  readonly percent: number;
  readonly all: number;
  /** Seconds left, if the rest goes as fast as what is done. */
  readonly left: number;
}

/** A count of work done, told with the time that is left; nothing more once all is done. */
export function timedProgress(
  tell: (progress: Progress | undefined) => void,
  now: () => number = () => performance.now(),
): (done: number, all: number) => void {
  const start = now();
  return (done, all) => {
    if (done >= all) tell(undefined);
    else if (done > 0) {
      const left = (((now() - start) / done) * (all - done)) / 1000;
      tell({ percent: Math.floor((100 * done) / all), all, left: Math.ceil(left) });
    }
  };
}

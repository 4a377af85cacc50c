/** Milliseconds of work between two turns of the event loop: a page then still draws, and a cancellation is heard. */
const LONGEST = 12;

/** A function that now and then lets timers, messages and cancellations be heard. Results never depend on when. */
export function breather(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < LONGEST) return;
    await nextTurn();
    last = performance.now();
  };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') {
      setImmediate(resolve);
      return;
    }
    // Timers of a page wait four milliseconds; a message does not.
    const { port1, port2 } = new MessageChannel();
    const heard = (): void => {
      port1.close();
      resolve();
    };
    (port1 as unknown as EventTarget).addEventListener('message', heard, { once: true });
    port1.start();
    port2.postMessage(null);
  });
}

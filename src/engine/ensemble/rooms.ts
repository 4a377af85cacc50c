/** More is given back to the system: no more than the blocks under way of a run of some thousand draws. */
const MOST_BYTES = 8e6;

/** Memory of blocks that are consumed, to be filled again by this run or the next: taking new costs more than filling it. */
export class Rooms {
  readonly #rooms: Float64Array<ArrayBuffer>[] = [];
  #bytes = 0;

  /** Of any size: whoever fills it looks whether it fits. */
  take(): Float64Array<ArrayBuffer> | undefined {
    const room = this.#rooms.pop();
    this.#bytes -= room?.byteLength ?? 0;
    return room;
  }

  give(room: Float64Array<ArrayBuffer>): void {
    if (this.#bytes + room.byteLength > MOST_BYTES) return;
    this.#bytes += room.byteLength;
    this.#rooms.push(room);
  }
}

/** A label that wants to stand at a height and takes some of it. */
export interface LabelWish {
  /** Middle, in pixels from the top. */
  readonly at: number;
  readonly height: number;
}

/**
 * Middles of labels down a margin, so that none overlaps another and all lie between `top` and `bottom`, as near to
 * their wishes as can be: neighbours that would touch form a block that stands at the mean of its wishes (the pool
 * adjacent violators algorithm). Where all together are higher than the margin, they follow one another from its top.
 */
export function placeLabels(wishes: readonly LabelWish[], top: number, bottom: number): number[] {
  const order = wishes
    .map((wish, index) => ({ wish, index }))
    .sort((a, b) => a.wish.at - b.wish.at || a.index - b.index);
  const blocks: Block[] = [];
  for (const { wish, index } of order) {
    let block: Block = { members: [index], height: wish.height, wanted: wish.at - wish.height / 2 };
    let above = blocks.at(-1);
    while (above && startOf(above, top, bottom) + above.height > startOf(block, top, bottom)) {
      block = join(above, block);
      blocks.pop();
      above = blocks.at(-1);
    }
    blocks.push(block);
  }
  const placed: number[] = wishes.map(({ at }) => at);
  for (const block of blocks) {
    let y = startOf(block, top, bottom);
    for (const member of block.members) {
      const height = wishes[member]?.height ?? 0;
      placed[member] = y + height / 2;
      y += height;
    }
  }
  return placed;
}

/** Labels that stand directly below one another. */
interface Block {
  readonly members: readonly number[];
  readonly height: number;
  /** Where its top would stand if it had the whole margin. */
  readonly wanted: number;
}

function startOf({ wanted, height }: Block, top: number, bottom: number): number {
  return Math.max(top, Math.min(wanted, bottom - height));
}

function join(above: Block, below: Block): Block {
  const [many, more] = [above.members.length, below.members.length];
  return {
    members: [...above.members, ...below.members],
    height: above.height + below.height,
    // The lower block's wish is moved up by what stands above it.
    wanted: (above.wanted * many + (below.wanted - above.height) * more) / (many + more),
  };
}

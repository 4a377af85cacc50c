const BLOCKS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;

/** Bounds of the scale; the data's own where left out, with zero included below. */
export interface SparklineOptions {
  readonly minimum?: number;
  readonly maximum?: number;
  /** Most columns to use; longer series are averaged into so many equal parts. */
  readonly width?: number;
}

/** A series as one line of block characters, `▁▂▅▇`; a gap (NaN) is a space. Empty for an empty series. */
export function renderSparkline(values: readonly number[], options: SparklineOptions = {}): string {
  const points = resample(values, options.width ?? values.length);
  const finite = points.filter((value) => Number.isFinite(value));
  const low = options.minimum ?? Math.min(0, ...finite);
  const high = options.maximum ?? Math.max(low, ...finite);
  return points
    .map((value) => {
      if (!Number.isFinite(value)) return ' ';
      const share = high > low ? (value - low) / (high - low) : 0;
      return BLOCKS[Math.min(7, Math.max(0, Math.round(share * 7)))];
    })
    .join('');
}

function resample(values: readonly number[], width: number): readonly number[] {
  if (values.length <= width) return values;
  return Array.from({ length: width }, (_, index) => {
    const from = Math.floor((index * values.length) / width);
    const to = Math.max(from + 1, Math.floor(((index + 1) * values.length) / width));
    const part = values.slice(from, to).filter((value) => Number.isFinite(value));
    return part.length === 0 ? NaN : part.reduce((sum, value) => sum + value, 0) / part.length;
  });
}

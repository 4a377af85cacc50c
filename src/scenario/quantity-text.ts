/** Letters after a number of parameters, tokens, hours or FLOP. */
const SUFFIXES: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  m: 1e6,
  b: 1e9,
  bn: 1e9,
  t: 1e12,
  trn: 1e12,
};

/** A positive number such as `37e9`, `405B`, `14.8T`, `30,840,000`; undefined for anything else. */
export function readQuantity(text: string): number | undefined {
  const match = /^(\d[\d,]*(?:\.\d+)?(?:e[+]?\d+)?)\s*([a-z]*)$/iu.exec(text.trim());
  const factor = SUFFIXES[(match?.[2] ?? '').toLowerCase()];
  const value = factor === undefined ? NaN : Number((match?.[1] ?? '').replaceAll(',', '')) * factor;
  return value > 0 && Number.isFinite(value) ? value : undefined;
}

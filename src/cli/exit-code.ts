/** Exit codes of `chokepoint`, documented in its help; they never change their meaning. */
export const EXIT = {
  ok: 0,
  /** A file, name or value given by the user is wrong; nothing was changed. */
  problem: 1,
  /** The command line itself is not understood. */
  usage: 2,
  /** A fault of Chokepoint (EX_SOFTWARE of BSD's sysexits). */
  internal: 70,
} as const;

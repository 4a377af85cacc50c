/** System fonts, Japanese ones after the Latin; no quotes, as it stands in attributes. */
export const FONT_FAMILY =
  'system-ui, -apple-system, Segoe UI, Roboto, Helvetica Neue, Noto Sans, Hiragino Sans, Yu Gothic UI, Noto Sans JP, sans-serif';

/** Of headings. */
export const TITLE_SIZE = 14;
/** Of everything else. */
export const TEXT_SIZE = 12;
/** From one line to the next. */
export const LINE_HEIGHT = 16;
/** From the middle of a line of text to its baseline, as a share of its size. */
export const BASELINE_SHIFT = 0.36;

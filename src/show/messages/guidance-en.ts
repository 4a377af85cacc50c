/** Capital expenditure as buyers guided it against what they reported. */
export const guidanceEn = {
  'guidance.option': 'capital expenditure as big buyers guided it, against what they reported',
  'guidance.example': 'how often guides of capital expenditure were beaten',
  'guidance.head': 'Capital expenditure, guidance against actual · as of {date}',
  'guidance.last':
    'Reported capital expenditure came above the last guide in *{above} of {count}* guided years of big buyers.',
  'guidance.first':
    'It came above the first guide in {above} of the {count} that were guided at least half a year ahead, in the middle by {over}.',
  'guidance.none': 'No year that a big buyer had guided was reported by this day.',
  'guidance.column.year': 'Year',
  'guidance.column.guided': 'Guided',
  'guidance.column.reported': 'Reported',
  'guidance.column.first': 'Over the\nfirst guide',
  'guidance.column.last': 'Over the\nlast guide',
  'guidance.place.above': '{over}, above',
  'guidance.place.within': '{over}, within',
  'guidance.place.below': '{over}, below',
  'guidance.how':
    'Guides of whole years by the company or as reported of it, published before the year ended. Over: what was spent over the middle of the guide, less one; above and below: beyond its ends. A first guide counts where it was given half a year or more before the year ended. Where sources count on several bases, the median of what they report stands.',
  'guidance.model':
    'chokepoint series capex --by buyer --period year says what the model makes of it, by calendar year.',
} as const;

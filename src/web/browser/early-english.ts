import { chartsEn } from '../../show/messages/charts-en.ts';
import { forecastEn } from '../../show/messages/forecast-en.ts';
import { pageEn } from '../../show/messages/page-en.ts';

/** Stands in the bundle for all English texts until `load-texts.ts` has added the others. */
export const en = { ...chartsEn, ...forecastEn, ...pageEn };

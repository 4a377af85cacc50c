import type { History } from '../register/index.ts';
import { formatDay } from './date-format.ts';
import type { Language } from './language.ts';
import { translate } from './message.ts';

/** The day of a view in words; says so where history comes from estimates published after it. */
export function formatViewDay(day: string, history: History, language: Language): string {
  const text = formatDay(day, language);
  return history === 'strict' ? text : translate(language, 'run.laterHistory', { day: text });
}

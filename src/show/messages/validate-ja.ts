import type { validateEn } from './validate-en.ts';

/** validate の結果。 */
export const validateJa: Readonly<Record<keyof typeof validateEn, string>> = {
  'validate.ok.scenario':
    '{file}  正しいシナリオです:{name}{levers, plural, =0 {} other {、レバー#件}}{delays, plural, =0 {} other {、工場の遅れ#件}}{removals, plural, =0 {} other {、取りやめ#件}}',
  'validate.ok.data': '{file}  正しいデータです:{rows, plural, other {#行}}',
  'validate.bad': '{file}  {problems, plural, other {問題#件}}',
};

import type { Language } from './language.ts';
import { modelDemandJa } from './messages/model-demand-ja.ts';
import { modelSupplyJa } from './messages/model-supply-ja.ts';

const exact: Readonly<Record<string, string>> = { ...modelSupplyJa, ...modelDemandJa };

/** Names of what fleets are counted in. */
const COUNTED: Readonly<Record<string, string>> = { unit: 'パッケージ', H100e: 'H100換算', kW: '施設電力' };

type Pattern = readonly [name: RegExp, text: (...parts: string[]) => string];

/** Families that are made many at a time: the inner parts of delays, stages of building, fleets in several units. */
const patterns: readonly Pattern[] = [
  [/^(.+): entering$/u, (delay) => `${delay}:遅れに入る量`],
  [/^(.+): lag$/u, (delay) => `${delay}:いま入るものがとどまる月数`],
  [/^(.+): share leaving after \d+$/u, (delay) => `${delay}:いま入るもののうち、その月数後に出る割合`],
  [/^(.+): leaving in \d+$/u, (delay) => `${delay}:中にある量(残り月数別)`],
  [/^(.+): in transit$/u, (delay) => `${delay}:月初に中にある量`],
  [
    /^expansion stage (\d)$/u,
    (stage) => `発注済みの能力、6段階のうち第${stage}段階:${Number(stage) < 5 ? '建設' : '装置と立ち上げ'}`,
  ],
  [/^expansion leaving stage \d$/u, () => 'その段階から出る量'],
  [/^(unit|H100e|kW) per USD$/u, (of) => `その月にラインが納入できる1ドル当たりの${counted(of)}`],
  [/^delivered (unit|H100e|kW)$/u, (of) => `その月に買い手へ納入した${counted(of)}`],
  [
    /^delivered (unit|H100e|kW) of sale$/u,
    (of) => `その月にラインが買い手へ納入した${counted(of)}。製品構成はラインに同じ`,
  ],
  [/^undeployed (unit|H100e|kW)$/u, (of) => `納入済みで未設置の${counted(of)}`],
  [
    /^installed (unit|H100e|kW), age (\d)$/u,
    (of, age) => `設置済みの${counted(of)}(寿命の3分割のうち第${age})`,
  ],
  [/^owned (unit|H100e|kW)$/u, (of) => `月末に買い手が保有する${counted(of)}`],
  [/^running (unit|H100e|kW)$/u, (of) => `月末に稼働している買い手の${counted(of)}`],
  [/^waiting (unit|H100e|kW)$/u, (of) => `買い手の${counted(of)}のうち未設置または電力待ちの分`],
  [/^without power (unit|H100e|kW)$/u, (of) => `月末に設置済みで電力待ちの買い手の${counted(of)}`],
];

function counted(of: string | undefined): string {
  return COUNTED[of ?? ''] ?? of ?? '';
}

/**
 * What a family or a scalar of it is, in the reader's language; `english` is the model's own description, which also
 * stands where there is no other.
 */
export function modelDescription(name: string, english: string, language: Language): string {
  if (language === 'en') return english;
  const bracket = name.indexOf('[');
  const family = bracket < 0 ? name : name.slice(0, bracket);
  const known = exact[family];
  if (known !== undefined) return known;
  for (const [pattern, text] of patterns) {
    const match = pattern.exec(family);
    if (match) return text(...match.slice(1));
  }
  return english;
}

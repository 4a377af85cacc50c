import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { prepareRun } from '../src/answers/prepare-run.ts';
import type { PreparedRun } from '../src/answers/prepare-run.ts';
import { readScenario } from '../src/cli/dated-scenario.ts';
import { readEvidence } from '../src/cli/evidence.ts';
import { readFilesFrom } from '../src/cli/files.ts';
import { quantileOf } from '../src/engine/index.ts';
import type { FamilyInfo } from '../src/engine/index.ts';
import type { Language } from '../src/show/language.ts';
import { modelDescription } from '../src/show/model-description.ts';
import { familyEquation, readFamilies, unitText } from './family-equation.ts';

const TEXT = {
  en: {
    title: 'The model, equation by equation',
    intro: (day: string, families: number, scalars: number) =>
      `Generated from the model itself (scenario \`latest\`, as of ${day}; \`npm run docs\`): ${families} families of ${scalars} named numbers. \`src/model/README.md\` says why the equations are what they are, \`chokepoint explain\` shows any figure with its numbers.

An equation is written once for all members of a family: \`[line]\` stands for any line, “cowos” in quotes for one member, Σ{line}(…) for a sum over all lines, Σ{line, 9 of 10}(…) for one over some. Of several forms the longest is given; members without a part leave it out. \`(−1 months)\` reads a table earlier or later. Stocks are opening values; their equations give the next opening and the first. \`ratio(a, b, c)\` is a/b, or c where b is zero; \`clamp(x, a, b)\` keeps x between a and b; \`if(c, a, b)\` is a where c holds. Comparisons are 1 or 0.`,
    sectors: 'Sectors',
    equations: 'Equations',
    inputs: 'Inputs',
    tables: 'Tables',
    inputHeads: ['Input', 'Unit', 'Meaning', 'Median (P10–P90)', 'Lever', 'Evidence'],
    counts: (equations: number, inputs: number) => `${equations} equations, ${inputs} inputs`,
    reads: 'Reads',
    stock: 'stock',
    parts: (count: number) => `one of ${count} alike`,
    rows: (count: number) => `${count} rows`,
    assumptions: 'assumptions',
    more: (count: number) => `and ${count} more`,
    none: 'at rest: changes nothing until set',
  },
  ja: {
    title: 'モデルの全方程式',
    intro: (day: string, families: number, scalars: number) =>
      `モデルそのものから生成しています（シナリオ \`latest\`、${day}時点、\`npm run docs\`）：${families}族、${scalars}個の名前付きの数。式の理由は \`src/model/README.md\`、個々の値は \`chokepoint explain\` にあります。

方程式は族ごとに1回だけ書きます。\`[line]\` は任意のライン、“cowos” のような引用符は特定の要素、Σ{line}(…) は全ラインの和、Σ{line, 9 of 10}(…) は一部の和です。形が複数ある場合は最も長いものを示し、該当する部分のない要素ではそれが省かれます。\`(−1 months)\` は前後の月の表の値です。ストックは期首の値で、式は次の期首と最初の期首を与えます。\`ratio(a, b, c)\` はa/b（bが0ならc）、\`clamp(x, a, b)\` はxをaとbの間に収め、\`if(c, a, b)\` はcが成り立てばaです。比較は1か0です。`,
    sectors: '部門',
    equations: '方程式',
    inputs: '入力',
    tables: '表',
    inputHeads: ['入力', '単位', '意味', '中央値(P10〜P90)', 'レバー', '根拠'],
    counts: (equations: number, inputs: number) => `方程式${equations}、入力${inputs}`,
    reads: '読む量',
    stock: 'ストック',
    parts: (count: number) => `同形${count}個の1つ`,
    rows: (count: number) => `数値行${count}件`,
    assumptions: '想定',
    more: (count: number) => `他${count}件`,
    none: '設定するまで何も変えない',
  },
} as const;

/** Files of the model in the order of MODEL.md, with what they are about. */
const SECTORS: readonly (readonly [file: string, en: string, ja: string])[] = [
  ['calendar', 'Calendar', '暦'],
  ['packaging', 'CoWoS packaging', 'CoWoS封止'],
  ['memory', 'Memory', 'メモリ'],
  ['accepted-memory', 'Memory that NVIDIA accepts', 'エヌビディアが受け入れるメモリ'],
  ['logic', 'Logic', 'ロジック'],
  ['outage', 'An outage in Taiwan', '台湾の生産停止'],
  ['extra-capacity', 'Extra capacity', '追加能力'],
  ['products', 'Products', '製品'],
  ['budget', 'Budgets', '予算'],
  ['planned-budget', 'Budgets from month to month', '月ごとの予算'],
  ['demand', 'Demand', '需要'],
  ['efficiency', 'Efficiency and rebound', '効率化とリバウンド'],
  ['substitution', 'Substitution between lines', 'ライン間の代替'],
  ['backlog', 'Overdue demand and order books', '未充足需要と受注残'],
  ['over-ordering', 'Over-ordering', '水増し発注'],
  ['allocation', 'Allocation', '配分'],
  ['binding', 'What binds', '制約'],
  ['delivery', 'Deliveries', '納入'],
  ['fleet', 'Fleets and power', '保有設備と電力'],
  ['rental', 'Rental index', 'レンタル指数'],
  ['expansion', 'Suppliers’ response', '供給側の応答'],
  ['expansion-pipeline', 'Capacity on order', '発注済みの能力'],
  ['model', 'Capacity in all', '能力の合計'],
];

/** `docs/model.md` and `docs/model.ja.md`: every equation and input of the model with unit, meaning and evidence. */
export function modelPage(language: Language): string {
  const files = readFilesFrom();
  const evidence = readEvidence(files);
  const { scenario, day } = readScenario('latest', files, evidence);
  const run = prepareRun(evidence, scenario, day);
  const text = TEXT[language];
  const families = [...run.model.graph.families.values()];
  const sectors = sectorsOf(families);
  const scalars = families.reduce((sum, family) => sum + family.scalars.length, 0);
  const chapters = SECTORS.flatMap(([file, en, ja]) => {
    const found = sectors.get(file) ?? [];
    return found.length === 0 ? [] : [{ file, name: language === 'en' ? en : ja, found }];
  });
  const count = (found: readonly FamilyInfo[]): string =>
    text.counts(
      found.filter(({ kind }) => kind === 'variable' || kind === 'stock').length,
      found.filter(({ kind }) => kind === 'input').length,
    );
  return [
    `# ${text.title}\n`,
    `${text.intro(day, families.length, scalars)}\n`,
    `## ${text.sectors}\n`,
    `${chapters.map(({ file, name, found }) => `- [${name}](#${file}): ${count(found)}`).join('\n')}\n`,
    ...chapters.map(
      ({ file, name, found }) =>
        `<a id="${file}"></a>\n\n## ${name}\n\n\`src/model/${file}.ts\`\n\n${chapter(found, run, language)}`,
    ),
  ].join('\n');
}

/** Families by the file that names them. Throws where a family is named in none, or its file has no place here. */
function sectorsOf(families: readonly FamilyInfo[]): ReadonlyMap<string, readonly FamilyInfo[]> {
  const folder = fileURLToPath(new URL('../src/model/', import.meta.url));
  const owners = new Map<string, string>();
  // Names that are put together, as of fleets in several units: ‘${unit} per USD’.
  const anywhere = new Map<string, string>();
  const patterns: { readonly pattern: RegExp; readonly file: string }[] = [];
  for (const file of readdirSync(folder).filter((name) => /^[a-z-]+\.ts$/u.test(name))) {
    const source = readFileSync(folder + file, 'utf8');
    const owner = file.slice(0, -3);
    for (const [, name = ''] of source.matchAll(/\bname: '([^']+)'/gu)) owners.set(name, owner);
    for (const [, template = ''] of source.matchAll(/`([^`\n]*\$\{[^`\n]*)`/gu)) {
      const fixed = template.split(/\$\{[^}]*\}/u);
      if (fixed.join('').trim().length < 3) continue;
      const escaped = fixed.map((part) => part.replaceAll(/[.*+?^()|[\]\\{}$]/gu, '\\$&'));
      patterns.push({ pattern: new RegExp(`^${escaped.join('.+')}$`, 'u'), file: owner });
    }
    for (const [, text = ''] of source.matchAll(/'([^'\n]+)'/gu)) anywhere.set(text, owner);
  }
  const ownerOf = (name: string): string | undefined =>
    owners.get(name) ??
    owners.get(name.split(':')[0] ?? '') ??
    patterns.find(({ pattern }) => pattern.test(name))?.file ??
    anywhere.get(name);
  const sectors = new Map<string, FamilyInfo[]>();
  for (const family of families) {
    const file = ownerOf(family.name);
    if (file === undefined || !SECTORS.some(([name]) => name === file))
      throw new RangeError(`${family.name} has no place in the model’s documentation`);
    sectors.set(file, [...(sectors.get(file) ?? []), family]);
  }
  return sectors;
}

function chapter(found: readonly FamilyInfo[], run: PreparedRun, language: Language): string {
  const text = TEXT[language];
  const equations = withoutRepeats(found.filter(({ kind }) => kind === 'variable' || kind === 'stock'));
  const inputs = found.filter(({ kind }) => kind === 'input');
  const tables = found.filter(({ kind }) => kind === 'table');
  const heads = `| ${text.inputHeads.join(' | ')} |\n|${' --- |'.repeat(text.inputHeads.length)}`;
  return [
    ...equations.map(({ family, parts }) => equationBlock(family, parts, run, language)),
    ...(inputs.length > 0
      ? [
          `### ${text.inputs}\n\n${heads}\n${inputs.map((each) => inputRow(each, run, language)).join('\n')}\n`,
        ]
      : []),
    ...(tables.length > 0
      ? [
          `### ${text.tables}\n\n${tables.map((each) => `- \`${each.name}\`: ${modelDescription(each.name, each.description, language)}`).join('\n')}\n`,
        ]
      : []),
  ].join('\n');
}

/** Parts of a delay, ages and stages, whose names differ by a number alone, are told once. */
function withoutRepeats(
  families: readonly FamilyInfo[],
): { readonly family: FamilyInfo; readonly parts: number }[] {
  const stem = ({ name }: FamilyInfo): string => name.replace(/\d+$/u, '#');
  const told = new Map<string, { family: FamilyInfo; parts: number }>();
  for (const family of families) {
    const known = told.get(stem(family));
    if (known === undefined) told.set(stem(family), { family, parts: 1 });
    else known.parts++;
  }
  return [...told.values()];
}

function equationBlock(family: FamilyInfo, parts: number, run: PreparedRun, language: Language): string {
  const text = TEXT[language];
  const { graph } = run.model;
  const unit = unitText(family);
  const about = [
    family.kind === 'stock' ? text.stock : '',
    unit === '1' ? '' : unit,
    parts > 1 ? text.parts(parts) : '',
  ].filter((each) => each !== '');
  const reads = readFamilies(graph, family).map((name) => `\`${name}\``);
  return `### ${family.name}${about.length > 0 ? ` (${about.join(language === 'ja' ? '、' : ', ')})` : ''}

${modelDescription(family.name, family.description, language)}

\`\`\`text
${familyEquation(graph, family) ?? ''}
\`\`\`
${reads.length > 0 ? `\n${text.reads}: ${reads.join(', ')}\n` : ''}`;
}

function inputRow(family: FamilyInfo, run: PreparedRun, language: Language): string {
  const text = TEXT[language];
  const members = new Set(family.scalars);
  const levers = run.levers.levers.filter(({ inputs }) => inputs.some((input) => members.has(input)));
  const beliefs = family.scalars.flatMap((name) => run.beliefs.get(name) ?? []);
  const [belief] = beliefs;
  const over = family.dimensions.length === 0 ? '' : `[${family.dimensions.join(', ')}]`;
  const meaning = modelDescription(family.name, family.description, language);
  const rows = new Set(beliefs.flatMap((each) => each.rows)).size;
  const assumptions = shortList(
    [...new Set(beliefs.flatMap((each) => each.assumptions))].map((id) => `\`${id}\``),
    language,
  );
  const rules = [
    ...new Set(beliefs.filter(({ basis }) => basis !== 'lever').map(({ rule }) => rule[language])),
  ];
  const evidence = [
    shortList(rules, language),
    rows > 0 ? text.rows(rows) : '',
    assumptions === '' ? '' : `${text.assumptions} ${assumptions}`,
  ].filter((each) => each !== '');
  const cells = [
    `\`${family.name}${over}\``,
    unitText(family) === '1' ? '' : unitText(family),
    meaning,
    family.scalars.length === 1 && belief ? rangeOf(belief.distribution, language) : '',
    shortList(
      levers.map(({ path }) => `\`${path}\``),
      language,
    ),
    evidence.length > 0 ? evidence.join(language === 'ja' ? '；' : '; ') : text.none,
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
}

function rangeOf(
  distribution: NonNullable<ReturnType<PreparedRun['beliefs']['get']>>['distribution'],
  language: Language,
): string {
  const [low, median, high] = [0.1, 0.5, 0.9].map((p) =>
    String(Number(quantileOf(distribution, p).toPrecision(3))),
  );
  if (low === high) return median ?? '';
  return language === 'ja' ? `${median}(${low}〜${high})` : `${median} (${low}–${high})`;
}

/** The first few of a list, and how many more there are. */
function shortList(all: readonly string[], language: Language): string {
  const MOST = 3;
  const separator = language === 'ja' ? '、' : ', ';
  const shown = all.slice(0, MOST).join(separator);
  return all.length <= MOST ? shown : `${shown} ${TEXT[language].more(all.length - MOST)}`;
}

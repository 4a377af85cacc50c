import { prepareRun } from '../src/answers/prepare-run.ts';
import type { PreparedRun } from '../src/answers/prepare-run.ts';
import { quantileOf } from '../src/engine/index.ts';
import type { BoundLever } from '../src/model/lever-list.ts';
import { readScenario } from '../src/cli/dated-scenario.ts';
import { readEvidence } from '../src/cli/evidence.ts';
import { readFilesFrom } from '../src/cli/files.ts';
import type { Language } from '../src/show/language.ts';

const TEXT = {
  en: {
    title: 'Levers',
    intro: (day: string) =>
      `Everything that a scenario or \`--set path=value\` may change, as of ${day}. This page is generated: \`npm run docs\`.

**Actions** multiply or move what the figures say. **Assumptions** take the place of a belief; left alone, they are
drawn from the range that the figures or \`data/assumptions.csv\` give. A value may be a number, a number with its unit
(\`4 months\`), a month of the calendar where the unit says so (\`2027-03\`) or, in a file, a range
\`{ low: 1, mode: 2, high: 5 }\`. The evidence column gives what has been seen or forecast; for an assumption, the P10 to
P90 of what is drawn.`,
    heads: ['Lever', 'What it does', 'Unit', 'Kind', 'Default', 'From … to', 'Evidence', 'Why'],
    month: 'month or date',
    share: 'share, 0.2 for 20%',
    action: 'action',
    assumption: 'assumption',
    belief: 'drawn',
    shift: 'adds',
    products: 'Products, for `product.<id>.delay` and `remove`',
    plants: 'Plants, for `delay` and `remove`',
    programmes: 'Own-chip programmes, for `remove`',
    product: ['Months by which a product comes later', 'Products have slipped by a quarter and more'],
  },
  ja: {
    title: 'レバー',
    intro: (day: string) =>
      `シナリオや \`--set path=value\` で変えられる項目の一覧です（${day}時点）。このページは \`npm run docs\` で生成されます。

**操作**は公表値に倍率をかけたり時期をずらしたりするもの、**想定**は入力の分布を置き換えるものです。設定しなければ、
公表値または \`data/assumptions.csv\` の範囲から抽出します。値は数、単位付きの数（\`4 months\`）、単位欄にある場合は
年月（\`2027-03\`）、ファイルでは範囲 \`{ low: 1, mode: 2, high: 5 }\` でも書けます。「証拠の範囲」は実績・予測の幅で、
想定では抽出値のP10〜P90です。`,
    heads: ['レバー', '内容', '単位', '種類', '既定値', '範囲', '証拠の範囲', '理由'],
    month: '月数または年月',
    share: '割合（0.2は20%）',
    action: '操作',
    assumption: '想定',
    belief: '分布から抽出',
    shift: '加算',
    products: '製品（`product.<id>.delay` と `remove` に使う id）',
    plants: '工場（`delay` と `remove` に使う名前）',
    programmes: '自社チップ計画（`remove` に使う名前）',
    product: ['製品の遅れ（月）', '製品は1四半期以上遅れた例がある'],
  },
} as const;

/** `docs/levers.md` and `docs/levers.ja.md`: all levers of the scenario `latest`, from the list that the program reads. */
export function leverPage(language: Language): string {
  const files = readFilesFrom();
  const evidence = readEvidence(files);
  const { scenario, day } = readScenario('latest', files, evidence);
  return pageOf(prepareRun(evidence, scenario, day), day, language);
}

function pageOf(run: PreparedRun, day: string, language: Language): string {
  const text = TEXT[language];
  const catalogue = run.levers;
  const names = new Map(run.catalogue.products.map(({ id, name }) => [id, name]));
  const perProduct = (lever: BoundLever): boolean => /^product\..*\.delay$/u.test(lever.path);
  const groups = new Map<string, string[]>();
  for (const lever of catalogue.levers) {
    const group = lever.path.split('.')[0] ?? '';
    const rows = groups.get(group) ?? [];
    groups.set(group, rows);
    if (!perProduct(lever)) rows.push(rowOf(lever, run, language));
    else if (rows.length === 0) rows.push(rowOf(anyProduct(lever), run, language));
  }
  const heads = `| ${text.heads.join(' | ')} |\n|${' --- |'.repeat(text.heads.length)}`;
  return [
    `# ${text.title}\n`,
    `${text.intro(day)}\n`,
    ...[...groups].map(([group, rows]) => `## ${group}\n\n${heads}\n${rows.join('\n')}\n`),
    `## ${text.plants}\n\n${listOf(catalogue.plants)}\n`,
    `## ${text.programmes}\n\n${listOf(catalogue.programmes)}\n`,
    `## ${text.products}\n\n${listOf(catalogue.products, names)}\n`,
  ].join('\n');
}

function anyProduct(lever: BoundLever): BoundLever {
  const [en, ja] = [TEXT.en.product, TEXT.ja.product];
  return {
    ...lever,
    path: 'product.<id>.delay',
    label: { en: en[0], ja: ja[0] },
    why: { en: en[1], ja: ja[1] },
  };
}

function rowOf(lever: BoundLever, run: PreparedRun, language: Language): string {
  const text = TEXT[language];
  const { choices } = lever;
  const standard = lever.default === null ? text.belief : (choices?.[lever.default] ?? lever.default);
  const range = choices ? choices.join(', ') : `${lever.minimum} … ${lever.maximum}`;
  const kind = lever.kind === 'action' ? text.action : text.assumption;
  const cells = [
    `\`${lever.path}\``,
    lever.label[language],
    unitOf(lever, language),
    lever.apply === 'shift' ? `${kind} (${text.shift})` : kind,
    String(standard),
    range,
    evidenceOf(lever, run),
    lever.why[language],
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function unitOf({ origin, unit, isShare }: BoundLever, language: Language): string {
  if (origin !== undefined) return TEXT[language].month;
  if (isShare === true) return TEXT[language].share;
  return unit === '1' ? '' : unit;
}

/** What has been seen or forecast; for what is drawn, the P10 to P90 of its (first) input. */
function evidenceOf(lever: BoundLever, { beliefs }: PreparedRun): string {
  if (lever.evidence) return `${lever.evidence[0]} … ${lever.evidence[1]}`;
  const distribution = beliefs.get(lever.inputs[0] ?? '')?.distribution;
  if (lever.default !== null || distribution === undefined) return '';
  const [low, high] = [0.1, 0.9].map((p) => String(Number(quantileOf(distribution, p).toPrecision(2))));
  return low === high ? (low ?? '') : `${low} … ${high}`;
}

function listOf(names: readonly string[], meanings: ReadonlyMap<string, string> = new Map()): string {
  return names
    .map((name) => {
      const meaning = meanings.get(name);
      return meaning === undefined ? `- \`${name}\`` : `- \`${name}\`: ${meaning}`;
    })
    .join('\n');
}

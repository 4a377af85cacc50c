/** One company or aggregate with the spellings in which rows name it. */
interface Entity {
  readonly id: string;
  readonly names: readonly string[];
  /** The company it is a part of, where rows of the part must not be mixed with rows of the whole. */
  readonly parent?: string;
}

const ENTITIES: readonly Entity[] = [
  { id: 'nvidia', names: ['NVIDIA'] },
  { id: 'nvidia-china', names: ['NVIDIA (China)'], parent: 'nvidia' },
  { id: 'nvidia-sovereign', names: ['NVIDIA (sovereign)'], parent: 'nvidia' },
  { id: 'amd', names: ['AMD'] },
  { id: 'google', names: ['Google', 'Alphabet'] },
  { id: 'google-cloud', names: ['Google Cloud'], parent: 'google' },
  { id: 'amazon', names: ['Amazon'] },
  { id: 'aws', names: ['AWS', 'Amazon (AWS)', 'Amazon Web Services'], parent: 'amazon' },
  { id: 'microsoft', names: ['Microsoft', 'Microsoft Azure'] },
  { id: 'meta', names: ['Meta', 'Meta AI', 'Facebook'] },
  { id: 'oracle', names: ['Oracle', 'OCI'] },
  { id: 'xai', names: ['xAI', 'xAI (SpaceX AI segment)'] },
  { id: 'stargate', names: ['Stargate', 'Stargate (OpenAI, SoftBank, Oracle, MGX)'] },
  {
    id: 'big-four',
    names: [
      'Big 4',
      'Big four',
      'Hyperscalers (MSFT, GOOGL, AMZN, META)',
      'Amazon, Google, Microsoft and Meta',
    ],
  },
  {
    id: 'us-five',
    names: ['US 5 (MSFT, AMZN, GOOGL, META, ORCL)', 'US 5 CSPs (Google, AWS, Microsoft, Meta, Oracle)'],
  },
  { id: 'world', names: ['World', 'Global'] },
  { id: 'rental-market', names: ['Rental market', 'market'] },
  { id: 'tsmc', names: ['TSMC'] },
  { id: 'tsmc-and-osat', names: ['TSMC+OSAT', 'TSMC+partners'] },
  { id: 'osat', names: ['OSAT'] },
  { id: 'ase', names: ['ASE/SPIL', 'ASE', 'SPIL'] },
  { id: 'ase-and-amkor', names: ['ASE/SPIL+Amkor', 'ASE+Amkor'] },
  { id: 'sk-hynix', names: ['SK hynix', 'Hynix'] },
  { id: 'samsung', names: ['Samsung', 'Samsung Electronics'] },
  { id: 'hon-hai', names: ['Hon Hai', 'Foxconn'] },
  { id: 'asics', names: ['ASICs', 'ASIC', 'AI ASIC', 'AI ASIC (data centre)'] },
];

const BY_NAME: ReadonlyMap<string, Entity> = new Map(
  ENTITIES.flatMap((entity) =>
    [entity.id, ...entity.names].map((name): [string, Entity] => [name.toLowerCase(), entity]),
  ),
);

/** Canonical id of an entity; a name without an alias is its own id, in lower case. */
export function entityId(name: string): string {
  const key = name.trim().toLowerCase();
  return BY_NAME.get(key)?.id ?? key;
}

/** Id of the company an entity is part of (`AWS` → `amazon`), else its own. */
export function companyId(name: string): string {
  const entity = BY_NAME.get(name.trim().toLowerCase());
  return entity?.parent ?? entity?.id ?? entityId(name);
}

/** True when two spellings name the same entity; `Amazon` and `AWS` are not the same, `Google` and `Alphabet` are. */
export function sameEntity(a: string, b: string): boolean {
  return entityId(a) === entityId(b);
}

/**
 * Sites and news desks that repeat what others say. A row that names only such an outlet has no source of its own.
 */
const RELAYS: ReadonlySet<string> = new Set(
  [
    'smbom, Reportify, Reportify ASIC update, itiger, Tiger, LongPort, Longbridge, Zhitong, SemiMedia, athsinchu',
    'fourweekmba, troy-technical, pmcclel wiki, epi-tech, week 10 digest, weilab, ic-pcb, Taiwan media, shoujike',
    'humainism.ai, EMSOne, meterpreter, newscase, SemiInsights, php.cn, Reddit, texal, pulseaugur, ksinq, AIbase',
    'podcast-pipeline, rbtfl, dailyalpha, thedailyscout, Investing.com, media, blog',
    'Korean media, Taiwan media, Supply chain, mirror, digest, derived, press, call, report, survey, Wccftech',
  ]
    .join(', ')
    .split(', ')
    .map((name) => name.toLowerCase()),
);

/** Remarks on a figure that stand beside a source's name in a publisher line. */
const REMARK = /\b(vintage|previous|earlier|quoted|derived|compiled|estimate)\b/;

const SOURCE_ALIASES: Readonly<Record<string, string>> = {
  'united daily news': 'udn',
  'economic daily news': 'udn',
  'digitimes research': 'digitimes',
  jpm: 'jpmorgan',
  ft: 'financial times',
  'trendforce seminar': 'trendforce',
};

/**
 * The sources that a publisher line names as its own, in lower case: what stands before `via`, and every name joined by
 * `/`, brackets or commas, less mere outlets. `MoneyDJ via TrendForce` → `moneydj`; `itiger / JPMorgan` → `jpmorgan`;
 * `smbom` → none.
 */
export function originalSources(publisher: string): ReadonlySet<string> {
  const own = publisher.split(/\svia\s/i)[0] ?? publisher;
  const names = own
    .split(/[/(),;]|\s+and\s+/)
    .map((name) =>
      name
        .replace(/\s(?:copy|mirror)$/, '')
        .trim()
        .toLowerCase(),
    )
    .filter((name) => name !== '' && !RELAYS.has(name) && !REMARK.test(name));
  return new Set(names.map((name) => SOURCE_ALIASES[name] ?? name));
}

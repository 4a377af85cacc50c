import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../problem/problem.ts';
import { asOf } from './as-of.ts';
import { parseCsv } from './csv.ts';
import { readDate } from './dates.ts';
import { entityId } from './names.ts';
import { disagreement, labelsOfFamily, latestBySource, query, statements, vintages } from './query.ts';
import { readRegister, REGISTER_FILES } from './read-register.ts';
import { summarise } from './summary.ts';

const folder = fileURLToPath(new URL('../../data/', import.meta.url));
const files: Readonly<Record<string, string>> = Object.fromEntries(
  REGISTER_FILES.map((name) => [name, readFileSync(folder + name, 'utf8')]),
);
const register = readRegister(files);

describe('the figures', () => {
  it('are all read: every row given, none left over', () => {
    const summary = summarise(register);
    expect(Object.fromEntries(summary.given.map(({ given, rows }) => [given, rows]))).toEqual({
      'facts_supply.csv': 949,
      'facts_demand.csv': 1029,
      'shipments.csv': 259,
      'products.csv': 48,
      'models.csv': 19,
      'claims.csv': 101,
    });
    expect(summary.rowsGiven).toBe(2405);
    expect(summary.unread).toEqual([]);
    for (const file of [...summary.given, ...summary.derived]) {
      expect(file.byMetric.reduce((sum, count) => sum + count.rows, 0)).toBe(file.rows);
      expect(file.byKind.reduce((sum, count) => sum + count.rows, 0)).toBe(file.rows);
    }
  });

  it('are as many as data/README.md says', () => {
    const readme = readFileSync(`${folder}README.md`, 'utf8');
    const table = [...readme.matchAll(/^\| `([a-z-]+\.csv)` \| ([\d,]+) \|/gm)];
    const said = table.map(([, name, rows]) => `${name}: ${(rows ?? '').replace(',', '')}`);
    const found = table.map(([, name = '']) => `${name}: ${parseCsv(files[name] ?? '', name).rows.length}`);
    expect(said).toEqual(found);
    expect(new Set(table.map(([, name]) => name))).toEqual(new Set(REGISTER_FILES));
  });

  it('stand in canonical units only, and each has a source', () => {
    const units = new Set(register.facts.map((row) => row.unit));
    expect([...units].filter((unit) => /bn|million|percent|billion|thousand/i.test(unit))).toEqual([]);
    expect(
      register.facts.filter((row) => row.publisher === '' || (row.url === '' && row.title === '')),
    ).toEqual([]);
  });

  it('tie every product, and every label of the shipments, to a family', () => {
    const { families } = register;
    const tied = new Set(families.map((tie) => tie.product || tie.label));
    expect(register.products.filter((product) => !tied.has(product.id))).toEqual([]);
    const labels = query(register, { file: 'shipments.csv', unit: 'unit' }).map((row) => row.product);
    expect(labels.filter((label) => !tied.has(label))).toEqual([]);
    expect([...labelsOfFamily(families, 'B200 incl. GB200')].sort()).toEqual([
      'B200',
      'B200 (incl. GB200)',
      'nv_b100',
      'nv_b200',
      'nv_gb200',
    ]);
  });

  it('link what several outlets repeat', () => {
    const repeats = query(register, {
      metric: 'cowos_capacity',
      endsFrom: '2025-12-31',
      endsBy: '2025-12-31',
      entity: 'TSMC',
    });
    const digitimes = repeats.find((row) => row.publisher === 'DIGITIMES' && row.value === 75_000);
    expect(repeats.filter((row) => row.statement === digitimes?.id).map((row) => row.publisher)).toEqual([
      'DIGITIMES',
      'smbom',
    ]);
    expect(
      new Set(
        query(register, { metric: 'fab_count', product: 'CoWoS plants planned' }).map((row) => row.statement),
      ).size,
    ).toBe(1);
    expect(statements(register.facts).length).toBeLessThan(register.facts.length);
  });
});

/** The files without every row published, and every product announced, after the day. */
function truncated(day: string): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, truncate(name, text, day)]));
}

function truncate(name: string, text: string, day: string): string {
  const column = name === 'products.csv' ? 'announced' : 'published';
  const { header, rows } = parseCsv(text, name);
  const at = header.findIndex((cell) => cell.text === column);
  if (at < 0) return text;
  const fallback = header.findIndex((cell) => cell.text === 'sources_read');
  const kept = rows.filter((row) => {
    const date = row[at]?.text || row[fallback]?.text || '';
    return (readDate(date)?.last ?? '') <= day;
  });
  return [header, ...kept]
    .map((row) => row.map((cell) => `"${cell.text.replaceAll('"', '""')}"`).join(','))
    .join('\n');
}

describe('asOf', () => {
  it('shows what a register without the later rows shows', () => {
    const days = fc
      .integer({ min: 0, max: 1700 })
      .map((offset) => isoDay(Date.UTC(2022, 0, 1) + offset * 86_400_000));
    const dates = fc.oneof(fc.constantFrom('2024-06-30', '2025-02-15', '2025-12-31', '2026-09-30'), days);
    fc.assert(
      fc.property(dates, (day) => {
        expect(asOf(readRegister(truncated(day)), day)).toEqual(asOf(register, day));
      }),
      { numRuns: 8, seed: 20_250_215 },
    );
  });

  it('hides products, prices and later vintages of the future', () => {
    const view = asOf(register, '2025-02-15');
    expect(view.facts.every((row) => row.published <= '2025-02-15')).toBe(true);
    expect(view.products.map((product) => product.id)).toContain('nv_b200');
    expect(view.products.map((product) => product.id)).not.toContain('nv_b300');
    expect(query(view, { file: 'product-estimates.csv' })).toEqual([]);
    expect(asOf(register, '2026-09-30').facts.length).toBeGreaterThan(view.facts.length);
  });

  it('admits later history only where asked for, and marks it', () => {
    const view = asOf(register, '2025-02-15', { history: 'pseudo-real-time' });
    const later = view.facts.filter((row) => row.published > '2025-02-15');
    expect(later.length).toBeGreaterThan(0);
    expect(later.every((row) => row.hindsight && row.periodEnd <= '2025-02-15')).toBe(true);
    expect(later.every((row) => row.kind === 'actual' || row.kind === 'estimate')).toBe(true);
    expect(view.facts.filter((row) => row.published <= '2025-02-15').some((row) => row.hindsight)).toBe(
      false,
    );
  });

  it('refuses what is no date', () => {
    expect(() => asOf(register, 'yesterday')).toThrow(ProblemError);
    expect(asOf(register, '2025-02').date).toBe('2025-02-28');
  });
});

describe('query', () => {
  it('knows other spellings of an entity, and keeps parts from the whole', () => {
    const capex = { metric: 'capex', unit: 'USD', startsFrom: '2025-01-01', endsBy: '2025-12-31' } as const;
    expect(query(register, { ...capex, entity: 'Google' }).map((row) => row.entity)).toContain('Alphabet');
    expect(
      query(register, { ...capex, entity: 'Amazon' }).every((row) => entityId(row.entity) === 'amazon'),
    ).toBe(true);
    expect(query(register, { ...capex, entity: 'AWS' }).length).toBeGreaterThan(0);
  });

  it('finds rows of a family, words and sources', () => {
    const units = query(register, { file: 'shipments.csv', family: 'H100/H200', basis: '' });
    expect(units.length).toBeGreaterThan(10);
    expect(query(register, { text: 'eight cowos plants' }).length).toBeGreaterThan(0);
    expect(query(register, { publisher: 'TrendForce', metric: 'cowos_capacity' }).length).toBeGreaterThan(1);
  });

  it('orders the vintages of one quantity by date', () => {
    const groups = vintages(register, {
      metric: 'cowos_capacity',
      entity: 'TSMC',
      product: '',
      endsFrom: '2026-12-31',
      endsBy: '2026-12-31',
    });
    expect(groups).toHaveLength(1);
    const dates = groups[0]?.rows.map((row) => row.published) ?? [];
    expect(dates).toEqual([...dates].sort());
    expect(dates.length).toBeGreaterThan(15);
  });

  it('joins vintages of one series under whatever label', () => {
    const group = vintages(register, {
      metric: 'units_shipped',
      product: ['Trainium2', 'TPU v6e'],
      startsFrom: '2025-01-01',
      endsFrom: '2025-03-31',
      endsBy: '2025-03-31',
    }).find((item) => item.product === 'TPU v6e');
    expect(group?.rows.map((row) => row.published)).toEqual(['2026-04-03', '2026-09-24']);
    expect(latestBySource(group?.rows ?? [])).toHaveLength(1);
  });

  it('says how far the latest words of the sources differ', () => {
    const view = asOf(register, '2025-02-15');
    const rows = query(view, {
      metric: 'cowos_capacity',
      entity: 'TSMC',
      product: '',
      endsFrom: '2025-12-31',
      endsBy: '2025-12-31',
    });
    const latest = latestBySource(rows);
    expect(latest.filter((row) => row.publisher.startsWith('DIGITIMES'))).toHaveLength(1);
    const spread = disagreement(rows);
    expect(spread?.low).toBeLessThanOrEqual(spread?.median ?? 0);
    expect(spread?.high).toBeGreaterThanOrEqual(spread?.median ?? Infinity);
  });
});

const guidance = (id: string, published: string, statement: string) =>
  `${id},capex,Meta,2025,2025,60,USD_bn,guidance,${published},Meta,high,${statement}`;

describe('readRegister', () => {
  it('names every problem of every file at once', () => {
    const broken = {
      ...files,
      'mine.csv': 'id,metric\nx,y\n',
      'products.csv': (files['products.csv'] ?? '').replace('nv_h100,', 'nv_a100,'),
    };
    try {
      readRegister(broken);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ProblemError);
      const codes = (error as ProblemError).problems.map(
        (problem) => `${problem.place?.file}: ${problem.code}`,
      );
      expect(codes).toContain('mine.csv: missing-column');
      expect(codes).toContain('products.csv: duplicate-id');
    }
  });

  it('refuses statements that name no row, or a later one', () => {
    const header =
      'id,metric,entity,period_start,period_end,value,unit,kind,published,publisher,confidence,statement';
    const read =
      (...lines: string[]) =>
      () =>
        readRegister({ 'mine.csv': [header, ...lines].join('\n') });
    expect(read(guidance('a', '2025-01-24', 'b'))).toThrow('unknown-statement');
    expect(read(guidance('a', '2025-01-24', 'b'), guidance('b', '2025-02-01', ''))).toThrow(
      'statement-published-later',
    );
  });

  it("takes people's own rows beside the project's", () => {
    const own =
      'id,metric,entity,period_start,period_end,value,unit,kind,published,publisher,confidence\n' +
      'mine-1,capex_guidance,Meta,2027,2027,200,USD_bn,forecast,2026-11-01,me,low\n';
    const rows = query(readRegister({ ...files, 'mine.csv': own }), { file: 'mine.csv' });
    expect(rows).toMatchObject([
      { id: 'mine-1', value: 200e9, unit: 'USD', periodStart: '2027-01-01', periodEnd: '2027-12-31' },
    ]);
  });
});

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

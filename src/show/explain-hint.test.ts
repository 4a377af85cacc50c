import { describe, expect, it } from 'vitest';
import { explainHint } from './explain-hint.ts';

describe('hint at explain', () => {
  it('names the first address of an answer, however deep it lies', () => {
    const answer = { draws: 64, rows: [{ name: 'x', cells: [{ address: 'shipments/total/all/2027' }] }] };
    expect(explainHint(answer, 'en')[0]).toContain('chokepoint explain shipments/total/all/2027 ');
    expect(explainHint(answer, 'ja')[0]).toContain('chokepoint explain shipments/total/all/2027 ');
  });

  it('says nothing where no figure has an address', () => {
    expect(explainHint({ rows: [{ address: undefined }, null, 'address'] }, 'en')).toEqual([]);
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../problem/problem.ts';
import { addressText, joinMembers, parseAddress, splitMembers, UNCHANGED } from './address.ts';

const word = fc
  .string({ minLength: 1, maxLength: 12, unit: 'binary' })
  .filter((text) => text.trim() === text);
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);

describe('addresses', () => {
  it('are read as they are written, whatever they name, and stand in a URL and on a command line', () => {
    const address = fc.record({
      name: word,
      parts: fc.array(word, { maxLength: 4 }),
      change: fc.record({
        held: fc.array(fc.record({ input: word, value: number }), { maxLength: 2 }),
        moved: fc.array(fc.record({ input: word, factor: number, plus: number }), { maxLength: 2 }),
      }),
    });
    fc.assert(
      fc.property(address, (given) => {
        const text = addressText(given);
        expect(text).toMatch(/^[\w.~+%,=:@/-]+$/u);
        expect(parseAddress(text)).toEqual(given);
      }),
    );
  });

  it('hold several members in one part', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (members) => {
        expect(splitMembers(joinMembers(members))).toEqual(members);
      }),
    );
  });

  it('are short where names are, and may hold spaces', () => {
    const parts = ['family', 'B300 incl. GB300', '2026Q4'];
    const text = 'shipments/family/B300+incl.+GB300/2026Q4';
    expect(addressText({ name: 'shipments', parts, change: UNCHANGED })).toBe(text);
    expect(parseAddress('shipments/family/B300 incl. GB300/2026Q4').parts).toEqual(parts);
  });

  it.each([
    ['shipments//2026', 'address-form'],
    ['shipments/%E0/2026', 'address-form'],
    ['', 'address-form'],
    ['shipments/a/2026@capex', 'address-change'],
    ['shipments/a/2026@capex=', 'address-change'],
    ['shipments/a/2026@capex=1:2', 'address-change'],
    ['shipments/a/2026@capex:2', 'address-change'],
    ['shipments/a/2026@capex=many', 'address-change'],
  ])('%s cannot be read: %s', (text, code) => {
    expect(() => parseAddress(text)).toThrow(ProblemError);
    try {
      parseAddress(text);
    } catch (error) {
      expect(error instanceof ProblemError && error.problems.map((problem) => problem.code)).toEqual([code]);
    }
  });
});

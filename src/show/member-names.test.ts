import { describe, expect, it } from 'vitest';
import { buyerDefinitions, lineDefinitions } from '../beliefs/names.ts';
import { memoryMakers } from '../model/catalogue.ts';
import { bookerText, buyerText, lineText, makerText } from '../model/member-names.ts';
import { buyerName, memberName } from './model-names.ts';

const none = new Map<string, string>();

describe('names of members', () => {
  it('are the same in levers and in tables, in Japanese', () => {
    for (const buyer of buyerDefinitions) expect(buyerName(buyer.id, 'ja')).toBe(buyerText(buyer).ja);
    for (const line of lineDefinitions)
      expect(memberName('line', line.id, none, 'ja')).toBe(lineText(line).ja);
    for (const maker of memoryMakers)
      expect(memberName('maker', maker, none, 'ja')).toBe(makerText(maker).ja);
  });

  it('stand for every id, and for designers as for their lines', () => {
    for (const { id, designer, booking } of lineDefinitions) {
      expect(lineText({ id, designer }).en).not.toBe(id);
      expect(bookerText(booking).en).not.toBe(booking);
      expect(memberName('designer', designer, none, 'en')).toBe(designer);
    }
    expect(memberName('designer', 'NVIDIA', none, 'ja')).toBe('エヌビディア');
    expect(memberName('designer', 'Google', none, 'ja')).toBe('グーグル');
  });
});

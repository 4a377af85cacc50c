import { describe, expect, it } from 'vitest';
import { worthChoice } from './worth-query.ts';

describe('which effects a query asks to see', () => {
  it('are those it names', () => {
    expect(worthChoice('measure=sales&step=wafers&until=far')).toEqual({
      measure: 'sales',
      step: 'wafers',
      isNear: false,
    });
  });

  it('are the first of each where it names none that exists', () => {
    const first = { measure: 'packages', step: 'percent', isNear: true };
    expect(worthChoice('')).toEqual(first);
    expect(worthChoice('measure=toString&step=%00&until=never')).toEqual(first);
  });
});

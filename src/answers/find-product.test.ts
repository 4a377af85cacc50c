import { describe, expect, it } from 'vitest';
import { evidence } from '../../e2e/support/evidence.ts';
import { ProblemError } from '../problem/problem.ts';
import { findProduct } from './find-product.ts';

const { products } = evidence().register;

function nearestTo(name: string): unknown {
  try {
    return findProduct(products, name).id;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problems.map(({ code, params }) => [code, params['nearest']]);
  }
}

describe('findProduct', () => {
  it.each([
    ['nv_h100', 'nv_h100'],
    ['H100', 'nv_h100'],
    ['h100 sxm5', 'nv_h100'],
    ['GB200', 'nv_gb200'],
    ['rubin', 'nv_vr200'],
    ['gb300', 'nv_b300'],
    ['GB300', 'nv_b300'],
    ['Blackwell Ultra', 'nv_b300'],
    ['ironwood', 'goog_tpu_v7'],
    ['trillium', 'goog_tpu_v6e'],
    ['mi450', 'amd_mi455x'],
    ['griffin', 'ms_maia300'],
  ])('%s is %s', (name, id) => {
    expect(findProduct(products, name).id).toBe(id);
  });

  it('names those that share the words, and else the nearest', () => {
    expect(nearestTo('nvl72')).toEqual([['unknown-product', 'gb200, vr200']]);
    expect(nearestTo('h10')).toEqual([['unknown-product', 'h100']]);
    expect(nearestTo('b30')).toEqual([['unknown-product', 'b300']]);
    expect(nearestTo('cpu made of jelly')).toEqual([['unknown-product', undefined]]);
    expect(nearestTo('')).toEqual([['unknown-product', undefined]]);
  });
});

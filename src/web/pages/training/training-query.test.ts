import { expect, it } from 'vitest';
import { changedQuery, inquiryOf } from '../inquiries.ts';
import { trainingQuestion } from './training-query.ts';

it('takes what the command line takes, and leaves out what cannot be read', () => {
  expect(trainingQuestion('')).toEqual({ model: 'deepseek-v3' });
  expect(
    trainingQuestion(
      'model=own&parameters=2T&active=100B&tokens=40T&accelerator=nvidia_b300&precision=fp8&days=x',
    ),
  ).toEqual({
    totalParameters: 2e12,
    activeParameters: 100e9,
    tokens: 40e12,
    accelerator: 'nvidia_b300',
    precision: 'fp8',
  });
});

it('lets FLOP stand in place of parameters and tokens', () => {
  expect(trainingQuestion('model=own&flop=1e28&parameters=2T')).toEqual({ flop: 1e28 });
});

it('changes one part of a query and drops empty ones', () => {
  const query = changedQuery(changedQuery('', 'words', ' HBM4 & more '), 'metric', 'hbm_capacity');
  expect(inquiryOf('sources', query)).toEqual({
    kind: 'facts',
    words: 'HBM4 & more',
    metric: 'hbm_capacity',
  });
  expect(changedQuery(query, 'words', ' ')).toBe('metric=hbm_capacity');
});

it('asks nothing for pages of series and the first screen', () => {
  expect(inquiryOf('shortage', 'words=x')).toBeNull();
  expect(inquiryOf('supply', '')).toBeNull();
});

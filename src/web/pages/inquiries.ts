import type { Inquiry } from '../compute/inquiry.ts';
import { trainingQuestion } from './training/training-query.ts';

/** What a page asks by its name and its query; null for one that asks nothing. */
export function inquiryOf(page: string, query: string): Inquiry | null {
  switch (page) {
    case 'sources': {
      const asked = new URLSearchParams(query);
      return { kind: 'facts', words: asked.get('words') ?? '', metric: asked.get('metric') ?? '' };
    }
    case 'chokepoints':
      return { kind: 'worth' };
    case 'demand':
      return { kind: 'guidance' };
    case 'asic':
      return { kind: 'asic' };
    case 'training':
      return { kind: 'training', question: trainingQuestion(query) };
    case 'record':
      return { kind: 'record' };
    case 'model':
      return { kind: 'model' };
    default:
      return null;
  }
}

/** A query with one of its parts changed; empty parts are left out. */
export function changedQuery(query: string, name: string, value: string): string {
  const parts = new URLSearchParams(query);
  if (value.trim() === '') parts.delete(name);
  else parts.set(name, value.trim());
  return parts.toString();
}

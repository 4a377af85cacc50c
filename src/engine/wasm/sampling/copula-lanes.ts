import { LARGEST_UNIFORM, SMALLEST_UNIFORM } from '../../copula.ts';
import { Plain, ValueType } from '../code-writer.ts';
import { addTo, defineFunction, forEach, GROUPS, loaded, STEP_BYTES, sumOf } from './sampling-function.ts';
import type { SamplingModule } from './sampling-function.ts';
import { writeNormalCdf } from './normal-lanes.ts';

/**
 * Bytes of a record of `correlate` and where its parts are, all addresses: the scores of a group's first variable, the
 * end of those of the variable itself, its line of the Cholesky factor, and the row that its uniforms go to.
 */
export const MixtureRecord = { SCORES: 0, SCORES_END: 4, FACTORS: 8, ROW: 12, BYTES: 16 } as const;

/**
 * `correlate(record, end, rowBytes)`: the uniform numbers of correlated variables from rows of independent normal
 * scores, which lie one after the other for each group. The operations are those of `createCopula` in `copula.ts`.
 */
export function emitCorrelate(module: SamplingModule): void {
  defineFunction(module, 'correlate', ['record', 'end', 'rowBytes'], GROUPS, (w, code) => {
    const [record, end, rowBytes] = [0, 1, 2];
    forEach(code, record, end, MixtureRecord.BYTES, () => {
      const first = loaded(code, record, MixtureRecord.SCORES, 'scores');
      const scoresEnd = loaded(code, record, MixtureRecord.SCORES_END, 'scores end');
      const row = loaded(code, record, MixtureRecord.ROW, 'row');
      const rowEnd = sumOf(code, row, rowBytes, 'row end');
      forEach(code, row, rowEnd, STEP_BYTES, () => {
        const factors = loaded(code, record, MixtureRecord.FACTORS, 'factors');
        const score = w.variable();
        score.set(w.constant(0));
        const scores = code.local(ValueType.I32, 'score');
        code.get(first).set(scores);
        code.loop(
          () => {
            const factor = w.shared(w.loadSplat(factors, 0));
            score.set(w.add(score.get, w.multiply(factor, w.load(scores))));
            addTo(code, factors, 8);
            code.get(scores).get(rowBytes).plain(Plain.I32_ADD).set(scores);
          },
          () => void code.get(scores).get(scoresEnd).plain(Plain.I32_LESS),
        );
        const u = w.let(writeNormalCdf(w, score.get));
        const bounded = w.float('PMAX', u, w.constant(SMALLEST_UNIFORM));
        w.store(row, w.float('PMIN', bounded, w.constant(LARGEST_UNIFORM)));
        addTo(code, first, STEP_BYTES);
        addTo(code, scoresEnd, STEP_BYTES);
      });
    });
  });
}

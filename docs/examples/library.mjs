// How likely is it that 2027 brings fewer NVIDIA packages than 2026, and what would a fifth less spending change?
// Run it in this folder's project: node docs/examples/library.mjs
import { answerFutures } from 'chokepoint';
import { shippedRun } from 'chokepoint/node';

const draws = 256;

/** Share of the futures in which a designer delivers fewer packages in 2027 than in 2026. */
async function shareFalling(run, designer) {
  const question = { name: 'shipments', by: 'designer', period: 'year' };
  const { members, periods, values } = await answerFutures(run, question, { draws, seed: 1 });
  const member = members.indexOf(designer);
  const [before, after] = ['2026', '2027'].map((year) =>
    values(
      member,
      periods.findIndex(({ start }) => start.startsWith(year)),
    ),
  );
  return before.filter((packages, future) => after[future] < packages).length / draws;
}

const runs = { 'as published': shippedRun(), 'budgets × 0.8': shippedRun({ set: ['capex.all=0.8'] }) };
for (const [name, run] of Object.entries(runs)) {
  const share = await shareFalling(run, 'NVIDIA');
  console.log(`${name}: fewer in 2027 than in 2026 in ${Math.round(100 * share)} of 100 futures`);
}

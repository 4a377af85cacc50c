// The small model in Squiggle, as arithmetic on sample sets, which is the faster of the two ways it has (the other calls
// a function for every sample). It draws its own samples, so quantiles are what can be compared. The time for drawing
// is measured on its own and taken off.
import { writeFileSync } from 'node:fs';
import { run } from '@quri/squiggle-lang';

const [outputFile, drawsText, passesText] = process.argv.slice(2);
const draws = Number(drawsText);
const passes = Number(passesText);
const QUARTERS = 24;
const USE = [
  [0.8, 0.91, 1.02],
  [1.17, 1.28, 1.39],
  [1.54, 1.65, 0.87],
];
const WEIGHT = [
  [0.9, 0.913, 0.926],
  [0.929, 0.942, 0.955],
  [0.958, 0.971, 0.984],
];
const FIRST_DEMAND = [100, 120, 140];
const FIRST_CAPACITY = [0.8, 0.9, 1];
const members = [0, 1, 2];

const sampling = members.flatMap((i) => [
  `growth${i} = SampleSet.fromDist(lognormal(log(1.05), 0.04))`,
  `lead${i} = SampleSet.fromDist(lognormal(log(4), 0.3))`,
  `ordering${i} = SampleSet.fromDist(lognormal(log(0.06), 0.4))`,
]);
const opening = members.flatMap((i) => [
  `demand${i} = ${FIRST_DEMAND[i]}`,
  `installed${i} = ${400 + 50 * i}`,
  `pipeline${i} = ${10 + 2 * i}`,
  `backlog${i} = 0`,
  `capacity${i} = ${FIRST_CAPACITY[i]} * (${members.map((p) => `${USE[p][i]} * ${FIRST_DEMAND[p]}`).join(' + ')})`,
]);
// Names cannot be given anew in Squiggle, except that a later definition hides an earlier one.
const quarter = (number) => [
  `total${number} = installed0 + installed1 + installed2`,
  ...members.map((p) => `wanted${p} = backlog${p} + demand${p}`),
  ...members.map((r) => `load${r} = ${members.map((p) => `${USE[p][r]} * wanted${p}`).join(' + ')}`),
  ...members.map((r) => `available${r} = capacity${r} / load${r}`),
  ...members.map(
    (p) =>
      `built${p} = wanted${p} * ${members.reduce((least, r) => `min(${least}, ${WEIGHT[p][r]} * available${r})`, '1')}`,
  ),
  ...members.map((r) => `arriving${r} = pipeline${r} / lead${r}`),
  ...members.map((p) => `backlog${p} = wanted${p} - built${p}`),
  ...members.map((p) => `demand${p} = demand${p} * growth${p}`),
  ...members.map((p) => `installed${p} = installed${p} * 0.96 + built${p}`),
  ...members.map((r) => `capacity${r} = capacity${r} + arriving${r}`),
  ...members.map((r) => `pipeline${r} = pipeline${r} + ordering${r} * load${r} - arriving${r}`),
];
const totals = Array.from({ length: QUARTERS }, (_, number) => `total${number}`);
const whole = [
  ...sampling,
  ...opening,
  ...totals.flatMap((_, number) => quarter(number)),
  `[${totals.join(', ')}]`,
].join('\n');
const samplingOnly = [...sampling, '[growth0]'].join('\n');
const environment = { sampleCount: draws, xyPointLength: 1000, seed: '1' };

async function evaluated(code) {
  const before = performance.now();
  const output = await run(code, { environment });
  const microseconds = ((performance.now() - before) * 1000) / draws;
  if (!output.result.ok) throw new Error(String(output.result.value));
  return { microseconds, result: output.result.value.result };
}

const { microseconds: cold, result } = await evaluated(whole);
let warm = 0;
for (let i = 0; i < passes; i++) {
  const all = await evaluated(whole);
  const drawing = await evaluated(samplingOnly);
  warm += (all.microseconds - drawing.microseconds) / passes;
}
// A number stands for a quarter in which all samples are the same.
const samples = result.value
  .getValues()
  .flatMap(({ tag, value }) =>
    tag === 'Number' ? Array.from({ length: draws }, () => value) : value.getSamples(),
  );
writeFileSync(outputFile, Float64Array.from(samples));
const peakMemoryMB = (process.resourceUsage().maxRSS * 1024) / 1e6;
process.stdout.write(JSON.stringify({ draws, cold, warm, peakMemoryMB }));

// One repeat of one workload, in a process of its own: prints a measurement as JSON.
import { measure, WORKLOADS } from './measure.ts';
import type { WorkloadName } from './measure.ts';

const [workload = '', draws = '', scenario = 'latest'] = process.argv.slice(2);
if (!isWorkload(workload)) throw new RangeError(`no workload ${workload}`);
process.stdout.write(JSON.stringify(measure(workload, Number(draws), scenario)));

function isWorkload(name: string): name is WorkloadName {
  return name in WORKLOADS;
}

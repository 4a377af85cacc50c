// One repeat of one case, in a process of its own: prints a measurement as JSON.
import { CASES, measure } from './measure.ts';

const [number = '', draws = '', scenario = 'latest'] = process.argv.slice(2);
const which = CASES[Number(number)];
if (which === undefined) throw new RangeError(`no case ${number}`);
process.stdout.write(JSON.stringify(await measure(which, Number(draws), scenario)));

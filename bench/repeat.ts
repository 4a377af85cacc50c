// One repeat of one case, in a process of its own: prints a measurement as JSON.
import { CASES } from './cases.ts';
import { measure } from './measurement.ts';
import type { Settings } from './measurement.ts';

const [number = '', text = ''] = process.argv.slice(2);
const which = CASES[Number(number)];
if (which === undefined) throw new RangeError(`no case ${number}`);
const settings: Settings = JSON.parse(text);
process.stdout.write(JSON.stringify(await measure(which, settings)));

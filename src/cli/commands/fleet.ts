import type { Command } from 'commander';
import { answerFleet } from '../../answers/fleet.ts';
import type { FleetQuestion } from '../../answers/fleet.ts';
import { memberNames } from '../../answers/series.ts';
import { FLEET_COLUMNS, fleetFields } from '../../show/fleet-data.ts';
import { renderFleet } from '../../show/fleet-view.ts';
import { translate } from '../../show/message.ts';
import type { Context } from '../context.ts';
import { addExamples } from '../help.ts';
import { parsePositive } from '../quantity-values.ts';
import type { RunOptions } from '../run-options.ts';
import { addRunOptions, loadRun } from '../run-options.ts';

/** `chokepoint fleet`: what stands and runs, and when a buyer could hold a cluster. */
export function registerFleet(program: Command, context: Context): void {
  const { language } = context;
  const command = program
    .command('fleet')
    .description(translate(language, 'command.fleet'))
    .option('--cluster <n>', translate(language, 'fleet.option.cluster'), parsePositive)
    .option('--product <name>', translate(language, 'fleet.option.product'))
    .option('--buyer <name>', translate(language, 'fleet.option.buyer'))
    .option('--year <year>', translate(language, 'fleet.option.year'));
  addRunOptions(command, context).action(async (options: RunOptions & FleetQuestion) => {
    const { run, ensemble, evidence } = await loadRun(context, options);
    const answer = await answerFleet(run, evidence, questionOf(options), ensemble);
    context.progress(undefined);
    context.answer(command, {
      text: () => renderFleet(answer, memberNames(run.catalogue), context.screen),
      json: () => answer,
      csv: () => ({ header: FLEET_COLUMNS, rows: fleetFields(answer) }),
    });
  });
  addExamples(command, [
    { line: 'fleet', text: translate(language, 'fleet.example.plain') },
    {
      line: 'fleet --cluster 100000 --product b200 --buyer oracle',
      text: translate(language, 'fleet.example.cluster'),
    },
    { line: 'fleet --cluster 100k --product vr200', text: translate(language, 'fleet.example.everyone') },
    { line: 'fleet --buyer xai', text: translate(language, 'fleet.example.buyer') },
  ]);
}

function questionOf({ buyer, product, cluster, year }: FleetQuestion): FleetQuestion {
  return {
    ...(buyer === undefined ? {} : { buyer }),
    ...(product === undefined ? {} : { product }),
    ...(cluster === undefined ? {} : { cluster }),
    ...(year === undefined ? {} : { year }),
  };
}

import { Command, Help, Option } from 'commander';
import type { Argument } from 'commander';
import { translate } from '../show/message.ts';
import { registerClaims } from './commands/claims.ts';
import { registerAllocate } from './commands/allocate.ts';
import { registerAsic } from './commands/asic.ts';
import { registerBacktest } from './commands/backtest.ts';
import { registerBottlenecks } from './commands/bottlenecks.ts';
import { registerCalibrate } from './commands/calibrate.ts';
import { registerCompare } from './commands/compare.ts';
import { registerDoctor } from './commands/doctor.ts';
import { registerExplain } from './commands/explain.ts';
import { registerExport } from './commands/export.ts';
import { registerFacts } from './commands/facts.ts';
import { registerFleet } from './commands/fleet.ts';
import { registerForecast } from './commands/forecast.ts';
import { registerSensitivity } from './commands/sensitivity.ts';
import { registerSeries } from './commands/series.ts';
import { registerTrainCost } from './commands/train-cost.ts';
import { registerValidate } from './commands/validate.ts';
import { registerWhatIf } from './commands/what-if.ts';
import type { Context } from './context.ts';
import { addExamples, formatHelp } from './help.ts';
import { parseWhole } from './option-values.ts';

/** The command line: options for every command, and each command from its own file. */
export function createProgram(context: Context): Command {
  const { language, screen } = context;
  const program = new Command('chokepoint')
    .description(translate(language, 'cli.tagline'))
    .version(context.files.version(), '-V, --version', translate(language, 'option.version'))
    .helpOption('-h, --help', translate(language, 'option.help'))
    .helpCommand('help [command]', translate(language, 'command.help'))
    .addOption(new Option('--lang <language>', translate(language, 'option.lang')).choices(['en', 'ja']))
    .addOption(new Option('--json', translate(language, 'option.json')).conflicts('csv'))
    .addOption(new Option('--csv', translate(language, 'option.csv')).conflicts('json'))
    .option('--no-color', translate(language, 'option.color'))
    .addOption(
      new Option('--width <columns>', translate(language, 'option.width')).argParser(parseWhole(40, 400)),
    )
    .exitOverride()
    // Errors are told by `main`, in the reader's language.
    .configureOutput({ writeErr: () => {}, outputError: () => {} })
    .configureHelp({
      showGlobalOptions: true,
      formatHelp: (command, helper) => formatHelp(command, helper, screen),
      visibleOptions: (command) => plainOptions(command),
      // Texts name choices and defaults themselves, in their language.
      optionDescription: (option) => option.description,
      subcommandTerm: (command) =>
        [command.name(), ...command.registeredArguments.map(argumentTerm)].join(' '),
    });
  addExamples(program, [
    { line: 'forecast', text: translate(language, 'forecast.example.plain') },
    { line: 'forecast --scenario february-2025', text: translate(language, 'forecast.example.asOf') },
    { line: 'facts cowos --as-of 2025-02-15', text: translate(language, 'facts.example.search') },
    { line: 'claims', text: translate(language, 'claims.example.all') },
    { line: 'validate my-scenario.yaml', text: translate(language, 'validate.example.scenario') },
  ]);
  registerForecast(program, context);
  registerBottlenecks(program, context);
  registerSeries(program, context);
  registerCompare(program, context);
  registerAllocate(program, context);
  registerAsic(program, context);
  registerFleet(program, context);
  registerWhatIf(program, context);
  registerTrainCost(program, context);
  registerCalibrate(program, context);
  registerExplain(program, context);
  registerSensitivity(program, context);
  registerFacts(program, context);
  registerClaims(program, context);
  registerBacktest(program, context);
  registerValidate(program, context);
  registerExport(program, context);
  registerDoctor(program, context);
  return program;
}

function argumentTerm(argument: Argument): string {
  const name = argument.name() + (argument.variadic ? '…' : '');
  return argument.required ? `<${name}>` : `[${name}]`;
}

/** A command's help lists its own options; help and version stand with the global ones of the program. */
function plainOptions(command: Command): Option[] {
  return new Help()
    .visibleOptions(command)
    .filter((option) => command.parent === null || option.long !== '--help');
}

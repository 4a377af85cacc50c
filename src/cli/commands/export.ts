import { Option } from 'commander';
import type { Command } from 'commander';
import type { PreparedRun } from '../../answers/prepare-run.ts';
import { seriesOf } from '../../answers/series-catalogue.ts';
import {
  formatUnit,
  planProgram,
  writeC,
  writeJavaScriptModule,
  writeWebAssemblyText,
} from '../../engine/index.ts';
import type { Graph, Program, Scalar, WasmLayout } from '../../engine/index.ts';
import { translate } from '../../show/message.ts';
import type { Context } from '../context.ts';
import { addExamples } from '../help.ts';
import { loadModel } from '../load-model.ts';
import { addModelOptions } from '../run-options.ts';
import type { ModelOptions } from '../run-options.ts';

/** A kernel as text, and where it expects its arrays if its caller has to put them there. */
interface Kernel {
  readonly source: string;
  readonly memory?: WasmLayout;
}

const WRITERS = {
  c: (graph, program) => ({ source: writeC(graph, program) }),
  js: (graph, program) => ({ source: writeJavaScriptModule(graph, program) }),
  wat: (graph, program) => {
    const { text, ...memory } = writeWebAssemblyText(graph, program);
    return { source: text, memory };
  },
} as const satisfies Readonly<Record<string, (graph: Graph, program: Program) => Kernel>>;

interface ExportOptions extends ModelOptions {
  readonly kernel: keyof typeof WRITERS;
}

/** `chokepoint export`: the model as source text. */
export function registerExport(program: Command, context: Context): void {
  const { language } = context;
  const command = program
    .command('export')
    .description(translate(language, 'command.export'))
    .addOption(
      new Option('--kernel <language>', translate(language, 'export.option.kernel'))
        .choices(Object.keys(WRITERS))
        .default('c'),
    );
  addModelOptions(command, context).action((options: ExportOptions) => {
    const { run } = loadModel(context.files, options);
    const { graph } = run.model;
    const outputs = outputsOf(run);
    const kernel: Kernel = WRITERS[options.kernel](graph, planProgram(graph, outputs));
    const { tables: read, ...memory } = kernel.memory ?? {};
    const scalars: Readonly<Record<string, readonly Scalar[]>> = {
      inputs: graph.inputs,
      tables: read?.map((table) => graph.tables[table]!) ?? graph.tables,
      outputs: outputs.map((name) => graph.find(name).scalar),
    };
    const source = kernel.source.trimEnd();
    context.answer(command, {
      text: () => source,
      json: () => ({
        scenario: run.scenario.name,
        asOf: run.view.date,
        history: run.view.history,
        kernel: options.kernel,
        start: run.start,
        months: run.catalogue.months,
        ...Object.fromEntries(
          Object.entries(scalars).map(([place, list]) => [
            place,
            list.map(({ name, unit }) => ({ name, unit: formatUnit(unit) })),
          ]),
        ),
        ...(kernel.memory === undefined ? {} : { memory }),
        source,
      }),
      csv: () => ({
        header: ['array', 'position', 'name', 'unit'],
        rows: Object.entries(scalars).flatMap(([place, list]) =>
          list.map(({ name, unit }, position) => [place, position, name, formatUnit(unit)]),
        ),
      }),
    });
  });
  addExamples(command, [
    { line: 'export --kernel c', text: translate(language, 'export.example.c') },
    {
      line: 'export --kernel js --scenario february-2025',
      text: translate(language, 'export.example.js'),
    },
    { line: 'export --kernel wat', text: translate(language, 'export.example.wat') },
    { line: 'export --csv', text: translate(language, 'export.example.csv') },
  ]);
}

/** Every scalar that a series is made of. */
function outputsOf(run: PreparedRun): string[] {
  const members = seriesOf(run.catalogue).flatMap(({ dimensions }) => [...dimensions.values()].flat());
  return [...new Set(members.flatMap(({ scalars }) => scalars))];
}

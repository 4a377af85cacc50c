import type { Command } from 'commander';
import { Option } from 'commander';
import type { ChartSpec } from '../show/charts/chart-spec.ts';
import { translate } from '../show/message.ts';
import type { Context } from './context.ts';

/** Where a drawing goes, for commands that make one. */
export interface DrawingOptions {
  /** A file, or `-` for stdout. */
  readonly svg?: string;
}

interface AnswerForm {
  readonly json?: boolean;
  readonly csv?: boolean;
}

/** Pixels; readable in a column of text, and no narrower than its labels need. */
const WIDTH = 760;

/** Adds `--svg` to a command. It cannot stand beside `--outcomes`, which has no drawing, nor beside another form of the answer. */
export function addDrawingOption(command: Command, context: Context): Command {
  return command
    .addOption(new Option('--svg <file>', translate(context.language, 'option.svg')).conflicts('outcomes'))
    .hook('preAction', (_, action) => {
      // Those are options of the whole program, which `conflicts` does not see.
      const { svg, ...options } = action.optsWithGlobals<DrawingOptions & AnswerForm>();
      const other = (['json', 'csv'] as const).find((form) => options[form]);
      if (svg !== undefined && other !== undefined)
        action.error(`option '--svg <file>' cannot be used with option '--${other}'`, {
          code: 'commander.conflictingOption',
        });
    });
}

/** A run as its drawing cites it. */
export interface DrawnRun {
  readonly scenario: string;
  /** ISO day. */
  readonly asOf: string;
  readonly draws: number;
  readonly seed: number;
}

/**
 * Writes a chart as SVG with its citation and the command that makes it again, on paper and ink. The renderer is loaded
 * only here: commands that draw nothing start without it.
 */
export async function writeDrawing(
  spec: ChartSpec,
  target: string,
  run: DrawnRun,
  context: Context,
): Promise<void> {
  const { language } = context;
  const [{ sceneOf }, { renderSvg }, { LIGHT_THEME }] = await Promise.all([
    import('../show/charts/chart.ts'),
    import('../show/charts/svg.ts'),
    import('../show/charts/chart-theme.ts'),
  ]);
  const citation = translate(language, 'drawing.citation', {
    version: context.files.version(),
    scenario: run.scenario,
    day: run.asOf,
    draws: run.draws,
    seed: run.seed,
    command: context.commandLine,
  });
  const svg = renderSvg(sceneOf(spec, { width: WIDTH, language }), {
    theme: LIGHT_THEME,
    citation,
    standalone: true,
  });
  if (target === '-') {
    context.data(svg);
  } else {
    context.files.writeText(target, svg);
    context.note(translate(language, 'drawing.written', { file: target }));
  }
}

import type { Command } from 'commander';
import { Option } from 'commander';
import type { ChartSpec } from '../show/charts/chart-spec.ts';
import { translate } from '../show/message.ts';
import type { Context } from './context.ts';
import { citationOf, refuseOtherForms, writeNamed } from './written-file.ts';
import type { CitedRun } from './written-file.ts';

/** Where a drawing goes, for commands that make one. */
export interface DrawingOptions {
  /** A file, or `-` for stdout. */
  readonly svg?: string;
}

/** Pixels; readable in a column of text, and no narrower than its labels need. */
const WIDTH = 760;

/** Adds `--svg` to a command. It cannot stand beside `--outcomes`, which has no drawing, nor beside another form of the answer. */
export function addDrawingOption(command: Command, context: Context): Command {
  const option = new Option('--svg <file>', translate(context.language, 'option.svg'));
  return refuseOtherForms(command.addOption(option.conflicts(['outcomes', 'futures'])), 'svg');
}

/**
 * Writes a chart as SVG with its citation and the command that makes it again, on paper and ink. The renderer is loaded
 * only here: commands that draw nothing start without it.
 */
export async function writeDrawing(
  spec: ChartSpec,
  target: string,
  run: CitedRun,
  context: Context,
): Promise<void> {
  const { language } = context;
  const [{ sceneOf }, { renderSvg }, { LIGHT_THEME }] = await Promise.all([
    import('../show/charts/chart.ts'),
    import('../show/charts/svg.ts'),
    import('../show/charts/chart-theme.ts'),
  ]);
  const citation = citationOf(run, context);
  const svg = renderSvg(sceneOf(spec, { width: WIDTH, language }), {
    theme: LIGHT_THEME,
    citation,
    standalone: true,
  });
  if (target === '-') {
    context.data(svg);
  } else {
    writeNamed(target, svg, context);
  }
}

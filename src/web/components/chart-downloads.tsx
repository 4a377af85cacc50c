import type { ChartSpec } from '../../show/charts/chart-spec.ts';
import { commandLine } from '../../show/command-line.ts';
import { translate } from '../../show/message.ts';
import type { ChartFormat } from '../browser/chart-files.ts';
import { useLanguage, useStore } from '../page-context.ts';

/** As in `chart-files.ts`, which is loaded when somebody wants a file. */
const FORMATS: readonly ChartFormat[] = ['CSV', 'XLSX', 'JSON', 'SVG', 'PNG'];

/** The chart as a file. */
export function ChartDownloads({ spec }: { readonly spec: ChartSpec }) {
  const language = useLanguage();
  const store = useStore();
  const save = async (format: ChartFormat): Promise<void> => {
    // As the page stands when somebody asks: nothing of it is shown here.
    const { contents, scenario, taken, figures } = store.getState();
    if (contents === null || scenario === null) return;
    const { saveChart } = await import('../browser/chart-files.ts');
    const drawn = { ...taken, draws: scenario.shortage.draws };
    const citation = translate(language, 'page.citation', {
      version: contents.version,
      date: scenario.shortage.asOf,
      command: commandLine(drawn, language, 'forecast', figures?.names),
      url: location.href,
    });
    await saveChart(spec, format, citation, language);
  };
  return (
    <span className="downloads">
      {FORMATS.map((format) => (
        <button
          key={format}
          type="button"
          onClick={() => void save(format)}
          aria-label={translate(language, 'page.save', { format, title: spec.title })}
        >
          {format}
        </button>
      ))}
    </span>
  );
}

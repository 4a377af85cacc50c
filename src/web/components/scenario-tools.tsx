import { useRef } from 'react';
import { translate } from '../../show/message.ts';
import { addFigures } from '../browser/figures-files.ts';
import { download } from '../browser/download.ts';
import { useLanguage, usePage, useStore } from '../page-context.ts';
import { MOST_PINS } from '../state/pin.ts';
import { ToolButton } from './tool-button.tsx';

// Reading and writing scenario files brings a reader of YAML, which few need.
const scenarioFiles = () => import('../browser/scenario-files.ts');

/** What can be done with the scenario as a whole. */
export function ScenarioTools() {
  const language = useLanguage();
  const store = useStore();
  const { scenario, contents, day, address, pins, canUndo, canRedo } = usePage();
  const input = useRef<HTMLInputElement>(null);
  const figures = useRef<HTMLInputElement>(null);
  const changes = address.levers.size + address.delays.length + address.removals.length;
  const save = async (): Promise<void> => {
    if (scenario === null) return;
    const { scenarioText } = await scenarioFiles();
    download(`${scenario.scenario.name}.yaml`, 'application/yaml', scenarioText(scenario.scenario));
  };
  const open = async (file: File): Promise<void> => {
    if (contents === null || day === null) return;
    const { readScenarioText } = await scenarioFiles();
    const read = readScenarioText(file.name, await file.text(), contents, day);
    if ('problems' in read) store.tell(read.problems);
    else store.setAddress(read.address);
  };
  return (
    <div className="lever-tools">
      <ToolButton act={() => store.undo()} isIdle={!canUndo}>
        {translate(language, 'page.undo')}
      </ToolButton>
      <ToolButton act={() => store.redo()} isIdle={!canRedo}>
        {translate(language, 'page.redo')}
      </ToolButton>
      <ToolButton act={() => store.reset()} isIdle={changes === 0}>
        {translate(language, 'page.reset')}
      </ToolButton>
      <ToolButton act={() => store.pin()} isIdle={pins.length === MOST_PINS}>
        {translate(language, 'page.pin')}
      </ToolButton>
      <button type="button" onClick={() => void save()}>
        {translate(language, 'page.scenario.save')}
      </button>
      <button type="button" onClick={() => input.current?.click()}>
        {translate(language, 'page.scenario.open')}
      </button>
      <input
        ref={input}
        type="file"
        accept=".yaml,.yml"
        hidden
        onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = '';
          if (file) void open(file);
        }}
      />
      <button type="button" onClick={() => figures.current?.click()}>
        {translate(language, 'page.figures.open')}
      </button>
      <input
        ref={figures}
        type="file"
        accept=".csv"
        multiple
        hidden
        onChange={({ target }) => {
          void addFigures(store, target.files);
          target.value = '';
        }}
      />
    </div>
  );
}

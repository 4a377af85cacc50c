import { useRef } from 'react';
import { translate } from '../../show/message.ts';
import { download } from '../browser/download.ts';
import { addFigures, openScenario, scenarioFiles } from '../browser/user-files.ts';
import { useLanguage, usePage, useStore } from '../page-context.ts';
import { MOST_PINS } from '../state/pin.ts';
import { ToolButton } from './tool-button.tsx';

/** What can be done with the scenario as a whole. */
export function ScenarioTools() {
  const language = useLanguage();
  const store = useStore();
  const { scenario, address, pins, canUndo, canRedo } = usePage();
  const input = useRef<HTMLInputElement>(null);
  const figures = useRef<HTMLInputElement>(null);
  const changes = address.levers.size + address.delays.length + address.removals.length;
  const save = async (): Promise<void> => {
    if (scenario === null) return;
    const { scenarioText } = await scenarioFiles();
    download(`${scenario.scenario.name}.yaml`, 'application/yaml', scenarioText(scenario.scenario));
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
          void openScenario(store, target.files?.[0]);
          target.value = '';
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

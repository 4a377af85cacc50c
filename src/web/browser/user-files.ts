import type { PageStore } from '../state/page-store.ts';

// Reading and writing scenario files brings a reader of YAML, which few need.
export const scenarioFiles = () => import('./scenario-files.ts');

/** Adds the CSV files among some to the figures of a page. They are read here and go nowhere else. */
export async function addFigures(store: PageStore, files: FileList | null | undefined): Promise<void> {
  const tables = [...(files ?? [])].filter(({ name }) => /\.csv$/iu.test(name));
  const read = await Promise.all(tables.map(async (file) => ({ name: file.name, text: await file.text() })));
  if (read.length > 0) store.addFigures(read);
}

/** Takes the scenario of a file, with what is known at its day, or tells every problem of it. */
export async function openScenario(store: PageStore, file: File | undefined): Promise<void> {
  const { contents } = store.getState();
  if (file === undefined || contents === null) return;
  const [text, { readScenarioText, scenarioTextDay }] = await Promise.all([file.text(), scenarioFiles()]);
  const day = await store.lookFrom(scenarioTextDay(file.name, text, contents));
  // Why a day is refused has been told.
  if (day === null) return;
  const read = readScenarioText(file.name, text, contents, day);
  if ('problems' in read) store.tell(read.problems);
  else store.setAddress(read.address);
}

/** Takes files that are dropped anywhere on the page. */
export function followDrops(store: PageStore): void {
  const { dataset } = document.documentElement;
  const end = (): void => void delete dataset['dropping'];
  addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    // Without this the browser would leave the page for the file.
    event.preventDefault();
    dataset['dropping'] = '';
  });
  addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) end();
  });
  addEventListener('drop', (event) => {
    event.preventDefault();
    end();
    const files = event.dataTransfer?.files;
    void addFigures(store, files);
    void openScenario(
      store,
      [...(files ?? [])].find(({ name }) => /\.ya?ml$/iu.test(name)),
    );
  });
}

import type { PageStore } from '../state/page-store.ts';

/** Adds the CSV files among some to the figures of a page. They are read here and go nowhere else. */
export async function addFigures(store: PageStore, files: FileList | null | undefined): Promise<void> {
  const tables = [...(files ?? [])].filter(({ name }) => /\.csv$/iu.test(name));
  const read = await Promise.all(tables.map(async (file) => ({ name: file.name, text: await file.text() })));
  if (read.length > 0) store.addFigures(read);
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
    void addFigures(store, event.dataTransfer?.files);
  });
}

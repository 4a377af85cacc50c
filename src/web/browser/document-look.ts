import { DARK_THEME, LIGHT_THEME, PRINT_THEME, themeDeclarations } from '../../show/charts/chart-theme.ts';
import { pageLanguage } from '../page-context.ts';
import type { PageStore } from '../state/page-store.ts';

/** Keeps the language and theme of the document those of the page. */
export function followDocument(store: PageStore): void {
  document.adoptedStyleSheets = [palette()];
  const write = (): void => {
    const state = store.getState();
    const { documentElement: root } = document;
    root.lang = pageLanguage(state);
    if (state.view.theme === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = state.view.theme;
  };
  store.subscribe(write);
  write();
}

/** The colours of charts, for charts and page alike, by theme; a policy against styles in markup lets it pass. */
function palette(): CSSStyleSheet {
  const [light, dark, print] = [LIGHT_THEME, DARK_THEME, PRINT_THEME].map(themeDeclarations);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:root{${light}}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${dark}}}
:root[data-theme=dark]{${dark}}
@media print{:root,:root:not([data-theme=light]),:root[data-theme]{${print};color-scheme:light}}`);
  return sheet;
}

import { Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { followAddress } from './browser/address-bar.ts';
import { followDocument } from './browser/document-look.ts';
import { followDrops } from './browser/user-files.ts';
import { installOffline } from './browser/offline.ts';
import { AnswerClient } from './compute/answer-client.ts';
import { StoreProvider } from './page-context.ts';
import { inquiryOf } from './pages/inquiries.ts';
import { seriesOfPage, seriesOfPins } from './pages/series/panels.ts';
import { PageStore } from './state/page-store.ts';

const store = new PageStore(location.hash, (hear) => new AnswerClient(hear), {
  seriesOf: seriesOfPage,
  pinnedOf: seriesOfPins,
  inquiryOf,
});
followAddress(store);
followDocument(store);
followDrops(store);
const root = document.getElementById('page');
if (root) {
  createRoot(root).render(
    <StoreProvider value={store}>
      <Suspense>
        <App />
      </Suspense>
    </StoreProvider>,
  );
}
installOffline();

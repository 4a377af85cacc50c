import { filesAt, loadManifest } from './page-base.ts';
import { WholeAnswerer } from './whole-answerer.ts';
import type { ToWholeAnswerer } from './worker-message.ts';
import { startWorker } from './worker-scope.ts';

// The worker of everything else, with figures, equations and compilers: started when first asked.
startWorker<ToWholeAnswerer>(async ({ pool, data, post, hear }) => {
  const files = filesAt(data);
  const manifest = await loadManifest(files);
  const answerer = new WholeAnswerer({ files, manifest, pool, post });
  hear((message) => answerer.hear(message));
});

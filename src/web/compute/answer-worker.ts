import { simdSupported } from '../../engine/index.ts';
import { Answerer } from './answerer.ts';
import { filesAt, loadManifest } from './page-base.ts';
import type { ToAnswerer } from './worker-message.ts';
import { startWorker } from './worker-scope.ts';

// The worker of the first screen: what it needs is compiled already.
startWorker<ToAnswerer>(async ({ pool, data, post, hear }) => {
  if (!simdSupported()) throw new Error('WebAssembly SIMD');
  const files = filesAt(data);
  const manifest = await loadManifest(files);
  const { version, lastPublished, earliestDay, days, scenarios } = manifest;
  post({ kind: 'contents', contents: { version, lastPublished, earliestDay, days, scenarios } });
  const answerer = new Answerer({ files, manifest, pool, post });
  hear((message) => answerer.hear(message));
});

import type { PageManifest } from '../../answers/emitted-files.ts';
import type { WorkerPool } from '../../engine/index.ts';
import type { PageFiles } from './page-base.ts';
import type { FromAnswerer } from './worker-message.ts';

/** What whoever answers works with. */
export interface AnswererParts {
  readonly files: PageFiles;
  readonly manifest: PageManifest;
  /** Draws the futures; without one the answerer draws them itself. */
  readonly pool: WorkerPool | undefined;
  readonly post: (message: FromAnswerer) => void;
}

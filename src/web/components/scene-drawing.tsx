import { memo } from 'react';
import { renderSvg } from '../../show/charts/svg.ts';
import type { Scene } from '../../show/charts/scene.ts';

/**
 * The same drawing that the command line exports, in the colours of the page. What stands around it says what it shows, so
 * the drawing itself is silent. `renderSvg` escapes every text.
 */
export const SceneDrawing = memo(({ scene }: { readonly scene: Scene }) => (
  <div aria-hidden="true" dangerouslySetInnerHTML={{ __html: renderSvg(scene, { theme: 'variables' }) }} />
));

import type { ReactNode } from 'react';
import { translate } from '../../show/message.ts';
import { useLanguage } from '../page-context.ts';
import { useTableKeys } from './table-keys.ts';

interface TableRegionProps {
  readonly caption: string;
  /** Of cells with a figure, in order, as `placeOf` says. */
  readonly places: readonly string[];
  readonly children: (isStop: (place: string) => boolean) => ReactNode;
}

/** What a table scrolls in, with keys for its figures; the caption is for those who do not see the heading above. */
export function TableRegion({ caption, places, children }: TableRegionProps) {
  const language = useLanguage();
  const { region, isStop } = useTableKeys(places);
  const label = places.length > 1 ? `${caption}. ${translate(language, 'page.table.keys')}` : caption;
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={label} {...region}>
      {children(isStop)}
    </div>
  );
}

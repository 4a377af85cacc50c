import { useEffect, useState } from 'react';
import { translate } from '../../show/message.ts';
import { remember, remembered } from '../browser/remembered.ts';
import { useLanguage } from '../page-context.ts';

/** The way to the tour: said a little louder on a first visit until it is taken, and never more than a button. */
export function TourButton({ start }: { readonly start: () => void }) {
  const language = useLanguage();
  const [isNew, setNew] = useState(() => remembered('tour') === null);
  useEffect(() => remember('tour', 'offered'), []);
  const take = (): void => {
    setNew(false);
    start();
  };
  return (
    <button type="button" className={isNew ? 'offer' : 'plain'} onClick={take}>
      {translate(language, isNew ? 'page.tour.offer' : 'page.tour')}
    </button>
  );
}

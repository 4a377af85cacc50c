import { lazy, Suspense } from 'react';
import { formatDay } from '../../show/date-format.ts';
import { translate } from '../../show/message.ts';
import { useLanguage, usePage } from '../page-context.ts';

// Most pages have none, and their texts are many.
const ProblemList = lazy(async () => ({ default: (await import('./problem-list.tsx')).ProblemList }));

// Few have any.
const FiguresNotice = lazy(async () => ({ default: (await import('./figures-notice.tsx')).FiguresNotice }));

/** What stands in the way: nothing can be computed, or a link holds what the page does not understand. */
export function Notices() {
  const language = useLanguage();
  const { failure, problems, contents, scenario, isForming, wantedDay, figures } = usePage();
  if (failure !== null) {
    const reason = failure === 'WebAssembly SIMD' ? translate(language, 'page.failed.simd') : failure;
    const text = translate(language, 'page.failed', { reason });
    // Where there is no answer, this is what the page is about.
    return (
      <div className="notice" role="alert">
        {scenario === null ? <h1>{text}</h1> : <p>{text}</p>}
      </div>
    );
  }
  return (
    <>
      {problems.length > 0 && (
        <div className="notice" role="alert">
          <p>{translate(language, 'page.problems')}</p>
          <Suspense>
            <ProblemList problems={problems} />
          </Suspense>
        </div>
      )}
      {figures && (
        <Suspense>
          <FiguresNotice figures={figures} />
        </Suspense>
      )}
      {isForming ? (
        <p className={scenario === null ? 'loading' : 'passing'} role="status">
          {translate(language, 'page.forming', { date: formatDay(wantedDay ?? '', language) })}
        </p>
      ) : (
        (contents === null || scenario === null) && (
          <p className="loading" role="status">
            {translate(language, 'page.loading')}
          </p>
        )
      )}
    </>
  );
}

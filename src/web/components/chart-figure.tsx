import { memo, useEffect, useMemo, useRef, useState } from 'react';
import { noteOf, sceneOf, tableOf } from '../../show/charts/chart.ts';
import type { ChartSpec } from '../../show/charts/chart-spec.ts';
import { nearestPoint } from '../../show/charts/scene.ts';
import type { Cursor, CursorPoint, Scene } from '../../show/charts/scene.ts';
import { translate } from '../../show/message.ts';
import { useLanguage, usePart, useStore } from '../page-context.ts';
import { ChartDownloads } from './chart-downloads.tsx';
import { DataTable } from './data-table.tsx';
import { SceneDrawing } from './scene-drawing.tsx';

interface ChartFigureProps {
  readonly spec: ChartSpec;
  /** Pixels; by the kind of chart and its data unless said. */
  readonly height?: number;
  /** Numbers that are on their way; the chart keeps its place. */
  readonly isStale?: boolean;
  /** Laid over the drawing, in its pixels; what it hears of pointers and keys it may keep to itself. */
  readonly overlay?: (scene: Scene) => React.ReactNode;
  /** Wide as the page rather than one of its columns. */
  readonly isWide?: boolean;
}

interface Place {
  readonly series: number;
  readonly index: number;
}

/**
 * A piece of evidence: heading, chart and table in its place. A cursor goes from value to value by pointer or arrows; what
 * it stands on is read out below the drawing, never over it.
 */
export const ChartFigure = memo(function ChartFigure({
  spec,
  height,
  isStale = false,
  overlay,
  isWide = false,
}: ChartFigureProps) {
  const language = useLanguage();
  const { tables } = usePart('view');
  const [asTable, setAsTable] = useState(false);
  const isTable = tables !== asTable;
  const note = noteOf(spec, language);
  return (
    <section className={`evidence${isStale ? ' is-stale' : ''}${isWide ? ' evidence-wide' : ''}`}>
      <div className="evidence-head">
        <h2>{spec.title}</h2>
        <div className="evidence-tools">
          <ChartDownloads spec={spec} />
          <button type="button" onClick={() => setAsTable(!asTable)}>
            {translate(language, isTable ? 'page.chart' : 'page.table')}
            <span className="unseen">{`: ${spec.title}`}</span>
          </button>
        </div>
      </div>
      {note !== undefined && <p className="note">{note}</p>}
      {isTable ? (
        <DataTable caption={spec.title} {...tableOf(spec, language)} />
      ) : (
        <Drawing spec={spec} height={height} overlay={overlay} />
      )}
    </section>
  );
});

interface DrawingProps extends Pick<ChartFigureProps, 'spec'> {
  readonly height: number | undefined;
  readonly overlay: ChartFigureProps['overlay'];
}

function Drawing({ spec, height, overlay }: DrawingProps) {
  const language = useLanguage();
  const store = useStore();
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const scene = useMemo(
    () =>
      width > 0
        ? sceneOf(spec, { width, language, withoutHead: true, ...(height === undefined ? {} : { height }) })
        : null,
    [spec, width, language, height],
  );
  const [place, setPlace] = useState<Place | null>(null);
  const point = scene && place ? scene.cursor.at(place.series, place.index) : undefined;
  const openFigure = (): void => {
    if (point?.figure !== undefined) store.setView({ figure: point.figure });
  };
  const press = (event: React.KeyboardEvent): void => {
    if (event.key === 'Enter') openFigure();
    if (event.key === 'Escape') setPlace(null);
    const next = scene && moved(scene.cursor, place, event.key);
    if (!next) return;
    event.preventDefault();
    setPlace(next);
  };
  const follow = ({ currentTarget, clientX, clientY }: React.PointerEvent): void => {
    const { left, top } = currentTarget.getBoundingClientRect();
    const nearest = scene && nearestPoint(scene.cursor, clientX - left, clientY - top);
    if (nearest) setPlace({ series: nearest.series, index: nearest.index });
  };
  return (
    <div className="drawing" ref={box}>
      {scene && (
        <div
          className={point?.figure === undefined ? 'scene' : 'scene opens'}
          role="group"
          tabIndex={0}
          aria-label={`${scene.summary} ${translate(language, 'page.chart.keys')}`}
          onKeyDown={press}
          onPointerMove={follow}
          onClick={openFigure}
          onPointerLeave={() => setPlace(null)}
          onBlur={() => setPlace(null)}
        >
          <SceneDrawing scene={scene} />
          {point && <CursorMark scene={scene} point={point} />}
          {overlay?.(scene)}
        </div>
      )}
      <p className="reading" aria-live="polite">
        {point?.label}
      </p>
    </div>
  );
}

function CursorMark({ scene, point }: { readonly scene: Scene; readonly point: CursorPoint }) {
  return (
    <svg className="cursor" width={scene.width} height={scene.height} aria-hidden="true">
      <circle cx={point.x} cy={point.y} r={5} />
    </svg>
  );
}

/** Width of an element, followed as it changes. */
function useWidth(box: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return width;
}

/** Where an arrow leads, over places without a value; undefined for other keys and at the ends. */
function moved(cursor: Cursor, from: Place | null, key: string): Place | undefined {
  const [along, against] =
    cursor.along === 'right'
      ? [
          ['ArrowRight', 'ArrowLeft'],
          ['ArrowDown', 'ArrowUp'],
        ]
      : [
          ['ArrowDown', 'ArrowUp'],
          ['ArrowRight', 'ArrowLeft'],
        ];
  const step = along.indexOf(key);
  const turn = against.indexOf(key);
  if (step < 0 && turn < 0) return undefined;
  // The series drawn last lies above the others: the scenario.
  if (from === null) return firstPlace(cursor);
  if (turn >= 0) {
    const series = from.series + (turn === 0 ? 1 : -1);
    return cursor.at(series, from.index) ? { series, index: from.index } : undefined;
  }
  const by = step === 0 ? 1 : -1;
  for (let index = from.index + by; index >= 0 && index < cursor.count(from.series); index += by)
    if (cursor.at(from.series, index)) return { series: from.series, index };
  return undefined;
}

function firstPlace(cursor: Cursor): Place | undefined {
  const series = cursor.series.length - 1;
  for (let index = 0; index < cursor.count(series); index++)
    if (cursor.at(series, index)) return { series, index };
  return undefined;
}

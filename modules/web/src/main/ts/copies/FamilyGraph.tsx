import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { CopyDirection, Edge } from '../api/articleTypes';
import { go } from '../app/router';
import { articleHref, copyHref } from '../ui/links';
import { counted, percent } from '../ui/numbers';
import { published } from '../ui/time';
import { useNarrow } from '../ui/useNarrow';
import { useWidth } from '../ui/useWidth';
import type { Arc, Family } from './graph';
import { isOpen } from './settled';
import { directionOf, outletOf, shortTime, shownBy } from './words';

const DOT = 14;

/** Pixels of a row: where it is narrow, its words take a line more. */
const rowFor = (narrow: boolean) => (narrow ? 80 : 64);

/**
 * A family of copies in the order of time, one article a row; arcs lead from each origin down to its copies. Rows hold
 * all words, the arcs a column of their own, so that a family of any size stays legible and fits a phone.
 */
export function FamilyGraph({ family, here }: { family: Family; here: string | null }): JSX.Element {
  const rail = useRef<HTMLDivElement>(null);
  const width = useWidth(rail);
  const height = rowFor(useNarrow(760));
  const [hot, setHot] = useState<{ row: number } | { edge: string } | null>(null);
  const isHot = (arc: Arc) => hot !== null && ('row' in hot ? arc.from === hot.row || arc.to === hot.row : arc.edge.id === hot.edge);
  const { articles, arcs } = family;
  const names = new Map(articles.map((article) => [article.id, outletOf(article)]));
  return (
    <div class={`family ${hot ? 'some-hot' : ''}`}>
      <ol>
        {articles.map((article, row) => (
          <li
            key={article.id}
            class={`${article.id === here ? 'here' : ''}`}
            style={{ height: `${height}px` }}
            data-row
            tabIndex={-1}
            onPointerEnter={() => setHot({ row })}
            onPointerLeave={() => setHot(null)}
            onFocusIn={() => setHot({ row })}
            onFocusOut={() => setHot(null)}
          >
            <time dateTime={article.at} title={published(article)}>
              {shortTime(article)}
            </time>
            <span class="rail-place" />
            <span class="who">
              <a href={articleHref(article.id)} title={outletOf(article)} data-open>
                <bdi>{outletOf(article)}</bdi>
              </a>
              <Came edges={arcs.filter((arc) => arc.to === row).map((arc) => arc.edge)} names={names} />
            </span>
            <span class="title" dir="auto">
              {article.title || 'without a title'}
            </span>
          </li>
        ))}
      </ol>
      <div class="rail-layer">
        <div ref={rail} class="rail-column">
          <svg width={width} height={articles.length * height} aria-hidden="true">
            <line class="spine" x1={width - DOT} x2={width - DOT} y1={height / 2} y2={(articles.length - 0.5) * height} />
            {arcs.map((arc) => (
              <path
                key={arc.edge.id}
                class={`arc ${styleOf(arc.edge)} ${isHot(arc) ? 'hot' : ''}`}
                d={curve(arc, width, height)}
                // The more was taken over, the stronger the line.
                style={{ strokeWidth: 1 + 1.3 * arc.edge.containment }}
              />
            ))}
            {arcs.map((arc) => (
              <path
                key={arc.edge.id}
                class="grip"
                d={curve(arc, width, height)}
                onPointerEnter={() => setHot({ edge: arc.edge.id })}
                onPointerLeave={() => setHot(null)}
                onClick={() => go(copyHref(arc.edge.id))}
              >
                <title>{`${outletOf(articles[arc.to]!)}: ${percent(arc.edge.containment)} from ${outletOf(articles[arc.from]!)}, ${shownBy(arc.edge)}`}</title>
              </path>
            ))}
            {articles.map((article, row) => (
              <circle
                key={article.id}
                class={`dot-mark ${arcs.some((arc) => arc.to === row && !isOpen(arc.edge)) ? 'copy' : 'own'} ${article.atKind === 'FIRST_SEEN' ? 'unsure' : ''}`}
                cx={width - DOT}
                cy={row * height + height / 2}
                r={article.id === here ? 7.5 : 6}
              />
            ))}
          </svg>
        </div>
      </div>
    </div>
  );
}

export function styleOf(edge: Edge): string {
  return edge.direction === 'DECLARED' ? 'declared' : isOpen(edge) ? 'twin' : 'found';
}

/** The further apart, the wider; within the column whatever the distance. */
function curve({ from, to }: Arc, width: number, height: number): string {
  const x = width - DOT;
  const [y1, y2] = [from * height + height / 2, to * height + height / 2];
  const reach = Math.min(x - 4, 16 + 15 * Math.sqrt(Math.max(0, Math.abs(to - from) - 0.6)) * 1.4) * 1.28;
  return `M${x} ${y1}C${x - reach} ${y1} ${x - reach} ${y2} ${x} ${y2}`;
}

const AFTER: Readonly<Partial<Record<CopyDirection, string>>> = {
  DECLARED: ', says so',
  THROUGH_OTHERS: ', through others',
  UNDECIDED: ', or the other way round',
};

/** From whom a row has it, the nearest first. */
function Came({ edges, names }: { edges: readonly Edge[]; names: ReadonlyMap<string, string> }) {
  if (!edges.length) return null;
  const sorted = [...edges].sort((a, b) => b.containment - a.containment);
  return (
    <span class="came">
      {sorted.slice(0, 2).map((edge) => (
        <a key={edge.id} href={copyHref(edge.id)}>
          {percent(edge.containment)} from <bdi>{names.get(edge.originId)}</bdi>
          {AFTER[directionOf(edge)] ?? ''}
        </a>
      ))}
      {sorted.length > 2 && <span class="muted">and {counted(sorted.length - 2, 'other')}</span>}
      {sorted.some((edge) => edge.contradicted) && <span class="warn">times contradict</span>}
    </span>
  );
}

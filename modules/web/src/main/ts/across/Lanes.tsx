import type { JSX } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { goQuery, useQuery } from '../app/router';
import { bare, once } from '../ui/content';
import { articleHref, copyHref } from '../ui/links';
import { percent } from '../ui/numbers';
import { Opens } from '../ui/Opens';
import { day } from '../ui/time';
import { useWidth } from '../ui/useWidth';
import { isolated } from '../ui/words';
import { firstIsOpen, lastSource, sourcesOf, type Family, type Told } from './families';
import { layoutOf, type Lane, type Point } from './laneLayout';
import { clockOf, timeOf } from './times';

/** Where there is little room beside the lanes, what is written there takes a line more. */
const rowFor = (width: number) => (width > 0 && width < 190 ? 58 : 46);

interface LanesProps {
  readonly told: readonly Told[];
  readonly families: readonly Family[];
  /** How many reports the server counts as independent: it knows of links that are not drawn here. */
  readonly independent: number;
}

/**
 * Who had it when, and from whom: a lane for each outlet. What is written stands before and behind the lanes, never on
 * them, so that lines from lane to lane cross nothing that is to be read, however many they are.
 */
export function Lanes({ told, families, independent }: LanesProps): JSX.Element {
  const query = useQuery();
  const axis = query.get('axis') === 'order' ? 'order' : 'time';
  const track = useRef<HTMLDivElement>(null);
  const width = useWidth(track);
  const row = rowFor(width);
  const middle = (lane: number) => lane * row + row / 2;
  const drawn = Math.max(60, width);
  const layout = useMemo(() => layoutOf(told, drawn, axis), [told, drawn, axis]);
  const height = layout.lanes.length * row;
  // Paper is narrower than the window that it was laid out in: as parts of the width all stays in its place.
  const part = (x: number) => `${(100 * x) / drawn}%`;
  const heads = useMemo(() => new Set(families.map((family) => family.head)), [families]);
  const [hot, setHot] = useState<number | null>(null);
  const sameDay = new Set(told.filter((t) => t.report.atKind !== 'FIRST_SEEN').map((t) => day(t.report.at))).size === 1;
  return (
    <div class="lanes">
      <div class="lane-head">
        <span class="axis-switch filters" role="group" aria-label="What left to right means">
          {(['time', 'order'] as const).map((value) => (
            <button key={value} type="button" aria-pressed={axis === value} onClick={() => goQuery(withAxis(query, value), { replace: true })}>
              <span class="by-word">by </span>
              {value}
            </button>
          ))}
        </span>
        <div ref={track} class="ticks" aria-hidden="true">
          {layout.ticks.map((tick) => (
            <span key={tick.x} style={{ left: part(tick.x) }}>
              {tick.label}
            </span>
          ))}
          {layout.undatedFrom !== null && (
            <span class="undated" style={{ left: part(layout.undatedFrom + 25) }}>
              no time
            </span>
          )}
        </div>
        <span />
      </div>
      <div class={`lane-rows ${hot === null ? '' : 'some-hot'}`}>
        <ol>
          {layout.lanes.map((lane, i) => (
            <li
              key={lane.key}
              class="lane"
              style={{ height: `${row}px` }}
              data-row
              tabIndex={-1}
              onPointerEnter={() => setHot(i)}
              onPointerLeave={() => setHot(null)}
              onFocusIn={() => setHot(i)}
              onFocusOut={() => setHot(null)}
            >
              <LaneName lane={lane} />
              <span class="track" />
              <LaneLabel lane={lane} first={i > 0 ? null : firstOf(told)} sameDay={sameDay} />
            </li>
          ))}
        </ol>
        <div class="drawing" aria-hidden="true">
          <svg width="100%" height={height}>
            {layout.ticks.map((tick) => (
              <line key={tick.x} class="grid" x1={part(tick.x)} x2={part(tick.x)} y1={0} y2={height} />
            ))}
            {layout.undatedFrom !== null && <line class="border" x1={part(layout.undatedFrom)} x2={part(layout.undatedFrom)} y1={0} y2={height} />}
            {layout.lanes.map((lane, i) => (
              <line key={lane.key} class="rail" x1={0} x2="100%" y1={middle(i)} y2={middle(i)} />
            ))}
            {layout.points.map((point) => (
              <DayLong key={point.told.report.articleId} point={point} y={middle(point.lane)} part={part} />
            ))}
          </svg>
          <svg width="100%" height={height} viewBox={`0 0 ${drawn} ${height}`} preserveAspectRatio="none">
            {layout.points.map((point) => (
              <Line key={point.told.report.articleId} point={point} points={layout.points} hot={hot} middle={middle} />
            ))}
          </svg>
          <svg width="100%" height={height}>
            {layout.points.map((point) => (
              <Dot key={point.told.report.articleId} point={point} x={part(point.x)} y={middle(point.lane)} head={heads.has(point.told)} first={point === layout.points[0]} />
            ))}
          </svg>
        </div>
      </div>
      <Key told={told} head={families.length === independent && !families.some(isRelayed) ? 'independent' : 'from none of these'} />
    </div>
  );
}

/** Who names another as where it has it from was not the first to have it, only the first of those that are here. */
function firstOf(told: readonly Told[]): string {
  const first = told[0] && isRelayed({ head: told[0], others: [] }) ? 'first here' : 'first';
  return firstIsOpen(told) ? `perhaps ${first}` : first;
}

/** Whether what a family has comes from an outlet that is none of these. */
function isRelayed({ head }: Family): boolean {
  return sourcesOf(head.report).some((source) => source.publishes);
}

function withAxis(query: URLSearchParams, axis: 'time' | 'order'): URLSearchParams {
  const next = new URLSearchParams(query);
  if (axis === 'time') next.delete('axis');
  else next.set('axis', axis);
  return next;
}

interface LineProps {
  readonly point: Point;
  readonly points: readonly Point[];
  readonly hot: number | null;
  readonly middle: (lane: number) => number;
}

function Line({ point, points, hot, middle }: LineProps) {
  const { origin, how } = point.told;
  const from = origin && points.find((p) => p.told === origin);
  if (!from) return null;
  const [x1, y1, x2, y2] = [from.x, middle(from.lane), point.x, middle(point.lane)];
  const bend = Math.max(14, Math.abs(x2 - x1) / 2);
  const near = hot === from.lane || hot === point.lane;
  return <path class={`link ${how.toLowerCase()} ${near ? 'hot' : ''}`} d={`M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`} />;
}

function Dot({ point, x, y, head, first }: { point: Point; x: string; y: number; head: boolean; first: boolean }) {
  const kind = `${head ? 'own' : 'copy'} ${first ? 'first' : ''} ${point.told.report.atKind === 'FIRST_SEEN' ? 'unsure' : ''}`;
  return <circle class={`dot-mark ${kind}`} cx={x} cy={y} r={first ? 7.5 : 6} />;
}

/** All that is known is the day. */
function DayLong({ point, y, part }: { point: Point; y: number; part: (x: number) => string }) {
  if (point.day === null) return null;
  const [from, to] = point.day;
  return <rect class="day" x={part(from)} width={part(Math.max(0, to - from))} y={y - 4} height={8} rx={4} />;
}

function LaneName({ lane }: { lane: Lane }) {
  const { report } = lane.points[0]!.told;
  return (
    <a class="lane-name" href={articleHref(report.articleId, report.claimId)} data-open title={report.title ?? undefined}>
      <bdi>{lane.name}</bdi>
    </a>
  );
}

function LaneLabel({ lane, first, sameDay }: { lane: Lane; first: string | null; sameDay: boolean }) {
  const { told } = lane.points[0]!;
  const more = lane.points.length - 1;
  return (
    <span class="lane-label">
      <time dateTime={told.report.at}>{clockOf(told.report, sameDay)}</time>
      {first && <b> {first}</b>}
      <Opens label="How it came by it" class="how" content={() => <How told={told} />}>
        {how(told)}
      </Opens>
      {more > 0 && <span class="muted"> and {more} more of its own</span>}
    </span>
  );
}

function how({ how, origin, edge, report }: Told): string {
  switch (how) {
    case 'DECLARED':
      return `copied${edge ? `, ${percent(edge.containment)}` : ''}, and says so`;
    case 'FOUND':
      return `copied${edge ? `, ${percent(edge.containment)}` : ''}, not said`;
    case 'TWIN':
      return 'the same text';
    case 'NAMED':
      return `names ${isolated(origin!.report.outletName ?? 'it')}`;
    case 'OWN':
      return lastSource(report) === null ? 'its own report' : `has it from ${isolated(lastSource(report)!)}`;
  }
}

function How({ told }: { told: Told }): JSX.Element {
  const { report, origin, edge } = told;
  const sources = sourcesOf(report);
  return (
    <div class="evidence">
      <p class="what">
        <bdi class="name">{report.outletName ?? report.outletId}</bdi>, {timeOf(report)}:
      </p>
      <p class="shown" dir="auto">
        {once(report.content)}
      </p>
      <p class="muted" dir="auto">
        {[report.cue, bare(report.source)].filter(Boolean).join(' · ')}
      </p>
      {origin ? (
        <p>
          {how(told)}: <bdi>{origin.report.outletName}</bdi>, {timeOf(origin.report)}
        </p>
      ) : (
        <p>{lastSource(report) === null ? 'It names no other outlet, and its text was found nowhere else.' : `It ${how(told)}.`}</p>
      )}
      {sources.length > 1 && <p>By its chain it has it from {sources.map((source) => isolated(source.name)).join(', and that from ')}.</p>}
      {edge?.contradicted && <p class="warn">The times of publication say the opposite.</p>}
      <ul class="go">
        <li>
          <a href={articleHref(report.articleId, report.claimId)}>the article</a>
        </li>
        {edge && (
          <li>
            <a href={copyHref(edge.id)}>the two texts side by side</a>
          </li>
        )}
      </ul>
    </div>
  );
}

/** What the lines and dots mean; only of those that are there. */
function Key({ told, head }: { told: readonly Told[]; head: string }) {
  const has = (how: Told['how']) => told.some((t) => t.how === how);
  const line = (how: string, text: string) => (
    <li>
      <svg width="34" height="10" aria-hidden="true">
        <path class={`link ${how}`} d="M1 5H33" />
      </svg>
      {text}
    </li>
  );
  return (
    <ul class="lane-key">
      <li>
        <svg width="14" height="14" aria-hidden="true">
          <circle class="dot-mark own" cx="7" cy="7" r="5" />
        </svg>
        {head}
      </li>
      {told.some((t) => t.origin) && (
        <li>
          <svg width="14" height="14" aria-hidden="true">
            <circle class="dot-mark copy" cx="7" cy="7" r="5" />
          </svg>
          has it from another
        </li>
      )}
      {has('DECLARED') && line('declared', 'copied, and says so')}
      {has('FOUND') && line('found', 'copied, not said')}
      {has('NAMED') && line('named', 'names it')}
      {has('TWIN') && line('twin', 'the same text, not known who copied')}
      {told.some((t) => t.report.atKind === 'FIRST_SEEN') && (
        <li>
          <svg width="14" height="14" aria-hidden="true">
            <circle class="dot-mark copy unsure" cx="7" cy="7" r="5" />
          </svg>
          no time given: first seen
        </li>
      )}
      {told.some((t) => t.report.publishedPrecision === 'DAY') && (
        <li>
          <svg width="22" height="12" aria-hidden="true">
            <rect class="day" x="0" y="2" width="22" height="8" rx="4" />
          </svg>
          some time that day
        </li>
      )}
    </ul>
  );
}

import type { JSX } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { EntityWhole, TonePoint } from '../api/profileTypes';
import { Few } from '../ui/Few';
import { counted, FEW, whole } from '../ui/numbers';
import { day } from '../ui/time';
import { useWidth } from '../ui/useWidth';
import { signed } from './signed';
import { type Axis, axisOf } from './toneAxis';
import { lanesOf, reach, type ToneLane } from './toneLayout';

const ROW = 58;
const FIRST = 10;

interface Props {
  readonly entityId: string;
  readonly tone: readonly TonePoint[];
  readonly by: EntityWhole['toneBy'];
}

/** How each outlet speaks of it in its own voice, over time: one strip for each, all on one scale. */
export function Tone({ entityId, tone, by }: Props): JSX.Element {
  const track = useRef<HTMLDivElement>(null);
  const width = useWidth(track);
  const [all, setAll] = useState(false);
  const lanes = lanesOf(tone);
  const shown = all ? lanes : lanes.slice(0, FIRST);
  const most = reach(tone);
  const axis = useMemo(() => axisOf(tone.map((point) => point.at), width), [tone, width]);
  if (!tone.length) return <p class="muted">No outlet names it in its own words where tone is read (English so far).</p>;
  return (
    <div class="tones">
      <div class="tone-row tone-axis" aria-hidden="true">
        <span />
        <div ref={track}>
          {width > 0 &&
            axis.labels.map(({ x, text }) => (
              <span key={text} style={{ left: partOf(x, width) }}>
                {text}
              </span>
            ))}
        </div>
        <span>mean</span>
      </div>
      <ol>
        {shown.map((lane) => (
          <li key={lane.outletId} class="tone-row" data-row tabIndex={-1}>
            <span class="who">
              <a href={`/search?entity=${encodeURIComponent(entityId)}&outlet=${encodeURIComponent(lane.outletId)}`} data-open>
                <bdi>{lane.name}</bdi>
              </a>
              <small>{counted(lane.mentions, 'mention')}</small>
            </span>
            <Strip lane={lane} width={width} axis={axis} most={most} />
            <span class={`mean ${tint(lane.mean)}`}>
              {signed(lane.mean)} <Few n={lane.mentions} of="mention" />
            </span>
          </li>
        ))}
      </ol>
      {shown.length < lanes.length && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {whole(lanes.length - shown.length)} more outlets
        </button>
      )}
      <ul class="lane-key">
        <li>above the line: well; below: badly; within the band: neither</li>
        <li>
          <svg width="12" height="12" aria-hidden="true">
            <circle class="tone-dot few" cx="6" cy="6" r="4" />
          </svg>
          fewer than {FEW} mentions
        </li>
        <li>the larger, the more mentions that {by}</li>
        {axis.breaks.length > 0 && (
          <li>
            <svg width="14" height="12" aria-hidden="true">
              <path class="gap" d={gapAt(7, 6)} />
            </svg>
            a long time without any, left out
          </li>
        )}
      </ul>
      <details class="as-table">
        <summary>As a table</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Outlet</th>
              <th scope="col">From</th>
              <th scope="col" class="n">Tone</th>
              <th scope="col" class="n">Mentions</th>
            </tr>
          </thead>
          <tbody>
            {lanes.flatMap((lane) =>
              lane.points.map((point) => (
                <tr key={lane.outletId + point.at}>
                  <td>
                    <bdi>{lane.name}</bdi>
                  </td>
                  <td>{day(point.at)}</td>
                  <td class="n">{signed(point.tone)}</td>
                  <td class="n">{whole(point.mentions)}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </details>
    </div>
  );
}

interface StripProps {
  readonly lane: ToneLane;
  readonly width: number;
  readonly axis: Axis;
  readonly most: number;
}

/** As a part of the width, so that all stays in its place on paper, which is narrower than the window. */
function partOf(x: number, width: number): string {
  return `${(100 * x) / Math.max(1, width)}%`;
}

function gapAt(x: number, y: number): string {
  return `M${x - 5} ${y + 5}l4 -10m4 10l4 -10`;
}

function Strip({ lane, width, axis: { x, breaks }, most }: StripProps) {
  const part = (at: number) => partOf(at, width);
  const y = (tone: number) => ROW / 2 - (Math.max(-most, Math.min(most, tone)) / most) * (ROW / 2 - 8);
  return (
    <svg width="100%" height={ROW} aria-hidden="true">
      <rect class="neither" x={0} width="100%" y={y(0.25)} height={y(-0.25) - y(0.25)} />
      <line class="zero" x1={0} x2="100%" y1={y(0)} y2={y(0)} />
      {breaks.map((at) => (
        <svg key={at} x={part(at)} y={y(0)} overflow="visible">
          <path class="gap" d={gapAt(0, 0)} />
        </svg>
      ))}
      {lane.points.slice(1).map((point, i) => {
        const before = lane.points[i]!;
        const [from, to] = [x(before.at), x(point.at)];
        const over = breaks.some((at) => from < at && at < to);
        return <line key={point.at} class={`tone-line ${over ? 'over' : ''}`} x1={part(from)} y1={y(before.tone)} x2={part(to)} y2={y(point.tone)} />;
      })}
      {lane.points.map((point) => (
        <circle
          key={point.at}
          class={`tone-dot ${tint(point.tone)} ${point.mentions < FEW ? 'few' : ''}`}
          cx={part(x(point.at))}
          cy={y(point.tone)}
          r={Math.min(7, 2.6 + Math.sqrt(point.mentions) * 0.9) * (width < 200 ? 0.6 : 1)}
        >
          <title>{`${lane.name}, ${day(point.at)}: ${signed(point.tone)}, from ${counted(point.mentions, 'mention')}`}</title>
        </circle>
      ))}
    </svg>
  );
}

function tint(tone: number): string {
  return tone >= 0.25 ? 'well' : tone <= -0.25 ? 'badly' : '';
}

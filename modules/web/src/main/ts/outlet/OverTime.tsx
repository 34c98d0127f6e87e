import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { OutletProfile } from '../api/profileTypes';
import { FEW, percent, whole } from '../ui/numbers';
import { day, shortDay } from '../ui/time';
import { useWidth } from '../ui/useWidth';
import { apart } from './windows';

const HEIGHT = 130;
const FOOT = 20;
const ROOM = 58;

/** How many articles were its own and how many it took over, window after window. */
export function OverTime({ profiles }: { profiles: readonly OutletProfile[] }): JSX.Element | null {
  const root = useRef<HTMLDivElement>(null);
  const width = useWidth(root);
  const windows = apart(profiles);
  if (windows.length < 2) return null;
  const most = Math.max(1, ...windows.map((w) => w.articles + w.republished));
  const step = width / windows.length;
  const thick = Math.max(2, Math.min(46, step * 0.72));
  const y = (n: number) => ((HEIGHT - 18) * n) / most;
  const every = Math.ceil(ROOM / Math.max(1, step));
  return (
    <div class="over-time" ref={root}>
      <svg width={width} height={HEIGHT + FOOT} viewBox={`0 0 ${width} ${HEIGHT + FOOT}`} role="img" aria-label={summary(windows)}>
        {windows.map((w, i) => {
          const x = i * step + (step - thick) / 2;
          const [own, taken] = [y(w.articles), y(w.republished)];
          return (
            <g key={w.id} class={w.complete ? '' : 'open'}>
              <title>{told(w)}</title>
              <rect class="hit" x={i * step} width={step} y={0} height={HEIGHT} />
              <rect class="own" x={x} width={thick} y={HEIGHT - own} height={own} />
              <rect class="taken" x={x} width={thick} y={HEIGHT - own - taken - (taken && own ? 1 : 0)} height={taken} />
              {i % every === 0 && (
                <text x={x + thick / 2} y={HEIGHT + 15} text-anchor={i === 0 ? 'start' : 'middle'} dx={i === 0 ? -thick / 2 : 0}>
                  {shortDay(w.windowStart)}
                </text>
              )}
            </g>
          );
        })}
        <line x1={0} x2={width} y1={HEIGHT + 0.5} y2={HEIGHT + 0.5} />
      </svg>
      <ul class="lane-key" aria-hidden="true">
        <li>
          <i class="swatch own" /> its own
        </li>
        <li>
          <i class="swatch taken" /> taken over
        </li>
        {windows.some((w) => !w.complete) && <li>dashed: not over</li>}
      </ul>
      <details class="as-table">
        <summary>As a table</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">From</th>
              <th scope="col" class="n">Its own</th>
              <th scope="col" class="n">Taken over</th>
              <th scope="col" class="n">Loaded per 1,000</th>
              <th scope="col" class="n">Slant</th>
            </tr>
          </thead>
          <tbody>
            {windows.map((w) => (
              <tr key={w.id}>
                <td>
                  {day(w.windowStart)}
                  {!w.complete && <span class="muted"> not over</span>}
                </td>
                <td class="n">{whole(w.articles)}</td>
                <td class="n">{whole(w.republished)}</td>
                <td class={`n ${w.articles < FEW ? 'muted' : ''}`}>{w.loadedPerThousand?.toFixed(1) ?? ''}</td>
                <td class={`n ${w.articles < FEW ? 'muted' : ''}`}>{w.bias?.toFixed(2) ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}

function told(w: OutletProfile): string {
  const all = w.articles + w.republished;
  return `${day(w.windowStart)}: ${whole(w.articles)} its own, ${whole(w.republished)} taken over${all ? ` (${percent(w.republished / all)})` : ''}${w.complete ? '' : ', not over'}`;
}

function summary(windows: readonly OutletProfile[]): string {
  const sum = (f: (w: OutletProfile) => number) => whole(windows.reduce((n, w) => n + f(w), 0));
  return `${sum((w) => w.articles)} articles of its own and ${sum((w) => w.republished)} taken over, from ${day(windows[0]!.windowStart)} to ${day(windows[windows.length - 1]!.windowEnd)}`;
}

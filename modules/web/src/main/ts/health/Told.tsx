import type { JSX } from 'preact';
import type { Problem } from '../api/problem';
import { useStore } from '../app/store';
import { now } from '../ui/now';
import { ago } from '../ui/time';

const CLOCK = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** When what is shown was told, and whether it still is: figures of a server that is gone must not look like today's. */
export function Told({ at, problem, every, reload }: { at: number | null; problem: Problem | null; every: number; reload: () => void }): JSX.Element {
  const time = useStore(now);
  const clock = at === null ? null : `${CLOCK.format(at)} UTC`;
  if (problem) {
    return (
      <div class="state failed told" role="alert">
        <p class="title">{problem.title}</p>
        <p>
          {clock ? `What stands below was told at ${clock}. It is asked for again every ${every} seconds.` : `${problem.status === 0 ? 'Is it still running?' : (problem.detail ?? '')} It is asked again every ${every} seconds.`}{' '}
          <button type="button" class="link" onClick={reload}>
            Ask now
          </button>
        </p>
      </div>
    );
  }
  return (
    <p class="told muted">
      {at === null ? 'Asking …' : `Told at ${clock}${time - at > 9000 ? `, ${ago(new Date(at).toISOString(), time)}` : ''}; asked again every ${every} seconds.`}
    </p>
  );
}

import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Connection } from '../api/live';
import { ClaimCard } from '../ui/ClaimCard';
import { counted } from '../ui/numbers';
import { Empty, Failed, Loading } from '../ui/States';
import type { Arrivals as State } from './useArrivals';

/** How far one has scrolled when one reads, and does not wait for what comes. */
const READING_PX = 160;

/** The stream of claims. It holds still while somebody reads in it, and says how many wait. */
export function Arrivals({ arrivals, filtered }: { arrivals: State; filtered: boolean }): JSX.Element {
  const { claims, fresh, waiting, connection, count } = arrivals;
  const [paused, pause] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const held = useRef(false);
  const latest = useRef(arrivals);
  latest.current = arrivals;
  useEffect(() => {
    const look = () => {
      const reading = paused || scrollY > READING_PX || (list.current?.contains(document.activeElement) ?? false);
      latest.current.hold(reading);
      if (held.current && !reading) latest.current.show();
      held.current = reading;
    };
    look();
    addEventListener('scroll', look, { passive: true });
    addEventListener('focusin', look);
    addEventListener('focusout', () => setTimeout(look));
    return () => {
      removeEventListener('scroll', look);
      removeEventListener('focusin', look);
    };
  }, [paused]);
  const show = () => {
    pause(false);
    (document.activeElement as HTMLElement | null)?.blur();
    scrollTo({ top: 0 });
    arrivals.show();
  };
  return (
    <section aria-labelledby="arrivals">
      <header class="arrivals-head">
        <h2 id="arrivals">As they come in</h2>
        <Status connection={connection} paused={paused} />
        <button type="button" class="link" aria-pressed={paused} onClick={() => (paused ? show() : pause(true))}>
          {paused ? 'Go on' : 'Pause'}
        </button>
      </header>
      <p class="hidden-text" role="status">
        {count > 0 && `${counted(count, 'claim')} came in since this view was opened`}
      </p>
      {waiting > 0 && (
        <div class="waiting">
          <button type="button" class="button strong" onClick={show}>
            {counted(waiting, 'new claim')}
          </button>
        </div>
      )}
      <div ref={list}>
        {claims.map((claim) => (
          <ClaimCard key={claim.id} claim={claim} live fresh={fresh.has(claim.id)} />
        ))}
      </div>
      {claims.length === 0 && <Nothing connection={connection} filtered={filtered} />}
    </section>
  );
}

function Status({ connection, paused }: { connection: Connection; paused: boolean }) {
  const [name, text] =
    connection.state === 'OPEN'
      ? paused
        ? ['paused', 'held']
        : ['open', 'connected']
      : connection.state === 'CONNECTING'
        ? ['connecting', 'connecting …']
        : ['broken', connection.state === 'WAITING' ? `not connected, again in ${connection.seconds} s` : 'not connected'];
  return (
    <span class={`status ${name}`} role="status">
      <i aria-hidden="true" />
      {text}
    </span>
  );
}

function Nothing({ connection, filtered }: { connection: Connection; filtered: boolean }) {
  if (connection.state === 'CONNECTING') return <Loading what="Connecting" />;
  if (connection.state === 'WAITING' || connection.state === 'REFUSED') return <Failed problem={connection.problem} />;
  return filtered ? (
    <Empty title="Nothing like this has come in yet">What does is shown here at once. The filters stand on the left.</Empty>
  ) : (
    <Empty title="No page has been read yet">
      Claims are shown here as pages come in: dropped into the folder of <code>hearsay up</code>, from feeds, or by the API.
    </Empty>
  );
}

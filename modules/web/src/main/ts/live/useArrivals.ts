import { useEffect, useReducer, useRef } from 'preact/hooks';
import { type Connection, type Event, follow } from '../api/live';
import type { Claim } from '../api/types';
import { useStore } from '../app/store';
import { token } from '../api/token';

export interface Arrivals {
  /** The newest first. */
  readonly claims: readonly Claim[];
  /** The ids of those that came in while one looked. */
  readonly fresh: ReadonlySet<string>;
  /** How many came in while the list was held, and wait to be shown. */
  readonly waiting: number;
  /** How many came in since the view was opened, shown or waiting. */
  readonly count: number;
  readonly connection: Connection;
  /** Whether the list is held: while one reads in it, nothing moves. */
  readonly hold: (held: boolean) => void;
  readonly show: () => void;
}

/** What was there before is shown at once, so that a quiet hour is no empty page. */
const BEFORE = 30;
const KEPT = 300;
/** What comes so soon after the stream has opened was there before. */
const OPENING_MS = 1200;

interface State {
  claims: Claim[];
  fresh: Set<string>;
  queue: Claim[];
  count: number;
  connection: Connection;
  held: boolean;
  openedAt: number | null;
  filtered: boolean;
}

const start = (): State => ({
  claims: [],
  fresh: new Set(),
  queue: [],
  count: 0,
  connection: { state: 'CONNECTING' },
  held: false,
  openedAt: null,
  filtered: false,
});

/** Follows the live stream for a filter's query. A claim whose chain was completed takes its own place again. */
export function useArrivals(query: string): Arrivals {
  const state = useRef<State>(start());
  const [, draw] = useReducer((n: number) => n + 1, 0);
  const frame = useRef(0);
  const bearer = useStore(token);
  // Many events of one moment are one change of the page.
  const drawSoon = () => {
    frame.current ||= window.setTimeout(() => {
      frame.current = 0;
      draw(0);
    }, 50);
  };
  useEffect(() => {
    const abort = new AbortController();
    const held = state.current.held;
    state.current = { ...start(), held, filtered: query !== '' };
    draw(0);
    const onEvent = (event: Event) => {
      if (event.type === 'reset') Object.assign(state.current, { claims: [], queue: [], fresh: new Set(), openedAt: Date.now() });
      else if (event.type === 'claim') take(state.current, JSON.parse(event.data) as Claim);
      drawSoon();
    };
    const onConnection = (connection: Connection) => {
      state.current.connection = connection;
      if (connection.state === 'OPEN') state.current.openedAt ??= Date.now();
      drawSoon();
    };
    void follow(`/live/claims?${query}${query && '&'}since=${BEFORE}`, { onEvent, onConnection }, abort.signal);
    return () => {
      abort.abort();
      clearTimeout(frame.current);
      frame.current = 0;
    };
  }, [query, bearer]);
  const now = state.current;
  return {
    claims: now.claims,
    fresh: now.fresh,
    waiting: now.queue.length,
    count: now.count,
    connection: now.connection,
    hold: (held) => {
      now.held = held;
    },
    show: () => {
      release(now);
      draw(0);
    },
  };
}

function take(state: State, claim: Claim): void {
  for (const list of [state.claims, state.queue]) {
    const at = list.findIndex((known) => known.id === claim.id);
    if (at >= 0) {
      list[at] = claim;
      return;
    }
  }
  if (state.openedAt === null || Date.now() - state.openedAt < OPENING_MS) {
    insert(state, claim);
    return;
  }
  if (claim.revision) {
    // It is no news; but the filter may choose it for what was found out since.
    if (state.filtered) insert(state, claim);
    return;
  }
  state.count++;
  if (state.held) state.queue.push(claim);
  else {
    insert(state, claim);
    state.fresh.add(claim.id);
  }
}

/** By the time of arrival; of one moment, the later in the stream stands above. */
function insert(state: State, claim: Claim): void {
  const at = state.claims.findIndex((known) => known.recordedAt <= claim.recordedAt);
  state.claims.splice(at < 0 ? state.claims.length : at, 0, claim);
  if (state.claims.length > KEPT) state.claims.length = KEPT;
}

function release(state: State): void {
  state.fresh = new Set(state.queue.map((claim) => claim.id));
  for (const claim of state.queue) insert(state, claim);
  state.queue = [];
}

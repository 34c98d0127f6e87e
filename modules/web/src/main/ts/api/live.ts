import { Problem } from './problem';
import { isAbort, request } from './request';

export interface Event {
  readonly type: string;
  readonly id: string | null;
  readonly data: string;
}

export type Connection =
  | { readonly state: 'CONNECTING' }
  | { readonly state: 'OPEN' }
  /** The stream has broken off; it is taken up again after so many seconds. */
  | { readonly state: 'WAITING'; readonly seconds: number; readonly problem: Problem }
  /** The server has said that asking again would not help. */
  | { readonly state: 'REFUSED'; readonly problem: Problem };

interface Listener {
  onEvent(event: Event): void;
  onConnection(connection: Connection): void;
}

/** The server sends a comment every 15 s: after three of them missing the connection is taken for dead. */
const SILENCE_MS = 45_000;
const LONGEST_WAIT_S = 30;

/**
 * Follows server-sent events until the signal aborts, and resumes after the last id where a connection breaks off. By
 * fetch and not EventSource, which cannot send a token.
 */
export async function follow(path: string, listener: Listener, signal: AbortSignal): Promise<void> {
  let last: string | null = null;
  let failures = 0;
  while (!signal.aborted) {
    listener.onConnection({ state: 'CONNECTING' });
    let problem = new Problem(0, 'The live stream broke off');
    try {
      await connection(path, last, signal, (event) => {
        if (event.id !== null) last = event.id;
        listener.onEvent(event);
      }, () => {
        failures = 0;
        listener.onConnection({ state: 'OPEN' });
      });
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof Problem) problem = error;
      else if (!isAbort(error) && !(error instanceof TypeError)) throw error;
    }
    if (problem.status >= 400 && problem.status < 500 && problem.status !== 429) {
      listener.onConnection({ state: 'REFUSED', problem });
      return;
    }
    const seconds = Math.min(LONGEST_WAIT_S, 2 ** failures++);
    listener.onConnection({ state: 'WAITING', seconds, problem });
    await pause(seconds * 1000, signal);
  }
}

async function connection(
  path: string,
  last: string | null,
  signal: AbortSignal,
  onEvent: (event: Event) => void,
  onOpen: () => void,
): Promise<void> {
  const silence = new AbortController();
  let timer = 0;
  const heard = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => silence.abort(), SILENCE_MS);
  };
  const stop = () => silence.abort();
  signal.addEventListener('abort', stop);
  heard();
  try {
    const response = await request(path, {
      signal: silence.signal,
      cache: 'no-store',
      headers: { Accept: 'text/event-stream', ...(last === null ? {} : { 'Last-Event-ID': last }) },
    });
    onOpen();
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    const parser = new EventParser(onEvent);
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      heard();
      parser.take(value);
    }
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      removeEventListener('online', end);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = window.setTimeout(end, ms);
    addEventListener('online', end);
    signal.addEventListener('abort', end);
  });
}

/** Cuts a stream of text into events (https://html.spec.whatwg.org/multipage/server-sent-events.html, 9.2.6). */
export class EventParser {
  #rest = '';
  #type = '';
  #data: string[] = [];
  #id: string | null = null;

  constructor(private readonly onEvent: (event: Event) => void) {}

  take(text: string): void {
    const lines = (this.#rest + text).split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#line(line);
  }

  #line(line: string): void {
    if (line === '') {
      if (this.#data.length) this.onEvent({ type: this.#type || 'message', id: this.#id, data: this.#data.join('\n') });
      this.#type = '';
      this.#data = [];
      return;
    }
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') this.#data.push(value);
    else if (field === 'event') this.#type = value;
    else if (field === 'id' && !value.includes('\0')) this.#id = value;
  }
}

import { Problem } from './problem';
import { authorization, tokenWanted } from './token';

/** How long until a server that does not answer is asked again. */
export const AGAIN_MS = 5000;

/** Fetches, and throws a Problem for every answer that is not one; an abort goes through as itself. */
export async function request(path: string, init: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { ...init, headers: { ...authorization(), ...(init.headers as Record<string, string>) } });
  } catch (error) {
    if (isAbort(error)) throw error;
    throw new Problem(0, 'Hearsay does not answer', `Is it still running? It is asked again every ${AGAIN_MS / 1000} seconds.`);
  }
  if (response.status === 401) tokenWanted.set(true);
  if (!response.ok) throw await Problem.of(response);
  return response;
}

export async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await request(path, { signal: signal ?? null, headers: { Accept: 'application/json' } });
  return (await response.json()) as T;
}

export async function sendJson<T>(method: 'POST' | 'DELETE', path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const response = await request(path, {
    method,
    signal: signal ?? null,
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return (response.status === 204 ? null : await response.json()) as T;
}

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

import { Store } from '../app/store';

const KEY = 'hearsay.token';

/** The bearer token for this tab; null while the server has not asked for one. */
export const token = new Store<string | null>(sessionStorage.getItem(KEY));

/** Whether the server waits for a token, or for another one than it was given. */
export const tokenWanted = new Store<boolean>(false);

export function giveToken(value: string): void {
  sessionStorage.setItem(KEY, value);
  tokenWanted.set(false);
  token.set(value);
}

/** The headers of every request, live stream and download. */
export function authorization(): Record<string, string> {
  const value = token.get();
  return value ? { Authorization: `Bearer ${value}` } : {};
}

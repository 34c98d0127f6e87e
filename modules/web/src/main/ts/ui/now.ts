import { Store } from '../app/store';

/** The time, for "12 s ago": it moves every five seconds, and only while somebody can see it. */
export const now = new Store(Date.now());

setInterval(() => {
  if (!document.hidden) now.set(Date.now());
}, 5000);
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) now.set(Date.now());
});

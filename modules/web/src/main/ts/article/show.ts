import { KINDS, type Kind } from './marks';

/** All but the slant of each sentence, which would colour the whole text. */
const USUAL: ReadonlySet<Kind> = new Set(KINDS.filter((kind) => kind !== 'slant'));

/** Which kinds of marks are shown, as the address says: `show=quoted,cues`; without it the usual ones. */
export function shownIn(query: URLSearchParams): ReadonlySet<Kind> {
  const text = query.get('show');
  if (text === null) return USUAL;
  const names = text.split(',');
  return new Set(KINDS.filter((kind) => names.includes(kind)));
}

export function withToggled(query: URLSearchParams, kind: Kind): URLSearchParams {
  const shown = new Set(shownIn(query));
  if (!shown.delete(kind)) shown.add(kind);
  const next = new URLSearchParams(query);
  const usual = shown.size === USUAL.size && [...USUAL].every((k) => shown.has(k));
  if (usual) next.delete('show');
  else next.set('show', KINDS.filter((k) => shown.has(k)).join(',') || 'none');
  return next;
}

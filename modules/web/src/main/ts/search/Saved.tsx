import type { JSX } from 'preact';
import { useStore } from '../app/store';
import { sendJson } from '../api/request';
import type { Rows, SavedSearch } from '../api/types';
import { useApi } from '../api/useApi';
import { savedSearches } from './savedSearches';

/** The searches that are saved, for all who use this Hearsay; nothing where there are none. */
export function Saved(): JSX.Element | null {
  const turn = useStore(savedSearches);
  const { data } = useApi<Rows<SavedSearch>>(`/api/searches${turn ? `?turn=${turn}` : ''}`);
  const rows = data?.rows ?? [];
  if (!rows.length) return null;
  const remove = async (search: SavedSearch) => {
    if (!confirm(`Remove “${search.name}”? Nobody is told of it any more.`)) return;
    await sendJson('DELETE', `/api/searches/${encodeURIComponent(search.id)}`);
    savedSearches.set(turn + 1);
  };
  return (
    <section class="facet saved" aria-labelledby="saved">
      <h2 id="saved">Saved</h2>
      <ul>
        {rows.map((search) => (
          <li key={search.id}>
            <a href={`/search?${search.filter}`} title={search.webhook ? `Calls ${search.webhook}` : undefined}>
              <bdi>{search.name}</bdi>
            </a>
            <button type="button" class="link" aria-label={`Remove ${search.name}`} onClick={() => void remove(search)}>
              ×
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Problem } from '../api/problem';
import { sendJson } from '../api/request';
import type { SavedSearch, SavedSearches, Webhook } from '../api/types';
import { useApi } from '../api/useApi';
import { useStore } from '../app/store';
import { now } from '../ui/now';
import { Failed } from '../ui/States';
import { ago } from '../ui/time';
import { savedSearches } from './savedSearches';

/** The searches that are saved, for all who use this Hearsay, and how the addresses fare that are called for them. */
export function Saved(): JSX.Element | null {
  const turn = useStore(savedSearches);
  return <List key={turn} />;
}

function List(): JSX.Element | null {
  const { data } = useApi<SavedSearches>('/api/searches');
  const [problem, setProblem] = useState<Problem | null>(null);
  const items = data?.items ?? [];
  if (!items.length) return null;
  const remove = async (search: SavedSearch) => {
    if (!confirm(`Remove “${search.name}”? Nobody is told of it any more.`)) return;
    try {
      await sendJson('DELETE', `/api/searches/${encodeURIComponent(search.id)}`);
      savedSearches.set(savedSearches.get() + 1);
    } catch (error) {
      setProblem(Problem.from(error, 'It could not be removed'));
    }
  };
  return (
    <section class="facet saved" aria-labelledby="saved">
      <h2 id="saved">Saved</h2>
      <ul>
        {items.map((search) => (
          <li key={search.id}>
            <a href={`/search?${search.filter}`}>
              <bdi>{search.name}</bdi>
            </a>
            <button type="button" class="link" aria-label={`Remove ${search.name}`} title="Remove" onClick={() => void remove(search)}>
              ×
            </button>
            {search.webhook && <Called webhook={search.webhook} />}
          </li>
        ))}
      </ul>
      {problem && <Failed problem={problem} />}
      {data?.lasting === false && <small>Kept until this Hearsay’s process ends.</small>}
    </section>
  );
}

/** Which host is called, and how that went last. */
function Called({ webhook: { url, lastStatus, lastAt, failing } }: { webhook: Webhook }) {
  const time = useStore(now);
  const when = lastAt ? ` ${ago(lastAt, time)}` : '';
  return (
    <small class={failing ? 'caution' : ''} title={url}>
      {failing ? (
        <>
          <b>Does not reach</b> <bdi>{hostOf(url)}</bdi>: <bdi>{failing}</bdi>
        </>
      ) : (
        <>
          calls <bdi>{hostOf(url)}</bdi>
          {typeof lastStatus === 'number' ? `, answered ${lastStatus}${when}` : ', not called yet'}
        </>
      )}
    </small>
  );
}

function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}

import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { type Filter, queryOf, withFilter } from '../api/filter';
import { Problem } from '../api/problem';
import { sendJson } from '../api/request';
import type { NewSearch, SavedSearches } from '../api/types';
import { useApi } from '../api/useApi';
import { Failed } from '../ui/States';
import { savedSearches } from './savedSearches';

/** To be told when something new is like this: by a feed reader, or by a call to an address of one's own. */
export function Follow({ filter, name }: { filter: Filter; name: string }): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  const close = () => dialog.current?.close();
  return (
    <>
      <button
        type="button"
        class="button"
        onClick={() => {
          setOpen(true);
          dialog.current?.showModal();
        }}
      >
        Follow
      </button>
      <dialog ref={dialog} aria-labelledby="follow-title" onClose={() => setOpen(false)} onClick={(event) => event.target === dialog.current && close()}>
        {open && <Form filter={filter} name={name} onClose={close} />}
      </dialog>
    </>
  );
}

function Form({ filter, name, onClose }: { filter: Filter; name: string; onClose: () => void }) {
  const feed = location.origin + withFilter('/feeds/claims.atom', filter);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [saving, setSaving] = useState(false);
  const [saved, setSaved] = useState<NewSearch | null>(null);
  const [webhook, setWebhook] = useState('');
  // An older server, or one of the API alone, keeps no searches: the feed is there all the same.
  const kept = useApi<SavedSearches>('/api/searches').problem?.status !== 404;
  const save = async (event: JSX.TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const text = (field: string) => String(fields.get(field) ?? '').trim();
    setSaving(true);
    try {
      const made = await sendJson<NewSearch>('POST', '/api/searches', {
        name: text('name') || name,
        filter: queryOf(filter).toString(),
        ...(text('webhook') && { webhook: text('webhook') }),
        ...(text('secret') && { secret: text('secret') }),
      });
      setSaved(made);
      setProblem(null);
      savedSearches.set(savedSearches.get() + 1);
    } catch (error) {
      setProblem(Problem.from(error, 'It could not be saved'));
    } finally {
      setSaving(false);
    }
  };
  if (saved) return <Saved search={saved} onClose={onClose} />;
  return (
    <form class="dialog follow" onSubmit={(event) => void save(event)}>
      <h2 id="follow-title">Be told of new ones</h2>
      <p>
        <bdi>{name}</bdi>
      </p>
      <Copied label="For a feed reader" value={feed} />
      {kept && (
        <>
          <label>
            Saved under this name
            <input name="name" defaultValue={name} required maxLength={200} />
          </label>
          <label>
            Address that is called for each new one (may be empty)
            <input name="webhook" type="url" placeholder="https://…" value={webhook} onInput={(event) => setWebhook(event.currentTarget.value)} />
          </label>
        </>
      )}
      {webhook.trim() && (
        <label>
          Secret to sign the calls with (one is made if this stays empty)
          <input name="secret" autocomplete="off" spellcheck={false} />
        </label>
      )}
      {problem && <Failed problem={problem} />}
      <p class="ends">
        {kept && (
          <button type="submit" class="button strong" disabled={saving}>
            {saving ? 'Saving …' : 'Save'}
          </button>
        )}
        <button type="button" class="button" onClick={onClose}>
          Close
        </button>
      </p>
    </form>
  );
}

/** That it is saved, and the secret, which is not told again. */
function Saved({ search, onClose }: { search: NewSearch; onClose: () => void }) {
  return (
    <div class="dialog follow">
      <h2 id="follow-title">Saved</h2>
      <p role="status">
        <bdi>{search.name}</bdi> stands under Saved, for all who use this Hearsay
        {search.lasting === false && ', until its process ends'}.
      </p>
      {search.secret && (
        <>
          <Copied label="The secret that calls are signed with" value={search.secret} focus />
          <p class="caution">It is shown this once: keep it where the calls are received.</p>
        </>
      )}
      <p class="ends">
        <button type="button" class="button strong" onClick={onClose}>
          {search.secret ? 'I have it' : 'Close'}
        </button>
      </p>
    </div>
  );
}

/** A text to be taken elsewhere. */
function Copied({ label, value, focus = false }: { label: string; value: string; focus?: boolean }) {
  const field = useRef<HTMLInputElement>(null);
  const [done, setDone] = useState(false);
  const copy = async () => {
    field.current?.select();
    // Without https the browser keeps the clipboard to itself: then it is selected, to be copied by hand.
    try {
      await navigator.clipboard.writeText(value);
      setDone(true);
    } catch {
      field.current?.focus();
    }
  };
  return (
    <div class="copied">
      <label>
        {label}
        <input ref={field} readOnly value={value} autofocus={focus} onFocus={(event) => event.currentTarget.select()} />
      </label>
      <button type="button" class="button" onClick={() => void copy()}>
        {done ? 'Copied' : 'Copy'}
      </button>
    </div>
  );
}

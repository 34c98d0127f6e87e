import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { type Filter, queryOf, withFilter } from '../api/filter';
import type { SavedSearch } from '../api/types';
import { Problem } from '../api/problem';
import { sendJson } from '../api/request';
import { savedSearches } from './savedSearches';
import { Failed } from '../ui/States';

/** To be told when something new is like this: by a feed reader, or by a call to an address of one's own. */
export function Follow({ filter, name }: { filter: Filter; name: string }): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
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
      <dialog ref={dialog} aria-labelledby="follow-title" onClose={() => setOpen(false)} onClick={(event) => event.target === dialog.current && dialog.current?.close()}>
        {open && <Form filter={filter} name={name} onClose={() => dialog.current?.close()} />}
      </dialog>
    </>
  );
}

function Form({ filter, name, onClose }: { filter: Filter; name: string; onClose: () => void }) {
  const feed = location.origin + withFilter('/feeds/claims.atom', filter);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [saved, setSaved] = useState(false);
  const save = async (event: JSX.TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const webhook = String(fields.get('webhook') ?? '').trim();
    try {
      await sendJson<SavedSearch>('POST', '/api/searches', {
        name: String(fields.get('name') ?? '').trim() || name,
        filter: queryOf(filter).toString(),
        ...(webhook && { webhook }),
      });
      setSaved(true);
      savedSearches.set(savedSearches.get() + 1);
      setProblem(null);
    } catch (error) {
      setProblem(error instanceof Problem ? error : new Problem(0, 'It could not be saved', String(error)));
    }
  };
  return (
    <form class="dialog follow" onSubmit={(event) => void save(event)}>
      <h2 id="follow-title">Be told of new ones</h2>
      <p>{name}</p>
      <label>
        For a feed reader
        <input readOnly value={feed} onFocus={(event) => event.currentTarget.select()} />
      </label>
      <label>
        Saved under this name
        <input name="name" defaultValue={name} required maxLength={200} />
      </label>
      <label>
        Address that is called for each new one (may be empty)
        <input name="webhook" type="url" placeholder="https://…" />
      </label>
      {problem && <Failed problem={problem} />}
      <p class="ends">
        <button type="submit" class="button strong" disabled={saved}>
          {saved ? 'Saved' : 'Save'}
        </button>
        <button type="button" class="button" onClick={onClose}>
          Close
        </button>
      </p>
    </form>
  );
}

import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { giveToken, token, tokenWanted } from '../api/token';
import { useStore } from './store';

/** Asks once for the token that the server wants; it is kept for this tab only. */
export function TokenDialog(): JSX.Element {
  const wanted = useStore(tokenWanted);
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!wanted) dialog.current?.close();
    else if (!dialog.current?.open) dialog.current?.showModal();
  }, [wanted]);
  // The event comes late: by then a wrong token may have been refused, and the dialog be open again.
  const onClose = () => {
    if (!dialog.current?.open) tokenWanted.set(false);
  };
  return (
    <dialog ref={dialog} aria-labelledby="token-title" onClose={onClose}>
      {wanted && (
        <form
          class="dialog"
          onSubmit={(event) => {
            event.preventDefault();
            const value = field.current?.value.trim();
            if (value) giveToken(value);
          }}
        >
          <h2 id="token-title">This Hearsay wants a token</h2>
          <p>{token.get() === null ? 'Whoever runs it has given you one, or can.' : 'The one that was given is not right.'}</p>
          <label>
            Token
            <input ref={field} type="password" name="token" autocomplete="off" required />
          </label>
          <button type="submit" class="button strong">
            Go on
          </button>
        </form>
      )}
    </dialog>
  );
}

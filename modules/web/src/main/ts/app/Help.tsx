import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { helpShown, KEYS } from './keys';
import { useStore } from './store';

export function Help(): JSX.Element {
  const shown = useStore(helpShown);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (shown) dialog.current?.showModal();
    else dialog.current?.close();
  }, [shown]);
  return (
    <dialog
      ref={dialog}
      aria-labelledby="help-title"
      onClose={() => helpShown.set(false)}
      onClick={(event) => event.target === dialog.current && helpShown.set(false)}
    >
      {shown && (
        <div class="dialog">
          <h2 id="help-title">Keys</h2>
          <dl class="keys">
            {KEYS.map(([keys, does]) => (
              <div key={keys}>
                <dt>
                  {keys.split(' ').map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
          <button type="button" class="button" onClick={() => helpShown.set(false)}>
            Close
          </button>
        </div>
      )}
    </dialog>
  );
}

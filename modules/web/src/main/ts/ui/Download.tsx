import type { ComponentChildren, JSX } from 'preact';
import { useStore } from '../app/store';
import { request } from '../api/request';
import { token } from '../api/token';
import { save } from './save';

interface Props {
  readonly href: string;
  readonly name: string;
  readonly title?: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** A link that the browser saves. Where a token is needed, which a link cannot send, the answer is fetched first. */
export function Download({ href, name, title, class: className, children }: Props): JSX.Element {
  const guarded = useStore(token) !== null;
  const onClick = async (event: Event) => {
    if (!guarded) return;
    event.preventDefault();
    save(await (await request(href)).blob(), name);
  };
  return (
    <a href={href} download={name} title={title} class={className} onClick={(event) => void onClick(event)}>
      {children}
    </a>
  );
}

import type { ComponentChildren, JSX } from 'preact';
import { useStore } from '../app/store';
import { request } from '../api/request';
import { token } from '../api/token';

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
  const save = async (event: Event) => {
    if (!guarded) return;
    event.preventDefault();
    const blob = await (await request(href)).blob();
    const url = URL.createObjectURL(blob);
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  };
  return (
    <a href={href} download={name} title={title} class={className} onClick={(event) => void save(event)}>
      {children}
    </a>
  );
}

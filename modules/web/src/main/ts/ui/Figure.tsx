import type { ComponentChildren, JSX } from 'preact';

/** A number and what it counts, in a list of such. */
export function Figure({ value, caution = false, children }: { value: string; caution?: boolean; children: ComponentChildren }): JSX.Element {
  return (
    <li class="card">
      <b class={caution ? 'caution' : ''}>{value}</b>
      <span>{children}</span>
    </li>
  );
}

import type { JSX } from 'preact';

/** How sure something is, as a short bar; the figure stands beside it. */
export function Sure({ value }: { value: number }): JSX.Element {
  return (
    <span class="sure-bar" aria-hidden="true">
      <i style={{ width: `${Math.round(Math.max(0, Math.min(1, value)) * 100)}%` }} />
    </span>
  );
}

/** Calls back now, and whenever one of the two panes has changed its size; the function that is returned ends it. */
export function watchSizes(left: HTMLElement, right: HTMLElement, onChange: () => void): () => void {
  const observer = new ResizeObserver(onChange);
  for (const pane of [left, right]) {
    observer.observe(pane);
    observer.observe(pane.firstElementChild ?? pane);
  }
  onChange();
  return () => observer.disconnect();
}

/** Top and bottom of each passage in a pane's own pixels. */
export function extents(pane: HTMLElement): Map<number, [number, number]> {
  const found = new Map<number, [number, number]>();
  const zero = pane.getBoundingClientRect().top;
  for (const run of pane.querySelectorAll<HTMLElement>('[data-passage]')) {
    const passage = Number(run.dataset['passage']);
    const box = run.getBoundingClientRect();
    const [top, bottom] = [box.top - zero, box.bottom - zero];
    const known = found.get(passage);
    found.set(passage, known ? [Math.min(known[0], top), Math.max(known[1], bottom)] : [top, bottom]);
  }
  return found;
}

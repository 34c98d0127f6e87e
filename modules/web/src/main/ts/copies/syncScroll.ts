/** Two panes that show parts of the same text: where one is scrolled, the other follows, passage by passage. */

interface Anchor {
  readonly left: number;
  readonly right: number;
}

/** Where in a pane the eye is: what stands at this share of its height is kept level with its counterpart. */
const EYE = 0.3;

/** Starts following; the function that is returned ends it. `onMove` is called whenever one of them has moved. */
export function syncScroll(left: HTMLElement, right: HTMLElement, onMove: () => void): () => void {
  let lead: HTMLElement | null = null;
  let anchors: Anchor[] = [];
  const measure = () => {
    anchors = anchorsOf(left, right);
    onMove();
  };
  const onScroll = (event: Event) => {
    const from = event.target as HTMLElement;
    onMove();
    // The one that follows scrolls, too: only the hand's side leads.
    if (from !== lead) return;
    const to = from === left ? right : left;
    const eye = from.scrollTop + from.clientHeight * EYE;
    const there = from === left ? map(eye, anchors, 'left', 'right') : map(eye, anchors, 'right', 'left');
    const atEnd = from.scrollTop + from.clientHeight >= from.scrollHeight - 2;
    to.scrollTop = from.scrollTop <= 1 ? 0 : atEnd ? to.scrollHeight : there - to.clientHeight * EYE;
  };
  const onLead = (event: Event) => {
    lead = event.currentTarget as HTMLElement;
  };
  const observer = new ResizeObserver(measure);
  const leads = ['pointerenter', 'pointerdown', 'touchstart', 'wheel', 'focusin'] as const;
  for (const pane of [left, right]) {
    observer.observe(pane);
    observer.observe(pane.firstElementChild ?? pane);
    pane.addEventListener('scroll', onScroll, { passive: true });
    for (const kind of leads) pane.addEventListener(kind, onLead, { passive: true });
  }
  measure();
  return () => {
    observer.disconnect();
    for (const pane of [left, right]) {
      pane.removeEventListener('scroll', onScroll);
      for (const kind of leads) pane.removeEventListener(kind, onLead);
    }
  };
}

/** Where each passage begins and ends in both, of those that go the same way down in both. */
function anchorsOf(left: HTMLElement, right: HTMLElement): Anchor[] {
  const anchors: Anchor[] = [{ left: 0, right: 0 }];
  const [a, b] = [extents(left), extents(right)];
  for (const [passage, [top, bottom]] of [...a].sort(([, x], [, y]) => x[0] - y[0])) {
    const other = b.get(passage);
    if (!other) continue;
    for (const anchor of [
      { left: top, right: other[0] },
      { left: bottom, right: other[1] },
    ]) {
      const last = anchors[anchors.length - 1]!;
      if (anchor.left > last.left && anchor.right > last.right) anchors.push(anchor);
    }
  }
  const last = anchors[anchors.length - 1]!;
  anchors.push({ left: Math.max(left.scrollHeight, last.left + 1), right: Math.max(right.scrollHeight, last.right + 1) });
  return anchors;
}

/** Top and bottom of each passage in a pane's own pixels. */
export function extents(pane: HTMLElement): Map<number, [number, number]> {
  const found = new Map<number, [number, number]>();
  const zero = pane.getBoundingClientRect().top - pane.scrollTop;
  for (const run of pane.querySelectorAll<HTMLElement>('[data-passage]')) {
    const passage = Number(run.dataset['passage']);
    const box = run.getBoundingClientRect();
    const [top, bottom] = [box.top - zero, box.bottom - zero];
    const known = found.get(passage);
    found.set(passage, known ? [Math.min(known[0], top), Math.max(known[1], bottom)] : [top, bottom]);
  }
  return found;
}

function map(at: number, anchors: readonly Anchor[], from: 'left' | 'right', to: 'left' | 'right'): number {
  const i = Math.max(1, anchors.findIndex((anchor) => anchor[from] >= at));
  const [a, b] = [anchors[i - 1]!, anchors[i] ?? anchors[anchors.length - 1]!];
  const share = b[from] === a[from] ? 0 : (at - a[from]) / (b[from] - a[from]);
  return a[to] + share * (b[to] - a[to]);
}

import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { kindOf, type Kind, type Mark } from './marks';
import type { Reading, TextKey } from './reading';
import { WhyMarks } from './WhyMarks';

interface Props {
  readonly reading: Reading;
  readonly shown: ReadonlySet<Kind>;
  readonly chosen: string | null;
  readonly onChoose: (claimId: string) => void;
  /** Enter on the claim that is chosen already. */
  readonly onFollow: (claimId: string) => void;
  readonly children: ComponentChildren;
}

interface Open {
  readonly element: HTMLElement;
  readonly marks: readonly Mark[];
  /** Where the mouse was: a stretch that goes over several lines is told beside that line. */
  readonly y: number | null;
}

const OPEN_AFTER_MS = 160;
const CLOSE_AFTER_MS = 200;

/**
 * Tells what stands behind the marks of the texts inside of it: under a resting mouse, at keyboard focus, on a tap.
 * One for all, since a text may have thousands. Arrow keys go from mark to mark, Enter chooses the claim.
 */
export function Why({ reading, shown, chosen, onChoose, onFollow, children }: Props): JSX.Element {
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<Open | null>(null);
  const timer = useRef(0);
  const later = (next: Open | null, ms: number) => {
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setOpen(next), ms);
  };
  const at = (element: HTMLElement): readonly Mark[] => marksAt(element, reading, shown);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (!open) return;
    const close = (event: Event) => {
      if (event instanceof KeyboardEvent && event.key !== 'Escape') return;
      if (event.target instanceof Element && event.target.closest('.bubble.why, mark[data-at]')) {
        if (event.type !== 'keydown') return;
      }
      setOpen(null);
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('keydown', close);
    };
  }, [open]);
  return (
    <div
      ref={root}
      class="marked-texts"
      onPointerOver={(event) => {
        if (event.pointerType !== 'mouse') return;
        const element = markOf(event.target);
        if (element) later({ element, marks: at(element), y: event.clientY }, OPEN_AFTER_MS);
        else if (inBubble(event.target)) clearTimeout(timer.current);
        else later(null, CLOSE_AFTER_MS);
      }}
      onPointerLeave={() => later(null, CLOSE_AFTER_MS)}
      onFocusIn={(event) => {
        const element = markOf(event.target);
        if (!element?.matches(':focus-visible')) return;
        clearTimeout(timer.current);
        setOpen({ element, marks: at(element), y: null });
        const claim = element.dataset['row'];
        if (claim && claim !== chosen) onChoose(claim);
      }}
      onFocusOut={(event) => {
        const to = event.relatedTarget;
        if (markOf(event.target) && !markOf(to) && !inBubble(to)) later(null, CLOSE_AFTER_MS);
      }}
      onClick={(event) => {
        const element = markOf(event.target);
        // A selection is not a click.
        if (!element || !getSelection()?.isCollapsed) return;
        const marks = at(element);
        clearTimeout(timer.current);
        setOpen({ element, marks, y: event.clientY });
        const next = nextClaim(marks, chosen);
        if (next && !coarse()) onChoose(next);
      }}
      onKeyDown={(event) => {
        const element = markOf(event.target);
        if (!element) return;
        if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
          event.preventDefault();
          step(root.current!, element, event.key === 'ArrowRight' ? 1 : -1);
        } else if ((event.key === 'j' || event.key === 'k') && !element.dataset['row']) {
          // Between two claims: to the next one from here, and not to the first of all.
          event.preventDefault();
          const rows = [...root.current!.querySelectorAll<HTMLElement>('mark[data-row]')];
          const isAfter = (row: HTMLElement) => (element.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
          const row = event.key === 'j' ? rows.find(isAfter) : rows.filter((r) => !isAfter(r)).at(-1);
          row?.focus();
          row?.scrollIntoView({ block: 'nearest' });
        } else if (event.key === 'Enter') {
          event.preventDefault();
          const next = element.dataset['row'] ?? nextClaim(at(element), null);
          if (next === undefined || next === null) return;
          if (next === chosen) onFollow(next);
          else onChoose(next);
        }
      }}
    >
      {children}
      {open && open.marks.length > 0 && (
        <Bubble id={id} open={open}>
          <WhyMarks marks={open.marks} chosen={chosen} onChoose={(claim) => {
            setOpen(null);
            onChoose(claim);
          }} />
        </Bubble>
      )}
    </div>
  );
}

function markOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('mark[data-at]') : null;
}

function inBubble(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.bubble.why') !== null;
}

function marksAt(element: HTMLElement, reading: Reading, shown: ReadonlySet<Kind>): readonly Mark[] {
  const key = element.closest<HTMLElement>('[data-text]')?.dataset['text'] as TextKey | undefined;
  const at = Number(element.dataset['at']);
  return (key ? (reading.marks.get(key) ?? []) : []).filter((mark) => mark.start <= at && at < mark.end && shown.has(kindOf(mark)));
}

/** Where claims overlap, each further click chooses the next of them. */
function nextClaim(marks: readonly Mark[], chosen: string | null): string | null {
  const order = { cue: 0, source: 1, content: 2 } as const;
  const own = marks.filter((mark) => mark.kind === 'content' || mark.kind === 'cue' || mark.kind === 'source');
  own.sort((a, b) => order[a.kind] - order[b.kind] || a.end - a.start - (b.end - b.start));
  const ids = [...new Set(own.map((mark) => mark.claim.id))];
  return ids[(ids.indexOf(chosen ?? '') + 1) % ids.length] ?? null;
}

/** Fingers have no hover: there a tap shows why, and what it shows leads on. */
function coarse(): boolean {
  return matchMedia('(hover: none)').matches;
}

function step(root: HTMLElement, from: HTMLElement, by: 1 | -1): void {
  const all = [...root.querySelectorAll<HTMLElement>('mark[data-at]')];
  const next = all[all.indexOf(from) + by];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

/** In the browser's top layer; it stands below the line that it speaks of, or above where there is no room. */
function Bubble({ id, open, children }: { id: string; open: Open; children: ComponentChildren }) {
  const bubble = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = bubble.current!;
    if (!element.matches(':popover-open')) element.showPopover();
    const place = () => {
      const rects = [...open.element.getClientRects()];
      const line = (open.y !== null && rects.find((r) => r.top - 2 <= open.y! && open.y! <= r.bottom + 2)) || rects[0];
      if (!line) return;
      const { width, height } = element.getBoundingClientRect();
      const below = line.bottom + 7;
      const above = line.top - height - 7;
      element.style.left = `${Math.max(8, Math.min(line.left, innerWidth - width - 8))}px`;
      element.style.top = `${below + height > innerHeight - 8 && above > 8 ? above : below}px`;
    };
    place();
    open.element.setAttribute('aria-describedby', id);
    addEventListener('scroll', place, { passive: true, capture: true });
    addEventListener('resize', place);
    return () => {
      open.element.removeAttribute('aria-describedby');
      removeEventListener('scroll', place, { capture: true });
      removeEventListener('resize', place);
    };
  }, [open]);
  return (
    <div ref={bubble} id={id} class="bubble why" popover="manual" role="group" aria-label="Why this is marked">
      {children}
    </div>
  );
}

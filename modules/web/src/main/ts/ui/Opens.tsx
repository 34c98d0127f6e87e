import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';

interface Props {
  /** What the button shows. */
  readonly children: ComponentChildren;
  /** What it opens into; made when it is opened. */
  readonly content: () => ComponentChildren;
  /** Names what is opened, for those who hear it. */
  readonly label: string;
  readonly class?: string;
  readonly disabled?: boolean;
}

const OPEN_AFTER_MS = 120;
const CLOSE_AFTER_MS = 220;

/**
 * A button that opens into what stands behind it: a score into its evidence, a step into the words that show it. It
 * opens under a resting mouse and at keyboard focus, and stays open when it is clicked or tapped; Escape closes it.
 */
export function Opens({ children, content, label, class: className = '', disabled = false }: Props): JSX.Element {
  const id = useId();
  const root = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const pinned = useRef(false);
  const timer = useRef(0);
  const later = (value: boolean, ms: number) => {
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setOpen(value), ms);
  };
  const close = () => {
    clearTimeout(timer.current);
    pinned.current = false;
    setOpen(false);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (!open) return;
    const onPress = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) close();
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, [open]);
  const mouse = (event: JSX.TargetedPointerEvent<HTMLElement>) => event.pointerType === 'mouse';
  return (
    <span
      ref={root}
      class={`opens ${className}`}
      onPointerEnter={(event) => mouse(event) && later(true, OPEN_AFTER_MS)}
      onPointerLeave={(event) => mouse(event) && !pinned.current && later(false, CLOSE_AFTER_MS)}
      onFocusOut={(event) => !root.current?.contains(event.relatedTarget as Node | null) && close()}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && open) {
          event.stopPropagation();
          close();
          button.current?.focus();
        }
      }}
    >
      <button
        ref={button}
        type="button"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        disabled={disabled}
        onFocus={() => button.current?.matches(':focus-visible') && setOpen(true)}
        onClick={() => {
          clearTimeout(timer.current);
          if (open && pinned.current) close();
          else {
            pinned.current = true;
            setOpen(true);
          }
        }}
      >
        {children}
      </button>
      {open && (
        <Bubble id={id} label={label} button={button.current!}>
          {content()}
        </Bubble>
      )}
    </span>
  );
}

/** In the browser's top layer, so that no table or card cuts it off; it follows its button while the page scrolls. */
function Bubble({ id, label, button, children }: { id: string; label: string; button: HTMLElement; children: ComponentChildren }) {
  const bubble = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = bubble.current!;
    element.showPopover();
    const place = () => {
      const at = button.getBoundingClientRect();
      const { width, height } = element.getBoundingClientRect();
      const left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - width - 8));
      const below = at.bottom + 6;
      const above = at.top - height - 6;
      element.style.left = `${left}px`;
      element.style.top = `${below + height > innerHeight - 8 && above > 8 ? above : below}px`;
    };
    place();
    addEventListener('scroll', place, { passive: true, capture: true });
    addEventListener('resize', place);
    return () => {
      removeEventListener('scroll', place, { capture: true });
      removeEventListener('resize', place);
    };
  }, []);
  return (
    <div ref={bubble} id={id} class="bubble" popover="manual" role="group" aria-label={label}>
      {children}
    </div>
  );
}

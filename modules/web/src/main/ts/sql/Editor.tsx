import type { JSX, RefObject } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { isClause, offsetOf, type Token, tokensOf } from './tokens';

export interface Place {
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
}

interface Props {
  readonly field: RefObject<HTMLTextAreaElement>;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onRun: () => void;
  readonly readOnly: boolean;
  /** Where the statement is wrong. */
  readonly mark: Place | null;
}

const INDENT = '  ';

/**
 * A text area over the same words in colour: what is typed, selected and undone is the browser's. The Tab key indents
 * once one has begun to write, and leaves the field before that and after Escape, so that nobody is caught in it.
 */
export function Editor({ field, value, onChange, onRun, readOnly, mark }: Props): JSX.Element {
  const hint = useId();
  const writing = useRef(false);
  const onKey = (event: JSX.TargetedKeyboardEvent<HTMLTextAreaElement>) => {
    const area = event.currentTarget;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onRun();
    } else if (event.key === 'Escape') {
      writing.current = false;
    } else if (event.key === 'Tab' && writing.current && !readOnly && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      indent(area, event.shiftKey);
    } else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && !readOnly) {
      const before = /^[ \t]*/.exec(area.value.slice(area.value.lastIndexOf('\n', area.selectionStart - 1) + 1, area.selectionStart))![0];
      if (!before) return;
      event.preventDefault();
      insert(area, '\n' + before);
    }
  };
  return (
    <div class={`sql-editor ${readOnly ? 'fixed' : ''}`}>
      <div class="sql-paper">
        <pre aria-hidden="true">
          <Ink sql={value} mark={mark} />
          {'\n'}
        </pre>
        <textarea
          ref={field}
          value={value}
          readOnly={readOnly}
          aria-label={readOnly ? 'The statement' : 'Statement to run'}
          aria-describedby={hint}
          aria-invalid={mark !== null || undefined}
          spellcheck={false}
          autocapitalize="off"
          autocomplete="off"
          placeholder={readOnly ? '' : 'select …'}
          onInput={(event) => {
            writing.current = true;
            onChange(event.currentTarget.value);
          }}
          onPointerDown={() => (writing.current = true)}
          onBlur={() => (writing.current = false)}
          onKeyDown={onKey}
        />
      </div>
      <p id={hint} class="sql-hint">
        {readOnly ? (
          'Only to be read here.'
        ) : (
          <>
            <kbd>Ctrl</kbd> <kbd>Enter</kbd> runs it. <kbd>Tab</kbd> indents while you write; after <kbd>Esc</kbd> it goes on to what comes next.
          </>
        )}
      </p>
    </div>
  );
}

function Ink({ sql, mark }: { sql: string; mark: Place | null }) {
  const at = mark ? offsetOf(sql, mark.line, mark.column) : -1;
  const tokens = tokensOf(sql);
  // At the end of a statement there is nothing to mark: then it is what comes before.
  const wrong = at < 0 ? null : (tokens.filter(({ start, text }) => start <= at && text.trim() !== '').at(-1) ?? null);
  return (
    <>
      {tokens.map((token) =>
        token === wrong ? (
          <mark key={token.start}>{token.text}</mark>
        ) : (
          <span key={token.start} class={classOf(token)}>
            {token.text}
          </span>
        ),
      )}
    </>
  );
}

function classOf(token: Token): string | undefined {
  if (isClause(token)) return 'clause';
  return token.kind === 'word' || token.kind === 'other' ? undefined : token.kind;
}

/** Puts a text where the cursor is, as if it were typed: it can be undone. */
export function insert(area: HTMLTextAreaElement, text: string): void {
  area.focus();
  if (document.execCommand('insertText', false, text)) return;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
}

/** A name where the cursor is, with a space before it where it would run into what is there. */
export function insertName(area: HTMLTextAreaElement, name: string): void {
  const before = area.value.slice(0, area.selectionStart);
  insert(area, /[\w"]$/.test(before) ? ` ${name}` : name);
}

/** The lines of the selection further in, or out; without one, the cursor's. */
function indent(area: HTMLTextAreaElement, out: boolean): void {
  const { selectionStart, selectionEnd, value } = area;
  if (!out && selectionStart === selectionEnd) {
    insert(area, INDENT);
    return;
  }
  const from = value.lastIndexOf('\n', selectionStart - 1) + 1;
  const to = selectionEnd > from && value[selectionEnd - 1] === '\n' ? selectionEnd - 1 : selectionEnd;
  const lines = value.slice(from, to).split('\n');
  const changed = lines.map((line) => (out ? line.replace(/^( {1,2}|\t)/, '') : INDENT + line));
  if (changed.join() === lines.join()) return;
  area.setSelectionRange(from, to);
  insert(area, changed.join('\n'));
  const by = changed[0]!.length - lines[0]!.length;
  if (selectionStart === selectionEnd) area.setSelectionRange(Math.max(from, selectionStart + by), Math.max(from, selectionStart + by));
  else area.setSelectionRange(from, from + changed.join('\n').length);
}

/** Sets the cursor there. */
export function goTo(area: HTMLTextAreaElement, { line, column }: Place): void {
  const at = offsetOf(area.value, line, column);
  area.focus();
  area.setSelectionRange(at, at);
}

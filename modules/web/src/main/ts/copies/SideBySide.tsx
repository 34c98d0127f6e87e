import type { JSX } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ArticleText } from '../api/articleTypes';
import type { Alignment, Run } from './align';
import { extents, watchSizes } from './extents';

interface Props {
  readonly copy: ArticleText;
  readonly origin: ArticleText;
  readonly alignment: Alignment;
  readonly names: readonly [origin: string, copy: string];
}

const GUTTER = 34;

interface Band {
  readonly passage: number;
  readonly path: string;
}

/** The two texts beside each other, as long as they are; bands between them join what they share. */
export function SideBySide({ copy, origin, alignment, names }: Props): JSX.Element {
  const left = useRef<HTMLDivElement>(null);
  const right = useRef<HTMLDivElement>(null);
  const [bands, setBands] = useState<readonly Band[]>([]);
  const [hot, setHot] = useState<number | null>(null);
  useLayoutEffect(() => {
    let frame = 0;
    const draw = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => setBands(bandsOf(left.current!, right.current!)));
    };
    const stop = watchSizes(left.current!, right.current!, draw);
    return () => {
      cancelAnimationFrame(frame);
      stop();
    };
  }, [alignment]);
  const over = (event: Event) => {
    const run = (event.target as Element).closest<HTMLElement>('[data-passage]');
    setHot(run ? Number(run.dataset['passage']) : null);
  };
  return (
    <div class="side-by-side" onPointerOver={over} onPointerLeave={() => setHot(null)}>
      <Pane pane={left} article={origin} runs={alignment.origin} label={names[0]} side="origin" hot={hot} />
      <svg class="bands" width={GUTTER} height="100%" aria-hidden="true">
        {bands.map((band) => (
          <path key={band.passage} class={band.passage === hot ? 'hot' : ''} d={band.path} />
        ))}
      </svg>
      <Pane pane={right} article={copy} runs={alignment.copy} label={names[1]} side="copy" hot={hot} />
    </div>
  );
}

function bandsOf(left: HTMLElement, right: HTMLElement): Band[] {
  const [a, b] = [extents(left), extents(right)];
  const bands: Band[] = [];
  for (const [passage, [top, bottom]] of a) {
    const other = b.get(passage);
    if (!other) continue;
    const [t1, b1, t2, b2] = [top, bottom, ...other];
    const half = GUTTER / 2;
    bands.push({ passage, path: `M0 ${t1}C${half} ${t1} ${half} ${t2} ${GUTTER} ${t2}V${b2}C${half} ${b2} ${half} ${b1} 0 ${b1}Z` });
  }
  return bands;
}

interface PaneProps {
  readonly pane: { current: HTMLDivElement | null };
  readonly article: ArticleText;
  readonly runs: readonly Run[];
  readonly label: string;
  readonly side: 'origin' | 'copy';
  readonly hot: number | null;
}

function Pane({ pane, article, runs, label, side, hot }: PaneProps) {
  const paragraphs = useMemo(
    () => article.paragraphs.map((paragraph) => ({ ...paragraph, runs: runs.filter((run) => run.start < paragraph.end && run.end > paragraph.start) })),
    [article, runs],
  );
  return (
    <div ref={pane} class={`pane ${side}`} role="region" aria-label={label} lang={article.language ?? undefined}>
      <div>
        {paragraphs.map((paragraph) => (
          <p key={paragraph.start} dir="auto">
            {paragraph.runs.map((run) => {
              const [start, end] = [Math.max(run.start, paragraph.start), Math.min(run.end, paragraph.end)];
              return <RunText key={start} run={run} text={article.body.slice(start, end)} side={side} hot={run.passage !== null && run.passage === hot} />;
            })}
          </p>
        ))}
      </div>
    </div>
  );
}

function RunText({ run, text, side, hot }: { run: Run; text: string; side: 'origin' | 'copy'; hot: boolean }) {
  const passage = run.passage ?? undefined;
  const kind = `${run.kind.toLowerCase()} ${hot ? 'hot' : ''}`;
  if (run.kind === 'SAME') return <span class={kind} data-passage={passage}>{text}</span>;
  // What a screen reader says of it: taken out of the origin, put into the copy.
  const Tag = side === 'origin' ? 'del' : 'ins';
  const words = text.trimEnd();
  return (
    <>
      <Tag class={kind} data-passage={passage}>
        {words}
      </Tag>
      {text.slice(words.length)}
    </>
  );
}

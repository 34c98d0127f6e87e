import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { ArticleText, EdgeWhole } from '../api/articleTypes';
import { useApi } from '../api/useApi';
import { goQuery, useQuery } from '../app/router';
import { useTitle } from '../app/title';
import type { ViewProps } from '../app/views';
import { align, wordsIn } from '../copies/align';
import { CopyHead } from '../copies/CopyHead';
import { headChanges } from '../copies/headChanges';
import { OneText } from '../copies/OneText';
import { SideBySide } from '../copies/SideBySide';
import { isOpen, settled, settledWhole } from '../copies/settled';
import { outletOf } from '../copies/words';
import { articleHref, copiesOf } from '../ui/links';
import { counted } from '../ui/numbers';
import { Panel, SourceLinks } from '../ui/Panel';
import { rowsOf } from '../ui/rows';
import { Ask, Empty } from '../ui/States';
import { useNarrow } from '../ui/useNarrow';

const FIGURES = ['kind', 'direction', 'containment', 'originContainment', 'longestRun'] as const;

/** A copy and what it was copied from, word for word. */
export default function Copy({ params: [id = ''] }: ViewProps): JSX.Element {
  const path = `/api/lineage/${encodeURIComponent(id)}`;
  const answer = useApi<EdgeWhole>(path);
  const found = answer.stale ? null : answer.data;
  const edge = found ? settled(found.edge) : null;
  useTitle(edge ? `${edge.outletName ?? 'Copy'} from ${edge.originOutletName ?? 'another'}` : 'Copy');
  return (
    <Ask page answer={answer} what="Loading the two texts">
      {(answered) => {
        const whole = settledWhole(answered);
        return whole.copy && whole.origin ? (
          <Two whole={whole} copy={whole.copy} origin={whole.origin} path={path} />
        ) : (
          <Empty title="One of the two texts is no longer kept">
            <a href={articleHref((whole.copy ?? whole.origin)?.id ?? whole.edge.articleId)}>The other one</a>
          </Empty>
        );
      }}
    </Ask>
  );
}

const WHAT = { same: 'same', drop: 'dropped', add: 'added' } as const;

interface Props {
  readonly whole: EdgeWhole;
  readonly copy: ArticleText;
  readonly origin: ArticleText;
  readonly path: string;
}

function Two({ whole, copy, origin, path }: Props) {
  const { edge } = whole;
  const query = useQuery();
  const narrow = useNarrow(760);
  const open = isOpen(edge);
  const as = query.get('as') ?? (narrow ? 'one' : 'two');
  const alignment = useMemo(() => align(copy.body, origin.body, whole.passages), [whole]);
  const dropped = wordsIn(alignment.origin, origin.body, 'OWN', 'ONLY');
  const added = wordsIn(alignment.copy, copy.body, 'OWN', 'ONLY');
  const replaced = wordsIn(alignment.copy, copy.body, 'CHANGED');
  const head = headChanges(copy, origin, edge);
  const show = (value: 'one' | 'two') => {
    const next = new URLSearchParams(query);
    next.set('as', value);
    goQuery(next, { replace: true });
  };
  const sqlId = edge.id.replaceAll("'", "''");
  return (
    <div class="copy-view">
      <p class="kind muted">
        {open ? 'Two articles that share their text' : 'A copy'} · <a href={copiesOf(edge.articleId)}>all that hang together with it</a>
      </p>
      <h1>
        What <bdi>{outletOf(copy)}</bdi> {open ? 'and' : 'took from'} <bdi>{outletOf(origin)}</bdi>{open && ' have in common'}
      </h1>
      <CopyHead edge={edge} copy={copy} origin={origin} />
      <SourceLinks sql={`select ${FIGURES.join(', ')} from lineage where id = '${sqlId}'`} rows={rowsOf(FIGURES, [edge])} />
      <Panel
        title={open ? 'What differs' : 'What was changed'}
        numbers={
          <>
            {dropped > 0 && <del class="sample">{counted(dropped, 'word')} {open ? `only in ${outletOf(origin)}` : 'dropped'}</del>}{' '}
            {added > 0 && <ins class="sample">{counted(added, 'word')} {open ? `only in ${outletOf(copy)}` : 'added'}</ins>}{' '}
            {replaced > 0 && <span class="changed-sample">{counted(replaced, 'word')} in place of others</span>}
            {!dropped && !added && !replaced && (head.length ? 'of the text nothing, to the word' : 'nothing, to the word')}
            {head.map(({ what, dropped, added }) => (
              <span key={what}>
                {' · '}
                {what}: {dropped > 0 && <del class="sample">{counted(dropped, 'word')} {open ? 'only there' : 'dropped'}</del>} {added > 0 && <ins class="sample">{counted(added, 'word')} {open ? 'only here' : 'added'}</ins>}
              </span>
            ))}
          </>
        }
        noSql="The two texts are laid beside each other here, word by word: no table has that. What the store has of the copy stands above it."
        rows={rowsOf(
          ['what', 'text', 'moved'],
          alignment.one.filter(({ text }) => text.trim()).map(({ kind, text, moved }) => ({ what: WHAT[kind], text: text.trim(), moved })),
        )}
        json={path}
      >
        <div class="axis-switch filters" role="group" aria-label="How the texts are shown">
          <button type="button" aria-pressed={as === 'two'} onClick={() => show('two')}>
            side by side
          </button>
          <button type="button" aria-pressed={as === 'one'} onClick={() => show('one')}>
            as one text
          </button>
        </div>
        {!copy.body && !origin.body ? (
          <Empty title="Neither text is here" />
        ) : as === 'one' ? (
          <OneText pieces={alignment.one} language={copy.language ?? null} />
        ) : (
          <SideBySide copy={copy} origin={origin} alignment={alignment} names={[outletOf(origin), outletOf(copy)]} />
        )}
      </Panel>
    </div>
  );
}

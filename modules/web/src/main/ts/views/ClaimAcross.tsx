import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { ClusterWhole } from '../api/clusterTypes';
import { useApi } from '../api/useApi';
import { go } from '../app/router';
import { useTitle } from '../app/title';
import type { ViewProps } from '../app/views';
import { Cues, verbsOf } from '../across/Cues';
import { Disagree } from '../across/Disagree';
import { familiesOf, oneEach, tell } from '../across/families';
import { Figures } from '../across/Figures';
import { Lanes } from '../across/Lanes';
import { LeftIt } from '../across/LeftIt';
import { isFolded, Wordings } from '../across/Wordings';
import type { Form } from '../api/types';
import { headingOf, once } from '../ui/content';
import { clusterHref, entityHref } from '../ui/links';
import { counted } from '../ui/numbers';
import { Panel } from '../ui/Panel';
import { rowsOf } from '../ui/rows';
import { Ask } from '../ui/States';

/** One claim, in all articles that have it. */
export default function ClaimAcross({ params: [id = ''] }: ViewProps): JSX.Element {
  const answer = useApi<ClusterWhole>(`/api/clusters/${encodeURIComponent(id)}`);
  const found = answer.stale ? null : answer.data;
  useTitle(found ? shorten(once(found.cluster.content)) : null);
  useEffect(() => {
    // Its reports have become another cluster's since the link was made.
    if (found && found.cluster.id !== id) go(clusterHref(found.cluster.id) + location.search, { replace: true });
  }, [found, id]);
  return (
    <Ask page answer={answer} what="Loading the claim">
      {(whole) => <Across whole={whole} />}
    </Ask>
  );
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function Across({ whole }: { whole: ClusterWhole }) {
  const { cluster } = whole;
  const told = useMemo(() => tell(oneEach(whole.reports), whole.edges), [whole]);
  const families = useMemo(() => familiesOf(told), [told]);
  const reports = told.map((t) => t.report);
  const shown = rowsOf(COLUMNS, reports);
  const speakerKey = cluster.speakerId ?? reports.find((report) => report.speakerKey && report.speakerName === cluster.speakerName)?.speakerKey;
  const id = encodeURIComponent(cluster.id);
  const sqlId = cluster.id.replaceAll("'", "''");
  const sql = `select ${SELECTED} from (${reportsSql(sqlId)}) order by "at", position`;
  return (
    <div class="across">
      <p class="kind muted">One claim across outlets</p>
      <h1 dir="auto">{headingOf(cluster.content, formOf(whole))}</h1>
      <p class="by">
        {said(reports)}{' '}
        {cluster.speakerName ? (
          <>
            by {speakerKey ? <a href={entityHref(speakerKey)}><bdi>{cluster.speakerName}</bdi></a> : <b><bdi>{cluster.speakerName}</bdi></b>}
          </>
        ) : (
          'by nobody named'
        )}
        {whole.about.length > 0 && (
          <>
            , about{' '}
            {whole.about.map((thing, i) => (
              <>
                {i > 0 && ', '}
                <a class="ent" href={entityHref(thing.entityId)}>
                  <bdi>{thing.name}</bdi>
                </a>
              </>
            ))}
          </>
        )}
      </p>
      <Figures cluster={cluster} told={told} families={families} />
      <Panel
        title="When, and from whom"
        numbers={whole.edges.length > 0 ? <a href={`/copies?cluster=${id}`}>the copies among them</a> : undefined}
        sql={sql}
        rows={shown}
        json={`/api/clusters/${id}`}
        feed={`/feeds/claims.atom?cluster=${id}`}
      >
        <Lanes told={told} families={families} independent={cluster.independent} />
      </Panel>
      <Panel
        title="How each words it"
        numbers={families.length < told.length && isFolded(told) ? 'those that share a source folded' : undefined}
        sql={sql}
        rows={shown}
      >
        <Wordings families={families} />
      </Panel>
      <div class="pair">
        <Panel title="Where they disagree" rows={rowsOf(COLUMNS, whole.reports)} sql={`select ${SELECTED} from cluster_reports where clusterId = '${sqlId}' order by position`}>
          <Disagree kinds={cluster.contradictions} reports={whole.reports} />
        </Panel>
        <Panel
          title="With which words"
          numbers={counted(reports.length, 'report')}
          rows={rowsOf(['verb', 'stance', 'reports', 'outlets'], verbsOf(reports))}
          sql={`select coalesce(c.cueLemma, nullif(r.cue, ''), 'quotation marks') as verb, coalesce(r.stance, 'NEUTRAL') as stance, count(*) as reports, list(distinct coalesce(r.outletName, r.outletId, 'without a name') order by coalesce(r.outletName, r.outletId, 'without a name')) as outlets from (${reportsSql(sqlId)}) r left join claims c on c.id = r.claimId group by 1, 2 order by reports desc, verb, 2`}
        >
          <Cues reports={reports} />
        </Panel>
      </div>
      <Panel
        title={whole.about.length ? `Who usually writes of ${names(whole.about.map((thing) => thing.name))} and left it out` : 'Who left it out'}
        rows={rowsOf(['outletId', 'outletName', 'articles', 'has', 'ofClaims'], whole.left)}
        sql={whole.statements.left}
        json={`/api/clusters/${id}`}
      >
        <LeftIt left={whole.left} />
      </Panel>
    </div>
  );
}

/** How the report has it whose wording stands for all. */
function formOf({ cluster, reports }: ClusterWhole): Form | null {
  return (reports.find((report) => report.content === cluster.content) ?? reports[0])?.form ?? null;
}

function said(reports: readonly { cueKind: string; cueMode: string }[]): string {
  const first = reports[0];
  if (first?.cueMode === 'DENIED') return 'denied';
  return first?.cueKind === 'WRITING' ? 'written' : 'said';
}

function names(list: readonly string[]): string {
  const shown = list.slice(0, 3);
  if (list.length > 3) return `${shown.join(', ')} or ${list.length - 3} more`;
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}` : (shown[0] ?? '');
}

const COLUMNS = ['outletName', 'at', 'content', 'cue', 'cueMode', 'stance', 'source', 'sourceKind', 'fromName'] as const;

/** The same of a statement. */
const SELECTED = COLUMNS.map((column) => (column === 'at' ? '"at"' : column)).join(', ');

/** One report an article, the first of it: as they are counted and shown. */
function reportsSql(id: string): string {
  return `from cluster_reports where clusterId = '${id}' qualify row_number() over (partition by articleId order by "at", position) = 1`;
}

import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { ClusterWhole } from '../api/clusterTypes';
import { useApi } from '../api/useApi';
import { go } from '../app/router';
import { useTitle } from '../app/title';
import type { ViewProps } from '../app/views';
import { Cues } from '../across/Cues';
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
  const sql = `select outletName, "at", content, cue, stance, source, fromName from (${reportsSql(sqlId)}) order by "at", position`;
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
        sql={whole.sql ?? sql}
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
        <Panel title="Where they disagree" rows={rowsOf(COLUMNS, whole.reports)} sql={`select outletName, cue, stance, cueMode, sourceKind, source from cluster_reports where clusterId = '${sqlId}' order by position`}>
          <Disagree kinds={cluster.contradictions} reports={whole.reports} />
        </Panel>
        <Panel
          title="With which words"
          numbers={counted(reports.length, 'report')}
          rows={shown}
          sql={`select coalesce(c.cueLemma, nullif(r.cue, ''), 'quotation marks') as verb, r.stance, count(*) as reports, list(distinct r.outletName) as outlets from (${reportsSql(sqlId)}) r left join claims c on c.id = r.claimId group by all order by reports desc`}
        >
          <Cues reports={reports} />
        </Panel>
      </div>
      <Panel
        title={whole.about.length ? `Who wrote of ${names(whole.about.map((thing) => thing.name))} in those days and left it out` : 'Who left it out'}
        rows={rowsOf(['outletId', 'outletName', 'articles', 'usually', 'ofClaims'], whole.left)}
        sql={leftSql(sqlId)}
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

const COLUMNS = ['outletName', 'at', 'content', 'cue', 'cueLemma', 'cueMode', 'stance', 'source', 'sourceKind', 'fromName'] as const;

/** One report an article, the first of it: as they are counted and shown. */
function reportsSql(id: string): string {
  return `from cluster_reports where clusterId = '${id}' qualify row_number() over (partition by articleId order by "at", position) = 1`;
}

/** Who wrote of what the claim is about, or of who said it, in its days and a week around them, and has no report of it. */
function leftSql(id: string): string {
  return `with chosen as (from claim_clusters where id = '${id}'),
concerned as (
  select unnest(c.about) as entityId from cluster_reports r join claims c on c.id = r.claimId where r.clusterId = '${id}'
  union select speakerId from chosen)
select coalesce(a.outletId, a.outletName) as outlet, count(distinct a.id) as articles
from mentions m join articles a on a.id = m.articleId, chosen k
where m.entityId in (from concerned) and m.comment is null
  and a.datedAt between k.firstAt - interval 7 day and k.lastAt + interval 7 day
  and outlet not in (select coalesce(outletId, outletName) from cluster_reports where clusterId = '${id}' and coalesce(outletId, outletName) is not null)
  and outlet not in (select l."key" from chain_links l join cluster_reports r on r.claimId = l.claimId where r.clusterId = '${id}' and l."key" is not null)
group by 1 order by articles desc, 1`;
}

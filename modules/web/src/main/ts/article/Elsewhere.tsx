import type { JSX } from 'preact';
import type { ClusterWhole, Report } from '../api/clusterTypes';
import type { Claim } from '../api/types';
import { useApi } from '../api/useApi';
import { articleHref, claimHref } from '../ui/links';
import { counted } from '../ui/numbers';
import { clock, day, shortDay } from '../ui/time';

const SHOWN = 6;

/** Who else has the chosen claim, the first first. */
export function Elsewhere({ claim }: { claim: Claim }): JSX.Element | null {
  const { cluster } = claim;
  const several = cluster != null && cluster.articles > 1;
  const { data, stale, loading } = useApi<ClusterWhole>(several ? `/api/clusters/${encodeURIComponent(cluster.clusterId)}` : null);
  if (claim.voice === 'READER') return null;
  if (!several) return <p class="elsewhere muted">No other article has this claim so far.</p>;
  const reports = data && !stale ? byArticle(data.reports) : [];
  return (
    <div class="elsewhere" aria-busy={loading && reports.length === 0}>
      <h3>Elsewhere</h3>
      <ol>
        {reports.slice(0, SHOWN).map((report, i) => (
          <li key={report.claimId}>
            <span>
              <a href={articleHref(report.articleId, report.claimId)} aria-current={report.articleId === claim.articleId ? 'true' : undefined}>
                <bdi>{report.outletName ?? report.outletId}</bdi>
              </a>
              <span class="muted"> {when(report)}</span> {i === 0 && <b>first</b>}
            </span>
            <span class={report.stance && report.stance !== 'NEUTRAL' ? 'load' : ''} dir="auto">
              {report.cue || 'quotation marks'}
            </span>
          </li>
        ))}
      </ol>
      <p>
        <a href={claimHref(claim)}>
          In {counted(cluster.outlets, 'outlet')}, {counted(cluster.independent, 'independent report')}
          {cluster.independent === 1 && cluster.articles > 1 ? ': the others copy it or have it from the same place' : ''}
        </a>
      </p>
    </div>
  );
}

function byArticle(reports: readonly Report[]): Report[] {
  const seen = new Set<string>();
  return reports.filter((report) => !seen.has(report.articleId) && seen.add(report.articleId));
}

function when(report: Report): string {
  if (report.atKind === 'FIRST_SEEN') return `first seen ${shortDay(report.at)}, ${clock(report.at)}`;
  return report.publishedPrecision === 'DAY' ? day(report.at) : `${shortDay(report.at)}, ${clock(report.at)}`;
}

import type { JSX } from 'preact';
import type { Cluster } from '../api/clusterTypes';
import { Figure } from '../ui/Figure';
import { counted, whole } from '../ui/numbers';
import { sourceOf, type Family, type Told } from './families';
import { spanOf } from './times';

interface Props {
  readonly cluster: Cluster;
  readonly told: readonly Told[];
  readonly families: readonly Family[];
}

/** The four numbers of a claim, each with what it rests on. */
export function Figures({ cluster, told, families }: Props): JSX.Element {
  const reports = told.map((t) => t.report);
  const span = spanOf(reports);
  const undated = reports.filter((report) => report.atKind === 'FIRST_SEEN').length;
  const nobody = reports.filter((report) => report.sourceKind === 'NONE').length;
  const unnamed = reports.filter((report) => report.sourceKind === 'UNNAMED').length;
  const alone = cluster.independent === 1 && cluster.articles > 1;
  return (
    <ul class="figures">
      <Figure value={whole(cluster.articles)}>
        {cluster.articles === 1 ? 'article' : 'articles'} in {counted(cluster.outlets, 'outlet')}
        {cluster.wordings > 1 && `, ${whole(cluster.wordings)} wordings`}
      </Figure>
      <Figure value={whole(cluster.independent)} caution={alone}>
        independent {cluster.independent === 1 ? 'report' : 'reports'}
        {alone ? <>: all have it from {families.length === 1 ? <bdi>{commonSource(families)}</bdi> : 'one place'}</> : cluster.articles > cluster.independent ? ', once those that copy, or name one source, count as one' : ''}
      </Figure>
      <Figure value={span ? span.text : '–'}>
        {span ? 'from the first to the last' : 'fewer than two give their time'}
        {span && undated > 0 && `; ${whole(undated)} ${undated === 1 ? 'gives' : 'give'} no time`}
      </Figure>
      <Naming nobody={nobody} unnamed={unnamed} of={reports.length} />
    </ul>
  );
}

/** How many name who said it: the fewer, the less can anybody ask. */
function Naming({ nobody, unnamed, of }: { nobody: number; unnamed: number; of: number }) {
  if (nobody > 0) {
    return (
      <Figure value={whole(nobody)} caution>
        {nobody === 1 ? 'names' : 'name'} nobody at all as the source{unnamed > 0 && `, ${whole(unnamed)} somebody without a name`}
      </Figure>
    );
  }
  if (unnamed > 0) return <Figure value={whole(unnamed)}>{unnamed === 1 ? 'gives' : 'give'} a source without a name</Figure>;
  return <Figure value={whole(of)}>{of === 1 ? 'names' : 'name'} who said it</Figure>;
}

function commonSource(families: readonly Family[]): string {
  return (families[0] && sourceOf(families[0])) ?? 'one source';
}

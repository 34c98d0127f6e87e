-- title: Where do outlets disagree on who said something, or whether it was said, or believe it differently?
-- note: CUE: said, claimed, admitted; SOURCE: named by one, unnamed by another; MODE: said, not said.
-- option about [entity]: only where it is about this: a catalogue id, or a part of a name
select k.contradictions as disagreement, coalesce(r.outletName, r.outletId, '(unknown)') as outlet,
  r.cue, r.stance, r.source, r.content
from claim_clusters k
join cluster_reports r on r.clusterId = k.id
where len(k.contradictions) > 0
  and ($about is null or exists (
    from claim_entities e where e.claimId = r.claimId and is_called(e.entityId, e.name, $about)))
order by k.outlets desc, k.id, r.at, outlet

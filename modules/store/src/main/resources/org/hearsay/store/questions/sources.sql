-- title: Which claims about something have few independent sources, however often they were printed?
-- note: Copies, and all that have it from one outlet, agency or person, count as one source.
-- option about [entity]: what the claim is about: a catalogue id, or a part of a name
-- option max_independent = 1: independent sources at most
-- option min_printed = 1: articles that print it, at least
-- example: --about kfor
with about as (
  select distinct claimId from claim_entities where is_called(entityId, name, $about)
),
shared as (
  select k.speakerName as speaker, k.content, k.articles as printed, k.outlets, k.independent
  from claim_clusters k
  where exists (
    from cluster_reports r join about on about.claimId = r.claimId where r.clusterId = k.id)
),
alone as (
  select c.speakerName as speaker, c.contentText as content,
    1 as printed, 1 as outlets, 1 as independent
  from claims c
  join about on about.claimId = c.id
  where c.voice = 'OUTLET' and c.id not in (select claimId from cluster_reports)
)
select * from (from shared union all from alone)
where independent <= $max_independent::integer and printed >= $min_printed::integer
order by printed desc, outlets desc, speaker, content

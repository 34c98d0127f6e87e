-- title: Which claims about something have few independent sources, however often they were printed?
-- note: Copies, also of what nobody says by name, and all that have it from one outlet, agency or person, count as one source. With --within only sources that came so many days after the first report at most: one that confirms a claim months later does not help who read it then.
-- option about [entity]: what the claim is about: a catalogue id, or a part of a name
-- option max_independent = 1: independent sources at most
-- option min_printed = 1: articles that print it, at least
-- option within = 0: count independent sources of so many days from the first report; 0 counts all
-- example: --about kfor
with recursive about as (
  select distinct claimId from claim_entities where is_called(entityId, name, $about)
),
shared as (
  select k.id, k.speakerName as speaker, k.content, k.articles as printed, k.outlets, k.independent,
    k.firstAt
  from claim_clusters k
  where exists (
    from cluster_reports r join about on about.claimId = r.claimId where r.clusterId = k.id)
),
early as (
  select s.id, count(distinct coalesce(r.sourceArticleId, r."from")) as independent
  from shared s
  join cluster_reports r on r.clusterId = s.id
  where $within::integer > 0 and r.at <= s.firstAt + to_days($within::integer)
  group by s.id
),
alone as (
  select c.id, c.articleId, coalesce(c.outletId, c.outletName) as outlet,
    c.speakerName as speaker, c.contentText as content,
    regexp_replace(lower(c.contentText), '[^\p{L}\p{N}]+', ' ', 'g').trim() as words
  from claims c
  join about on about.claimId = c.id
  where c.voice = 'OUTLET' and c.id not in (select claimId from cluster_reports)
),
copied as (
  select c.id, arg_max(o.id, (l.containment, o.id)) as originId
  from alone c
  join lineage l on l.articleId = c.articleId and l.direction <> 'UNDECIDED'
  join alone o on o.articleId = l.originId and o.words = c.words
  group by c.id
),
roots(id, root) as (
  select id, id from alone where id not in (select id from copied)
  union all
  select c.id, r.root from copied c join roots r on r.id = c.originId
),
printed_alone as (
  select o.speaker, o.content, count(distinct c.articleId) as printed,
    greatest(count(distinct c.outlet), 1) as outlets, 1 as independent
  from roots r
  join alone c on c.id = r.id
  join alone o on o.id = r.root
  group by r.root, o.speaker, o.content
)
select * from (
  select s.speaker, s.content, s.printed, s.outlets,
    coalesce(e.independent, s.independent) as independent
  from shared s left join early e on e.id = s.id
  union all
  from printed_alone)
where independent <= $max_independent::integer and printed >= $min_printed::integer
order by printed desc, outlets desc, speaker, content

-- title: Which outlets usually write of who or what a claim is about, and left this claim out?
-- note: An outlet counts where it names one of the claim's entities, or its speaker, in some articles.
-- word claim [claim]: the claim: a cluster's id, or words that it holds
-- option min_articles = 2: in how many articles an outlet has to name one of them
-- example: "in weeks" --min-articles 1
with chosen as (
  select id, speakerId, speakerName, content from claim_clusters
  where id = $claim or contains(lower(content), lower($claim))
),
concerned as (
  select distinct k.id, e.entityId as key
  from chosen k
  join cluster_reports r on r.clusterId = k.id
  join claim_entities e on e.claimId = r.claimId
  where e.entityId is not null
  union
  select id, speakerId from chosen where speakerId is not null
  union
  select k.id, c.speakerKey
  from chosen k
  join cluster_reports r on r.clusterId = k.id
  join claims c on c.id = r.claimId
  where c.speakerKey is not null
),
writing as (
  select p.id, coalesce(a.outletName, a.outletId) as outlet, a.outletId,
    count(distinct a.id) as articles, list(distinct m.name order by m.name) as names
  from concerned p
  join mentions m on m.clusterId = p.key and m.comment is null
  join articles a on a.id = m.articleId
  group by all
)
select w.outlet, w.articles, w.names, k.speakerName as speaker, k.content
from writing w
join chosen k on k.id = w.id
where w.outlet is not null and w.articles >= $min_articles::integer
  and not exists (
    from cluster_reports r
    where r.clusterId = k.id and coalesce(r.outletName, r.outletId) = w.outlet)
order by k.content, articles desc, w.outlet

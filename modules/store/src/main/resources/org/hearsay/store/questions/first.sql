-- title: Who first reported a claim, and how long until each other outlet had it?
-- note: By times of publication, or, where a page gives none, when it was first seen; a page that gives only the day counts as of its midnight (UTC), without hours. From: whom the page names as the one that it has the claim from; where it names nobody, whose text it copies.
-- word claim [claim]: the claim: a cluster's id, or words that it holds
-- example: "rent out"
with named as (
  select l.claimId, arg_min(l.name, (l.evidenceKind is not distinct from 'MATCHING_TEXT', l.position))
    as name
  from chain_links l
  where l.claimId in (
      select r.claimId from claim_clusters k join cluster_reports r on r.clusterId = k.id
      where k.id = $claim or contains(lower(k.content), lower($claim)))
    and (l.role = 'ORIGIN' or (l.role = 'RELAY' and l.type is not null)
      or (l.role = 'SPEAKER' and l.type = 'OUTLET'))
  group by l.claimId
)
select coalesce(r.outletName, r.outletId, '(unknown)') as outlet, r.at,
  if(r.atKind = 'PUBLISHED', if(a.publishedPrecision = 'DAY', 'day', 'published'), 'first seen')
    as means,
  if(a.publishedPrecision = 'TIME' and f.publishedPrecision = 'TIME',
    round(r.lagMs / 3600000.0, 1), null) as hoursAfter,
  nullif(n.name, coalesce(r.outletName, r.outletId)) as "from", k.content as claim
from claim_clusters k
join cluster_reports r on r.clusterId = k.id
left join named n on n.claimId = r.claimId
left join articles a on a.id = r.articleId
left join articles f on f.id = k.firstArticleId
where k.id = $claim or contains(lower(k.content), lower($claim))
qualify row_number() over (partition by k.id, outlet order by r.at, r.articleId) = 1
order by k.outlets desc, k.id, r.at, outlet

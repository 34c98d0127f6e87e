-- title: Which outlets pass on what others reported, and with which words?
-- note: One row for an outlet, the outlet that it names, and the words that name it.
-- option outlet: only what this outlet printed: its id, or a part of its name
-- option relay: only what came through this one: its id, or a part of its name
-- option owner: only what came through outlets that are owned so: state, public, party or private
-- example: --relay meridian
select
  coalesce(a.outletName, c.outletId, '(unknown)') as printedBy,
  l.name as relay,
  o.owner,
  l.evidence as words,
  count(*) as claims,
  count(distinct c.articleId) as articles
from chain_links l
join claims c on c.id = l.claimId
join articles a on a.id = c.articleId
left join outlets o on o.id = l.id
where l.role = 'RELAY'
  and is_called(a.outletId, a.outletName, $outlet)
  and is_called(l.id, l.name, $relay)
  and ($owner is null or o.owner = $owner)
group by all
order by claims desc, printedBy, relay, words

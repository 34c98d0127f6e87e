-- title: Who passes on what others said, and with which words?
-- note: One row for an outlet, the one through whom it has a claim, and the words that say so.
-- option outlet [outlet]: only what this outlet printed: its id, or a part of its name
-- option relay [relay]: only what came through this one: its id, or a part of its name
-- option type [type]: only such: OUTLET, PERSON, ORGANIZATION or another
-- option owner [owner]: only what came through outlets that are owned so: state, public, party or private
-- example: --owner state
select
  coalesce(a.outletName, c.outletId, '(unknown)') as printedBy,
  l.name as relay,
  l.type,
  o.owner,
  l.evidence as words,
  count(*) as claims,
  count(distinct c.articleId) as articles
from chain_links l
join claims c on c.id = l.claimId
join articles a on a.id = c.articleId
left join outlets o on o.id = l.id
where l.role = 'RELAY'
  and c.voice = 'OUTLET'
  and is_called(a.outletId, a.outletName, $outlet)
  and is_called(l.id, l.name, $relay)
  and ($type is null or l.type = upper($type))
  and ($owner is null or o.owner = lower($owner))
group by all
order by claims desc, printedBy, relay, words

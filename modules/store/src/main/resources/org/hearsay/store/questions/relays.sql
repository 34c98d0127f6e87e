-- title: Which outlets pass on what other outlets reported, and with which words?
-- note: One row for an outlet, the relay that it names, and the words that name it.
-- option outlet: only what this outlet printed: its id, or a part of its name
-- option relay: only what came through this outlet: its id, or a part of its name
-- option owner: only relays that are owned so: state, public, party or private
select
  coalesce(c.outletId, a.outletName, '(unknown)') as printedBy,
  coalesce(l.id, l.name) as relay,
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
  and ($outlet is null or a.outletId = $outlet or contains(lower(a.outletName), lower($outlet)))
  and ($relay is null or l.id = $relay or contains(lower(l.name), lower($relay)))
  and ($owner is null or o.owner = $owner)
group by all
order by claims desc, printedBy, relay, words

-- title: Who passes on what others said, and by which verbs?
-- note: One row for an outlet, the one through whom it has a claim, and the verb that says so, in dictionary form; without one ("according to") for the words that do. Words: how the text says it; of several the most frequent.
-- option outlet [outlet]: only what this outlet printed: its id, or a part of its name
-- option relay [relay]: only what came through this one: its id, or a part of its name
-- option type [type]: only such: OUTLET, PERSON, ORGANIZATION or another
-- option owner [owner]: only what came through outlets that are owned so: state, public, party or private
-- example: --owner state
with relayed as (
  select
    coalesce(a.outletName, c.outletId, '(unknown)') as printedBy,
    l.name as relay,
    l.type,
    o.owner,
    l.verb,
    l.evidence as words,
    if(l.verb is null, l.evidence, null) as ownWords,
    c.articleId
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
),
worded as (
  select printedBy, relay, type, owner, verb, words, count(*) as times
  from relayed
  group by all
)
select r.printedBy, r.relay, r.type, r.owner, r.verb,
  (select w.words from worded w
   where w.printedBy = r.printedBy and w.relay = r.relay
     and w.type is not distinct from r.type and w.owner is not distinct from r.owner
     and w.verb is not distinct from r.verb and (r.verb is not null or w.words = r.ownWords)
   order by w.times desc, w.words limit 1) as words,
  count(*) as claims,
  count(distinct r.articleId) as articles
from relayed r
group by r.printedBy, r.relay, r.type, r.owner, r.verb, r.ownWords
order by claims desc, printedBy, relay, verb, words

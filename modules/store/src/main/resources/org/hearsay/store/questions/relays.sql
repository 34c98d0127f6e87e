-- title: Who passes on what others said or reported, and by which verbs?
-- note: One row for an outlet, the one through whom it has a claim, and the verb that says so, in dictionary form; without one ("according to") for the words that do. Words: how the text says it; of several the most frequent. What an outlet reports without naming who said it counts as well; a claim that is told inside of another counts with that one. Which outlets pass on RT's claims is --relay rt; on the sample pages, whose outlets are invented, a state's agency stands in its place.
-- option outlet [outlet]: only what this outlet printed: its id, or a part of its name
-- option relay [relay]: only what came through this one: its id, or a part of its name
-- option type [type]: only such: OUTLET, PERSON, ORGANIZATION or another
-- option owner [owner]: only what came through outlets that are owned so: state, public, party or private
-- example: --relay "meridian wire"
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
  where (l.role = 'RELAY' or (l.role = 'SPEAKER' and l.type = 'OUTLET'))
    and c.voice = 'OUTLET'
    and is_called(a.outletId, a.outletName, $outlet)
    and is_called(l.id, l.name, $relay)
    and ($type is null or l.type = upper($type))
    and ($owner is null or o.owner = lower($owner))
  qualify coalesce(max(c.content[-1]."end") over (
    partition by c.articleId, l.name
    order by c.content[1]."start", c.content[-1]."end" desc, c.id
    rows between unbounded preceding and 1 preceding) < c.content[-1]."end", true)
),
worded as (
  select printedBy, relay, type, owner, verb, ownWords, words,
    count(*) as times, list(distinct articleId) as articleIds
  from relayed
  group by all
)
select printedBy, relay, type, owner, verb,
  arg_min(words, (-times, words)) as words,
  sum(times)::bigint as claims,
  list_unique(flatten(list(articleIds)))::bigint as articles
from worded
group by printedBy, relay, type, owner, verb, ownWords
order by claims desc, printedBy, relay, verb, words

-- title: How did the wording change from the original to its copies?
-- note: Each row is a change. TITLE: another headline; DEK: another line below it; WORDS: a run of words that differs inside of text that both have; DROPPED: a paragraph of the original that the copy leaves out, or sentences, or the rest of one, in a paragraph that both have; ADDED: what the original does not have, likewise. UNDECIDED: nothing tells which of the two wrote it ("A or B"): original is then the one's words and copy the other's. These come last.
-- word copy [outlet article] = : whose copy: an article's or outlet's id, or a part of its name
-- word original [outlet article] = : whose original: the same
-- option what [change]: only such changes: TITLE, DEK, WORDS, DROPPED or ADDED
-- example: "balkan ledger"
with pairs as (
  select l.id, l.direction, l.direction <> 'UNDECIDED' as decided,
    coalesce(l.outletName, l.outletId, a.title, l.articleId) as one,
    coalesce(l.originOutletName, l.originOutletId, o.title, l.originId) as other,
    (l.articleId = $copy or is_called(l.outletId, l.outletName, $copy))
      and (l.originId = $original or is_called(l.originOutletId, l.originOutletName, $original))
      as wanted,
    (l.originId = $copy or is_called(l.originOutletId, l.originOutletName, $copy))
      and (l.articleId = $original or is_called(l.outletId, l.outletName, $original))
      as wantedTurned
  from lineage l
  left join articles a on a.id = l.articleId
  left join articles o on o.id = l.originId
)
select
  if(p.decided, p.one, least(p.one, p.other) || ' or ' || greatest(p.one, p.other)) as copiedBy,
  if(p.decided, p.other, null) as wrote,
  c.what, c.original, c.copy, p.direction
from pairs p
join changes c on c.lineageId = p.id
where (p.wanted or (not p.decided and p.wantedTurned)) and ($what is null or c.what = upper($what))
order by p.decided desc, copiedBy, wrote, p.id, c.part, c.position

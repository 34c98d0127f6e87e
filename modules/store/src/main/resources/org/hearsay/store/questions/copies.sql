-- title: Who copied whom, how much, and how long after?
-- note: Dropped and added: how many paragraphs, and parts of paragraphs that both have, stand in the original alone, and in the copy alone. Hours are told where both give a time of day. THROUGH_OTHERS: the copy has it from a third that has it from the original. UNDECIDED: the two share text, and nothing tells which of them wrote it ("A or B"); these come last.
-- option outlet [outlet]: only this outlet's copies: its id, or a part of its name
-- option origin [outlet]: only copies of this outlet: its id, or a part of its name
-- option min_share = 0: how much of the copy is the other's, 0 to 1, at least
with pairs as (
  select l.*, l.direction <> 'UNDECIDED' as decided,
    coalesce(l.outletName, l.outletId, a.title, l.articleId) as one,
    coalesce(l.originOutletName, l.originOutletId, o.title, l.originId) as other,
    is_called(l.outletId, l.outletName, $outlet)
      and is_called(l.originOutletId, l.originOutletName, $origin) as wanted,
    is_called(l.originOutletId, l.originOutletName, $outlet)
      and is_called(l.outletId, l.outletName, $origin) as wantedTurned,
    if(a.publishedPrecision = 'TIME' and o.publishedPrecision = 'TIME',
      round((epoch_ms(l.publishedAt) - epoch_ms(l.originPublishedAt)) / 3600000.0, 1), null)
      as hours
  from lineage l
  left join articles a on a.id = l.articleId
  left join articles o on o.id = l.originId
)
select
  if(decided, one, least(one, other) || ' or ' || greatest(one, other)) as copiedBy,
  if(decided, other, null) as wrote,
  direction,
  round(if(decided, containment, greatest(containment, originContainment)), 2) as share,
  if(decided, hours, null) as hoursAfter,
  if(decided, len(dropped), null) as dropped,
  if(decided, len(added), null) as added,
  if(decided and title is distinct from originTitle, title, null) as newTitle
from pairs
where (wanted or (not decided and wantedTurned))
  and if(decided, containment, greatest(containment, originContainment)) >= $min_share::double
order by decided desc, share desc, copiedBy, wrote, id

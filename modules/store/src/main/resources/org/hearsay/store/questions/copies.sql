-- title: Who copied whom, how much, and how long after?
-- note: Dropped and added are paragraphs of the original, and of the copy. Hours are told where both give a time of day.
-- option outlet [outlet]: only this outlet's copies: its id, or a part of its name
-- option origin [outlet]: only copies of this outlet: its id, or a part of its name
-- option min_share = 0: how much of the copy is the other's, 0 to 1, at least
select coalesce(l.outletName, l.outletId, a.title, l.articleId) as copiedBy,
  coalesce(l.originOutletName, l.originOutletId, o.title, l.originId) as wrote,
  l.direction, round(l.containment, 2) as share,
  if(a.publishedPrecision = 'TIME' and o.publishedPrecision = 'TIME',
    round((epoch_ms(l.publishedAt) - epoch_ms(l.originPublishedAt)) / 3600000.0, 1), null)
    as hoursAfter,
  len(l.dropped) as dropped, len(l.added) as added,
  if(l.title is distinct from l.originTitle, l.title, null) as newTitle
from lineage l
left join articles a on a.id = l.articleId
left join articles o on o.id = l.originId
where is_called(l.outletId, l.outletName, $outlet)
  and is_called(l.originOutletId, l.originOutletName, $origin)
  and l.containment >= $min_share::double
order by share desc, copiedBy, wrote, l.id

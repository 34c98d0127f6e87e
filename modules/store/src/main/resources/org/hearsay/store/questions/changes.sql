-- title: How did the wording change from the original to its copies?
-- note: Each row is a run of words that differs inside of text that both have.
-- word copy [outlet article] = : whose copy: an article's or outlet's id, or a part of its name
-- word original [outlet article] = : whose original: the same
-- example: "balkan ledger"
select coalesce(l.outletName, l.outletId, a.title, l.articleId) as copiedBy,
  coalesce(l.originOutletName, l.originOutletId, o.title, l.originId) as wrote,
  r.originText as original, r.text as copy
from replacements r
join lineage l on l.id = r.lineageId
left join articles a on a.id = l.articleId
left join articles o on o.id = l.originId
where (l.articleId = $copy or is_called(l.outletId, l.outletName, $copy))
  and (l.originId = $original or is_called(l.originOutletId, l.originOutletName, $original))
order by copiedBy, wrote, l.id, r.start

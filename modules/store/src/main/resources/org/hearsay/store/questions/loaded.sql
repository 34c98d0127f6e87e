-- title: Which words frame the news, in whose articles?
-- note: Hearsay flags wording, not truth. Only the outlet's own voice counts; quotations are others'.
-- option outlet [outlet]: only this outlet: its id, or a part of its name
-- option category [category] = LOADED: LOADED, LABEL, SCARE_QUOTE, HEDGE, BOOSTER, JUDGING_VERB or another
-- example: --category JUDGING_VERB
select coalesce(a.outletName, a.outletId, '(unknown)') as outlet, lower(t.text) as word, t.category,
  count(*) as times, count(distinct t.articleId) as articles
from framing_terms t
join articles a on a.id = t.articleId
where t.comment is null and t.voice = 'OUTLET' and not t.negated
  and t.category = upper($category) and is_called(a.outletId, a.outletName, $outlet)
group by all
order by times desc, outlet, word

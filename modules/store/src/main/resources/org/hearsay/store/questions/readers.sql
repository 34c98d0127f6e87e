-- title: What is named in readers' comments only, never in the article above them?
-- option outlet [outlet]: only this outlet's readers: its id, or a part of its name
select coalesce(a.outletName, a.outletId, '(unknown)') as outlet, m.name, m.type,
  count(*) as mentions, count(distinct m.comment) as comments, any_value(m.sentence) as example
from mentions m
join articles a on a.id = m.articleId
where m.voice = 'READER' and is_called(a.outletId, a.outletName, $outlet)
  and not exists (
    from mentions own
    where own.articleId = m.articleId and own.comment is null and own.clusterId = m.clusterId)
group by outlet, m.clusterId, m.name, m.type
order by mentions desc, outlet, m.name

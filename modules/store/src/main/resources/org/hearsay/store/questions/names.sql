-- title: What do outlets call someone or something?
-- word entity [entity]: whom or what: a catalogue id, or a part of a name
-- example: kosovo
select coalesce(a.outletName, a.outletId, '(unknown)') as outlet, m.name as who, m.text as "calledAs",
  count(*) as times, count(distinct m.articleId) as articles
from mentions m
join articles a on a.id = m.articleId
where m.comment is null and m.voice = 'OUTLET' and is_called(m.entityId, m.name, $entity)
group by all
order by who, outlet, times desc, "calledAs"

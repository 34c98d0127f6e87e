-- title: What was not read, or not wholly, and why?
-- note: Pages and records that could not be processed, and articles with the reason in partial.
select 'not read' as what, d.key as which, d.reason as why, d.fromTopic as "from"
from dead_letters d
union all
select 'read in part', coalesce(a.url, a.pageUrl), unnest(a.partial), 'articles' from articles a
union all
select 'analysed in part', coalesce(a.url, a.pageUrl, n.articleId), unnest(n.partial), 'annotations'
from annotations n left join articles a on a.id = n.articleId
order by what, which, why

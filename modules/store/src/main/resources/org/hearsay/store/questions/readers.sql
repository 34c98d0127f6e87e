-- title: What is named, or quoted, in readers' comments only, not in the article above them?
-- note: Named: who or what, with a sentence that names it. Quoted: whom a reader quotes, with the words, where the article does not have these words.
-- option outlet [outlet]: only this outlet's readers: its id, or a part of its name
with named as (
  select m.articleId, 'named' as what, m.name, m.type, count(*) as times,
    count(distinct m.comment) as comments, min(m.sentence) as words
  from mentions m
  where m.voice = 'READER'
    and not exists (
      from mentions own
      where own.articleId = m.articleId and own.comment is null and own.clusterId = m.clusterId)
    -- The article names them in full, or one of them wrote it.
    and not exists (
      from articles a
      where a.id = m.articleId
        and contains(lower(concat_ws(chr(10), a.title, a.body, a.byline)), lower(m.name)))
    -- A reader whom another answers.
    and not exists (
      from comments c
      where c.articleId = m.articleId and contains(lower(c.author), lower(m.name)))
  group by m.articleId, m.clusterId, m.name, m.type
),
quoted as (
  select c.articleId, 'quoted' as what, coalesce(c.speakerName, c.sourceText) as name,
    c.speakerType as type, count(*) as times, count(distinct c.comment) as comments,
    c.contentText as words
  from claims c join articles a on a.id = c.articleId
  where c.voice = 'READER' and coalesce(c.speakerName, c.sourceText, '') <> ''
    and not contains(lower(a.body), lower(trim(c.contentText, ' "“”‘’''.,')))
  group by c.articleId, name, c.speakerType, c.contentText
)
select coalesce(a.outletName, a.outletId, '(unknown)') as outlet, r.what, r.name, r.type, r.times,
  r.comments, r.words
from (from named union all from quoted) r
join articles a on a.id = r.articleId
where is_called(a.outletId, a.outletName, $outlet)
order by r.what desc, r.times desc, outlet, r.name, r.words

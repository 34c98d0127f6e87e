-- title: Who denies what, and which outlets that write of them leave the denial out?
-- note: With --missing one row for an outlet that names who denies and has none of the denials, nor one by somebody who speaks for them (a NATO official for NATO), or that copied an article and dropped the denial from it. Articles: how many name them, or are such copies. CopyOf: where the denial stood. Words in brackets are what is denied, where the denial only points back to it.
-- option speaker [speaker]: only this one's denials: a catalogue id, or a part of a name
-- option outlet [outlet]: only what this outlet prints, or, with --missing, leaves out
-- option min_articles = 1: with --missing, articles at least in which an outlet names who denies
-- flag missing: outlets without the denial, in place of those with it
-- example: --missing --speaker "defence ministry"
with recursive every as (
  select c.id, c.articleId, coalesce(c.speakerId, c.speakerName) as who, c.speakerId,
    c.speakerName as speaker, c.cueText as cue, a.outletId,
    regexp_replace(lower(c.contentText), '[^\p{L}\p{N}]+', ' ', 'g').trim() as said, c.source, r.clusterId,
    coalesce(a.outletName, a.outletId, '(unknown)') as outlet,
    if(regexp_matches(lower(c.contentText), '^(that|this|it|so|them|those|these)$'),
      c.contentText || coalesce(' (' || nullif(regexp_extract(
        left(a.body, least(coalesce(c.source[1]."start", c.cue[1]."start"), c.cue[1]."start")),
        '(?:^|[.?!]["”’]?\s+|\n)([^\n.?!]+[.?!]?["”’]?)\s*$', 1), '') || ')', ''),
      c.contentText) as content
  from claims c
  join articles a on a.id = c.articleId
  left join cluster_reports r on r.claimId = c.id
  where c.denies and c.voice = 'OUTLET' and c.speakerName is not null
),
denials as (
  from every where is_called(speakerId, speaker, $speaker)
),
bodies(id, body) as (
  select id, who from every
  union
  select d.id, m.entityId
  from every d
  join mentions m on m.articleId = d.articleId and m.comment is null and m.entityId is not null
  where m.type in ('ORGANIZATION', 'MISSION', 'OUTLET')
    and len(list_filter(d.source, s -> m."start" >= s."start" and m."end" <= s."end")) > 0
),
copies(articleId, originId) as (
  select articleId, originId from lineage where direction <> 'UNDECIDED'
  union
  select c.articleId, l.originId from copies c join lineage l on l.articleId = c.originId
  where l.direction <> 'UNDECIDED'
),
dropped as (
  select a.outletId, coalesce(a.outletName, a.outletId, '(unknown)') as outlet, d.speaker, d.cue,
    d.content, d.who, count(distinct a.id) as articles, min(d.outlet) as copyOf
  from copies c
  join denials d on d.articleId = c.originId
  join articles a on a.id = c.articleId
  where c.articleId <> c.originId
    and not exists (
      from every own
      where own.articleId = c.articleId
        and (own.clusterId = d.clusterId or own.said = d.said))
    and not exists (
      from bodies b
      join bodies same on same.body = b.body
      join every own on own.id = same.id
      where b.id = d.id and own.articleId = c.articleId)
  group by all
),
told as (
  select who, any_value(speakerId) as speakerId, any_value(speaker) as speaker,
    min(content) as content, min(cue) as cue
  from denials group by who
),
having_it(who, outlet) as (
  select b.body, e.outlet from bodies b join every e on e.id = b.id
  union
  select d.who, e.outlet from denials d join every e on e.clusterId = d.clusterId
),
naming as (
  select t.who, a.outletId, coalesce(a.outletName, a.outletId) as outlet,
    count(distinct a.id) as articles
  from told t
  join mentions m on (m.entityId = t.speakerId or m.name = t.speaker) and m.comment is null
  join articles a on a.id = m.articleId
  group by all
)
select outlet, speaker, cue, content, count(distinct articleId) as articles, null as copyOf
from denials
where $missing is null and is_called(outletId, outlet, $outlet)
group by all
union all
select outlet, speaker, cue, content, articles, copyOf
from dropped
where $missing is not null and is_called(outletId, outlet, $outlet)
union all
select n.outlet, t.speaker, t.cue, t.content, n.articles, null
from naming n join told t on t.who = n.who
where $missing is not null and n.outlet is not null
  and not exists (from having_it h where h.who = n.who and h.outlet = n.outlet)
  and is_called(n.outletId, n.outlet, $outlet) and n.articles >= $min_articles::integer
  and not exists (from dropped d where d.outlet = n.outlet and d.who = n.who)
order by outlet, speaker, content

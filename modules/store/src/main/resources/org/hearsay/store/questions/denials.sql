-- title: Who denies what, and which outlets that write of them leave the denial out?
-- note: With --missing one row for an outlet that names who denies and has none of the denials, or that copied an article and dropped the denial from it. Articles: how many name them, or are such copies. CopyOf: where the denial stood. Words in brackets are what is denied, where the denial only points back to it.
-- option speaker [speaker]: only this one's denials: a catalogue id, or a part of a name
-- option outlet [outlet]: only what this outlet prints, or, with --missing, leaves out
-- option min_articles = 1: with --missing, articles at least in which an outlet names who denies
-- flag missing: outlets without the denial, in place of those with it
-- example: --missing --speaker "defence ministry"
with recursive denials as (
  select c.id, c.articleId, coalesce(c.speakerId, c.speakerName) as who, c.speakerId,
    c.speakerName as speaker, c.cueText as cue, c.contentText as said, a.outletId,
    coalesce(a.outletName, a.outletId, '(unknown)') as outlet,
    if(regexp_matches(lower(c.contentText), '^(that|this|it|so|them|those|these)$'),
      c.contentText || coalesce(' (' || nullif(regexp_extract(
        left(a.body, least(coalesce(c.source[1]."start", c.cue[1]."start"), c.cue[1]."start")),
        '(?:^|[.?!]["”’]?\s+|\n)([^\n.?!]+[.?!]?["”’]?)\s*$', 1), '') || ')', ''),
      c.contentText) as content
  from claims c join articles a on a.id = c.articleId
  where c.denies and c.voice = 'OUTLET' and c.speakerName is not null
    and is_called(c.speakerId, c.speakerName, $speaker)
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
      from denials own
      where own.articleId = c.articleId and (own.who = d.who or lower(own.said) = lower(d.said)))
  group by all
),
told as (
  select who, any_value(speakerId) as speakerId, any_value(speaker) as speaker,
    list(distinct outlet) as outlets, min(content) as content, min(cue) as cue
  from denials group by who
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
where $missing is not null and n.outlet is not null and not list_contains(t.outlets, n.outlet)
  and is_called(n.outletId, n.outlet, $outlet) and n.articles >= $min_articles::integer
  and not exists (from dropped d where d.outlet = n.outlet and d.who = n.who)
order by outlet, speaker, content

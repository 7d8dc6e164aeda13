create schema catalogue;

-- The standing of a procedure apart from its text: how common it is, for the order of lists.
create table catalogue.procedure (
  jurisdiction smallint not null,
  code text not null check (code ~ '^[0-9]\.[0-9]{6}$'),
  prominence smallint not null default 0 check (prominence between 0 and 100),
  primary key (jurisdiction, code)
);
create index procedure_by_prominence on catalogue.procedure (jurisdiction, prominence desc, code);

create table catalogue.procedure_version (
  jurisdiction smallint not null,
  version_id uuid not null,
  code text not null,
  number integer not null check (number > 0),
  valid daterange not null
    check (not isempty(valid) and lower(valid) is not null and lower_inc(valid)),
  origin text not null check (origin in ('shipped', 'edited', 'imported')),
  name text not null,
  name_en text,
  short_name text,
  short_name_en text,
  sector text not null,
  sector_en text,
  ministry text,
  levels text[] not null check (cardinality(levels) > 0),
  service_level text not null,
  routing text not null check (routing in ('here', 'ministry', 'mirrored')),
  routing_system text,
  content jsonb not null,
  content_hash text not null,
  published_at timestamptz not null,
  -- Words that lead to it beside its name: keywords, results, English names.
  search_more text not null,
  -- The same one by one, as search text: what is asked for in exactly these words is meant.
  search_terms text[] not null,
  search_name text not null generated always as (
    left(regexp_replace(platform.search_text(coalesce(short_name, name)), '^thu tuc ', ''), 150)
  ) stored,
  -- Typos are looked for in the beginning only: some names run over a page, and comparing costs by length.
  search_line text not null generated always as (
    left(platform.search_text(coalesce(short_name, left(name, 110)) || ' ' || search_more), 160)
  ) stored,
  search_sector text not null generated always as (platform.search_text(sector)) stored,
  search_words tsvector not null generated always as (
    setweight(to_tsvector('simple', platform.search_text(coalesce(short_name || ' ', '') || name)), 'A')
    || setweight(to_tsvector('simple', platform.search_text(search_more)), 'B')
    || setweight(to_tsvector('simple', platform.search_text(sector)), 'C')
  ) stored,
  primary key (jurisdiction, version_id),
  unique (jurisdiction, code, number),
  foreign key (jurisdiction, code) references catalogue.procedure,
  constraint one_version_in_force exclude using gist (jurisdiction with =, code with =, valid with &&)
);
create index procedure_version_by_words
  on catalogue.procedure_version using gin (search_words);
create index procedure_version_by_trigrams
  on catalogue.procedure_version using gin (search_line gin_trgm_ops);

-- What is published never changes; only its last day may be set or brought forward.
create function catalogue.keep_published() returns trigger
language plpgsql as $$
declare
  computed constant text[] := array['valid', 'search_name', 'search_line', 'search_sector', 'search_words'];
begin
  if tg_op = 'DELETE' then
    raise exception 'version % of % is published and is never deleted', old.number, old.code;
  end if;
  if to_jsonb(new) - computed <> to_jsonb(old) - computed or lower(new.valid) <> lower(old.valid)
    or not new.valid <@ old.valid
  then
    raise exception 'version % of % is published; only its last day may be brought forward', old.number, old.code;
  end if;
  return new;
end $$;
create trigger keep_published before update or delete on catalogue.procedure_version
  for each row execute function catalogue.keep_published();

-- Everyday words for official ones, both as search text: `so do` → `giay chung nhan quyen su dung dat`.
create table catalogue.search_synonym (
  jurisdiction smallint not null,
  phrase text not null,
  means text not null,
  primary key (jurisdiction, phrase, means)
);

/*
 * Ranked search over the versions in force on a day, for the jurisdiction of the session. Runs as the owner:
 * under row-level security `%` and `@@` may not use an index (not leakproof); its only reach is the public
 * text of procedures, and the jurisdiction is not an argument.
 * Order: exact code; a sector asked for by name (commonest first); else how well words and name match.
 */
create function catalogue.search_procedures(
  query text, on_day date, in_sector text, at_level text, after_score numeric, after_code text, row_limit integer
) returns table (version_id uuid, score numeric)
language plpgsql stable security definer -- plpgsql keeps the plan; making it costs more than running it
set search_path = pg_catalog, public, pg_temp
set pg_trgm.word_similarity_threshold = 0.5
set enable_seqscan = off -- a few thousand rows tempt the planner to read them all, and then every paper's text
as $$
#variable_conflict use_column
begin
  return query
  with asked as (
    select regexp_replace(platform.search_text(query), '^thu tuc ', '') as text
  ),
  wordings as materialized (
    select a.text, plainto_tsquery('simple', a.text) as words, 1.0 as weight from asked a where a.text <> ''
    union all
    select w.text, plainto_tsquery('simple', w.text), 0.9
    from asked a
    join catalogue.search_synonym s
      on s.jurisdiction = platform.current_jurisdiction() and ' ' || a.text || ' ' like '% ' || s.phrase || ' %'
    cross join lateral (
      select btrim(replace(' ' || a.text || ' ', ' ' || s.phrase || ' ', ' ' || s.means || ' ')) as text
    ) w
  ),
  -- Only what an index can answer; jurisdiction, days and filters come after, or the planner reads every row
  -- for their sake.
  as_typed as materialized (
    select c.jurisdiction, c.version_id, c.code, c.valid, c.sector, c.levels, c.search_sector, c.search_name, c.search_line,
      c.search_terms, c.search_words, w.text, w.words, w.weight
    from wordings w join catalogue.procedure_version c on c.search_words @@ w.words
  ),
  -- Typos are looked for where the words as typed lead to little.
  nearly as materialized (
    select c.jurisdiction, c.version_id, c.code, c.valid, c.sector, c.levels, c.search_sector, c.search_name, c.search_line,
      c.search_terms, c.search_words, w.text, w.words, w.weight
    from wordings w join catalogue.procedure_version c on w.text <% c.search_line
    where (select count(*) from as_typed) < 5
  ),
  hits as (
    select f.version_id, f.code, round((case
        when f.search_sector = f.text then 500
        else f.weight * (
          case when f.search_words @@ f.words then 20 else 0 end
          + case when f.search_name like '%' || f.text || '%' then 15 else 0 end
          + case when f.text = any (f.search_terms) then 30 else 0 end
          + 30 * word_similarity(f.text, f.search_line)
          + 30 * similarity(f.text, f.search_name)
          + 10 * ts_rank(f.search_words, f.words))
      end + p.prominence / 4.0)::numeric, 4) as score
    from (table as_typed union all table nearly) f
    join catalogue.procedure p on p.jurisdiction = f.jurisdiction and p.code = f.code
    where f.jurisdiction = platform.current_jurisdiction()
      and f.valid @> on_day
      and (in_sector is null or f.sector = in_sector)
      and (at_level is null or at_level = any (f.levels))
    union all
    select v.version_id, v.code, 1000 + p.prominence / 4.0
    from catalogue.procedure p
    join catalogue.procedure_version v on v.jurisdiction = p.jurisdiction and v.code = p.code
    where query ~ '^\s*[0-9]\.[0-9]{1,6}\s*$'
      and p.jurisdiction = platform.current_jurisdiction()
      and p.code >= btrim(query) and p.code < btrim(query) || 'a'
      and v.valid @> on_day
      and (in_sector is null or v.sector = in_sector)
      and (at_level is null or at_level = any (v.levels))
  ),
  best as (
    select h.version_id, h.code, max(h.score) as score from hits h group by h.version_id, h.code
  )
  select b.version_id, b.score from best b
  where after_score is null or b.score < after_score or (b.score = after_score and b.code > after_code)
  order by b.score desc, b.code
  limit row_limit;
end $$;
revoke execute on function catalogue.search_procedures(text, date, text, text, numeric, text, integer) from public;

select platform.wall('catalogue.procedure');
select platform.wall('catalogue.procedure_version');
select platform.wall('catalogue.search_synonym');
select platform.grant_app('catalogue');
revoke delete on catalogue.procedure_version from motcua_app;

-- Who looked at what is kept of somebody is asked without their own looks: they are left out before the page is cut.
drop function platform.reads_about(uuid[], text, timestamptz, timestamptz, text, timestamptz, uuid, integer);
create function platform.reads_about(
  subjects uuid[], reader text, not_by text[], since timestamptz, until timestamptz, name text, after_at timestamptz, after_id uuid, most integer
) returns setof platform.read
language sql stable security definer set search_path = pg_catalog, pg_temp
  set plan_cache_mode = force_custom_plan
begin atomic
  with about as materialized (
    select r from platform.read r
    where r.jurisdiction = platform.current_jurisdiction() and r.subject_ids && reads_about.subjects
  )
  select (about.r).* from about
  where (reads_about.reader is null or (about.r).actor_id = reads_about.reader)
    and (reads_about.not_by is null or (about.r).actor_id is null or (about.r).actor_id <> all (reads_about.not_by))
    and (reads_about.since is null or (about.r).recorded_at >= reads_about.since)
    and (reads_about.until is null or (about.r).recorded_at < reads_about.until)
    and (reads_about.name is null or starts_with((about.r).query, reads_about.name))
    and (reads_about.after_at is null
      or ((about.r).recorded_at, (about.r).read_id) < (reads_about.after_at, reads_about.after_id))
  order by (about.r).recorded_at desc, (about.r).read_id desc
  limit reads_about.most;
end;
revoke execute on function
  platform.reads_about(uuid[], text, text[], timestamptz, timestamptz, text, timestamptz, uuid, integer) from public;
grant execute on function
  platform.reads_about(uuid[], text, text[], timestamptz, timestamptz, text, timestamptz, uuid, integer) to motcua_app;

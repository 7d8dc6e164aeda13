/*
 * Readings about some things, newest first. Under the wall the application cannot use the index of subjects (`&&` is not leakproof, so
 * it is tested after the policy, on every row), so this reviewed function runs as the owner and holds the jurisdiction itself. All
 * readings about the things are found before the page is cut: a walk by time would look through everybody's.
 */
create function platform.reads_about(
  subjects uuid[], reader text, since timestamptz, until timestamptz, name text, after_at timestamptz, after_id uuid, most integer
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
    and (reads_about.since is null or (about.r).recorded_at >= reads_about.since)
    and (reads_about.until is null or (about.r).recorded_at < reads_about.until)
    and (reads_about.name is null or starts_with((about.r).query, reads_about.name))
    and (reads_about.after_at is null
      or ((about.r).recorded_at, (about.r).read_id) < (reads_about.after_at, reads_about.after_id))
  order by (about.r).recorded_at desc, (about.r).read_id desc
  limit reads_about.most;
end;
revoke execute on function
  platform.reads_about(uuid[], text, timestamptz, timestamptz, text, timestamptz, uuid, integer) from public;
grant execute on function
  platform.reads_about(uuid[], text, timestamptz, timestamptz, text, timestamptz, uuid, integer) to motcua_app;

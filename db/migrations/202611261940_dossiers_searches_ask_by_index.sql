-- As before, but whether a task lay in one of the units is asked of the index for each dossier found: without `offset 0` the planner
-- may choose to read all tasks into a hash first, which it does for a name that it thinks common.
create or replace function dossiers.search(code text, name text, units uuid[], sectors text[], most integer)
returns table (dossier_id uuid)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
  set plan_cache_mode = force_custom_plan
begin atomic
  select d.dossier_id from dossiers.dossier d
  where d.jurisdiction = platform.current_jurisdiction()
    and (d.code = search.code or d.foreign_code = search.code or d.search_text like '%' || search.name || '%')
    and (search.units is null or d.received_unit_id = any(search.units) or d.competent_unit_id = any(search.units)
      or d.sector = any(search.sectors)
      or exists (
        select from dossiers.task t
        where t.jurisdiction = d.jurisdiction and t.dossier_id = d.dossier_id and t.unit_id = any(search.units) offset 0))
  order by d.submitted_at desc, d.dossier_id desc
  limit search.most;
end;

create or replace function dossiers.search_matters(
  code text, name text, units uuid[], sectors text[], procedures text[], most integer
) returns table (dossier_id uuid)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
  set plan_cache_mode = force_custom_plan
begin atomic
  select d.dossier_id from dossiers.dossier d
  where d.jurisdiction = platform.current_jurisdiction()
    and (d.code = search_matters.code or d.foreign_code = search_matters.code
      or d.search_text like '%' || search_matters.name || '%')
    and (d.sector = any(search_matters.sectors) or d.procedure_code = any(search_matters.procedures))
    and (d.received_unit_id = any(search_matters.units) or d.competent_unit_id = any(search_matters.units)
      or exists (
        select from dossiers.task t
        where t.jurisdiction = d.jurisdiction and t.dossier_id = d.dossier_id and t.unit_id = any(search_matters.units)
        offset 0))
  order by d.submitted_at desc, d.dossier_id desc
  limit search_matters.most;
end;

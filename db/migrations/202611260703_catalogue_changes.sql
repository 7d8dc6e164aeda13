-- The feed of the catalogue: one row whenever the days of a version are set, in the order in which they became visible.
create table catalogue.change (
  jurisdiction smallint not null,
  change_id bigint generated always as identity,
  -- Paged by it below pg_snapshot_xmin, so that a late commit is never skipped.
  transaction_id xid8 not null default pg_current_xact_id(),
  code text not null,
  version_id uuid not null,
  kind text not null check (kind in ('published', 'closed', 'ended', 'withdrawn')),
  -- First day on which the catalogue reads otherwise.
  from_day date not null,
  primary key (jurisdiction, change_id)
);
create index change_feed on catalogue.change (jurisdiction, transaction_id, change_id);

insert into catalogue.change (jurisdiction, code, version_id, kind, from_day)
select v.jurisdiction, v.code, v.version_id, 'published', v.valid_from
from catalogue.procedure_version v
order by v.published_at, v.code, v.number;

create function catalogue.record_change() returns trigger
language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.valid = old.valid and new.ended is not distinct from old.ended then return null; end if;
  insert into catalogue.change (jurisdiction, code, version_id, kind, from_day)
  values (new.jurisdiction, new.code, new.version_id,
    case
      when tg_op = 'INSERT' then 'published'
      when isempty(new.valid) then 'withdrawn'
      when new.ended is not null then 'ended'
      else 'closed'
    end,
    case when tg_op = 'INSERT' or isempty(new.valid) then new.valid_from else upper(new.valid) end);
  return null;
end $$;
create trigger record_change after insert or update on catalogue.procedure_version
  for each row execute function catalogue.record_change();

select platform.wall('catalogue.change');
grant select, insert on catalogue.change to motcua_app;
grant usage on all sequences in schema catalogue to motcua_app;

create schema forms;

-- A definition in force from a day on. Rows are never changed: a corrected definition of the same day is a new
-- revision, so what a draft or dossier is pinned to stays what it was.
create table forms.form_version (
  jurisdiction smallint not null,
  form_version_id uuid not null,
  code text not null check (code <> ''),
  procedure_code text not null check (procedure_code <> ''),
  valid_from date not null,
  valid_to date,
  revision integer not null check (revision > 0),
  definition jsonb not null,
  content_hash text not null,
  published_at timestamptz not null,
  primary key (jurisdiction, form_version_id),
  check (valid_to is null or valid_to > valid_from)
);
create unique index form_version_revision on forms.form_version (jurisdiction, code, valid_from, revision);
create index form_version_in_force
  on forms.form_version (jurisdiction, procedure_code, valid_from desc, revision desc);

create function forms.refuse_change() returns trigger
language plpgsql as $$
begin
  raise exception 'a published form version does not change; load a new revision' using errcode = 'restrict_violation';
end $$;

create trigger form_version_is_immutable before update or delete on forms.form_version
  for each row execute function forms.refuse_change();

select platform.wall('forms.form_version');
select platform.grant_app('forms');
revoke update, delete on forms.form_version from motcua_app;

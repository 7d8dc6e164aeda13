-- Contact data put right here at the request of the person: what the identity provider says of them no longer overwrites it.
alter table identity.person add column corrected_fields text[] not null default '{}'
  check (corrected_fields <@ array['phone', 'email', 'address']);

create table identity.person_change (
  jurisdiction smallint not null,
  person_id uuid not null,
  change_id uuid not null,
  field text not null check (field in ('phone', 'email', 'address')),
  before_sealed text,
  correction_id uuid not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (jurisdiction, person_id, change_id)
);
select platform.wall('identity.person_change');
grant select, insert, update on identity.person_change to motcua_app;

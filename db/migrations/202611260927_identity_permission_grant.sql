-- A permission given to one person beyond their posts, within a scope and from a day to a day. Which may be given so is
-- identity/core/permissions.ts; ended ones stay as history.
create table identity.permission_grant (
  jurisdiction smallint not null,
  grant_id uuid not null,
  person_id uuid not null,
  permission text not null,
  scope text not null check (scope in ('own', 'unit', 'subtree', 'sector', 'jurisdiction')),
  unit_id uuid,
  sector text,
  valid_from date not null,
  valid_to date not null check (valid_to > valid_from),
  reason text not null,
  given_by uuid not null,
  given_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  end_reason text,
  primary key (jurisdiction, grant_id),
  foreign key (jurisdiction, person_id) references identity.person (jurisdiction, id),
  foreign key (jurisdiction, unit_id) references identity.unit (jurisdiction, id),
  foreign key (jurisdiction, given_by) references identity.account (jurisdiction, id),
  foreign key (jurisdiction, ended_by) references identity.account (jurisdiction, id),
  check ((scope in ('unit', 'subtree')) = (unit_id is not null)),
  check ((scope = 'sector') = (sector is not null)),
  check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (end_reason is null))
);
-- Asked at every request of an officer.
create index permission_grant_by_person on identity.permission_grant (jurisdiction, person_id) where ended_at is null;
-- Two hands giving the same at once give it once.
alter table identity.permission_grant add constraint given_once exclude using gist (
  jurisdiction with =, person_id with =, permission with =, scope with =,
  coalesce(unit_id, '00000000-0000-0000-0000-000000000000') with =, coalesce(sector, '') with =,
  daterange(valid_from, valid_to) with &&
) where (ended_at is null);

select platform.wall('identity.permission_grant');
select platform.grant_app('identity');

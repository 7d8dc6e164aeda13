-- What an officer wrote as the reason of a deed on an account, a unit or a reorganisation. Free text may name people and say
-- things of them: it stands here, where it can be erased, and the sealed journal holds the id alone.
create table identity.stated_reason (
  jurisdiction smallint not null,
  reason_id uuid not null,
  subject_id uuid not null,
  command text not null,
  reason text not null,
  stated_at timestamptz not null,
  stated_by uuid not null,
  primary key (jurisdiction, reason_id)
);
create index stated_reason_by_subject on identity.stated_reason (jurisdiction, subject_id, stated_at desc, reason_id desc);
create index stated_reason_by_time on identity.stated_reason (jurisdiction, stated_at);
select platform.wall('identity.stated_reason');
grant select, insert, delete on identity.stated_reason to motcua_app;

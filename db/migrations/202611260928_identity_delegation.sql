-- A power of one post lent to a person: "ủy quyền" (authorised, TUQ.) or "ký thay" in assigned fields (signingFor, KT.).
-- "Phân công xử lý thay" is neither: it lends the work and never a power (dossiers.substitution).
create table identity.delegation (
  jurisdiction smallint not null,
  delegation_id uuid not null,
  kind text not null check (kind in ('authorised', 'signingFor')),
  principal_post_id uuid not null,
  delegate_person_id uuid not null,
  -- The delegation this one was passed on from; lives no longer than that one.
  passed_on_from uuid,
  decision_number text not null check (decision_number <> ''),
  decision_on date not null,
  from_on date not null check (from_on >= decision_on),
  -- The first day on which it no longer holds.
  until_on date not null check (until_on > from_on),
  acts text[] not null check (cardinality(acts) > 0),
  -- Matters it is limited to, one or the other; both empty: every matter of the unit.
  sectors text[] not null,
  procedures text[] not null,
  may_pass_on boolean not null,
  created_by uuid not null,
  created_at timestamptz not null,
  -- Nothing works before the delegate has accepted.
  accepted_at timestamptz,
  declined_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  end_reason text,
  primary key (jurisdiction, delegation_id),
  foreign key (jurisdiction, principal_post_id) references identity.post (jurisdiction, id),
  foreign key (jurisdiction, delegate_person_id) references identity.person (jurisdiction, id),
  foreign key (jurisdiction, passed_on_from) references identity.delegation (jurisdiction, delegation_id),
  check (accepted_at is null or declined_at is null),
  check (not may_pass_on or passed_on_from is null),
  -- Who signs by authority does not authorise others to sign (NĐ 30/2020, Điều 13).
  check (not (may_pass_on or passed_on_from is not null) or acts <@ array['work', 'assign'])
);
create index delegation_by_delegate on identity.delegation (jurisdiction, delegate_person_id, until_on);
create index delegation_by_principal on identity.delegation (jurisdiction, principal_post_id, until_on);
create index delegation_newest on identity.delegation (jurisdiction, created_at desc, delegation_id desc);

select platform.wall('identity.delegation');
select platform.grant_app('identity');

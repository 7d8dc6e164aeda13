-- A citizen lets somebody hand in for them: one dossier, or all until a day. The code is what they give the helper; only its hash is here.
create table identity.helper_consent (
  jurisdiction smallint not null,
  id uuid not null,
  principal_person_id uuid not null,
  scope text not null check (scope in ('dossier', 'period')),
  until_on date not null,
  given_how text not null check (given_how in ('ownSignIn', 'atCounter')),
  given_by uuid not null,
  given_at timestamptz not null,
  code_hash bytea not null,
  code_until timestamptz not null,
  helper_account_id uuid,
  redeemed_at timestamptz,
  used_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid,
  primary key (jurisdiction, id),
  unique (jurisdiction, code_hash),
  foreign key (jurisdiction, principal_person_id) references identity.person (jurisdiction, id),
  foreign key (jurisdiction, given_by) references identity.account (jurisdiction, id),
  foreign key (jurisdiction, helper_account_id) references identity.account (jurisdiction, id),
  check ((helper_account_id is null) = (redeemed_at is null)),
  check ((revoked_at is null) = (revoked_by is null))
);
create index helper_consent_by_principal on identity.helper_consent (jurisdiction, principal_person_id);
create index helper_consent_by_helper on identity.helper_consent (jurisdiction, helper_account_id)
  where helper_account_id is not null;
create index helper_consent_by_giver on identity.helper_consent (jurisdiction, given_by);
select platform.wall('identity.helper_consent');
select platform.grant_app('identity');

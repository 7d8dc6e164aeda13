-- How an account proves itself beyond its password. A secret is sealed; a code or a counter is good once.
create table identity.second_factor (
  jurisdiction smallint not null,
  id uuid not null,
  account_id uuid not null,
  kind text not null check (kind in ('totp', 'passkey')),
  label text not null,
  secret_sealed text,
  last_step bigint,
  credential_id text,
  public_key bytea,
  sign_count bigint,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  last_used_at timestamptz,
  removed_at timestamptz,
  primary key (jurisdiction, id),
  foreign key (jurisdiction, account_id) references identity.account (jurisdiction, id),
  check (case kind
    when 'totp' then secret_sealed is not null and credential_id is null
    else credential_id is not null and public_key is not null and sign_count is not null end)
);
create index second_factor_by_account on identity.second_factor (jurisdiction, account_id) where removed_at is null;
create unique index second_factor_credential on identity.second_factor (jurisdiction, credential_id)
  where credential_id is not null and removed_at is null;

-- Each opens once when the device is lost; only hashes are stored.
create table identity.recovery_code (
  jurisdiction smallint not null,
  account_id uuid not null,
  code_hash bytea not null,
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (jurisdiction, account_id, code_hash),
  foreign key (jurisdiction, account_id) references identity.account (jurisdiction, id)
);

alter table identity.session
  add column needs_factor boolean not null default false,
  add column password_at timestamptz,
  add column factor_at timestamptz,
  -- The passkey challenge under way in this session, good once.
  add column challenge text,
  add column challenge_until timestamptz;

select platform.wall('identity.second_factor');
select platform.wall('identity.recovery_code');
select platform.grant_app('identity');

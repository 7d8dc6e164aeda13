-- Whom of the province's issuer an officer has said to be. Gone when taken back; the journal remembers.
create table identity.province_link (
  jurisdiction smallint not null,
  account_id uuid not null,
  issuer text not null,
  subject text not null,
  linked_at timestamptz not null,
  primary key (jurisdiction, account_id),
  unique (jurisdiction, issuer, subject),
  foreign key (jurisdiction, account_id) references identity.account (jurisdiction, id)
);

-- `office`: gone to the province's issuer, to sign in or, with a session, to prove oneself anew. `officeLink`: somebody came back
-- whom no account is linked to.
alter table identity.sign_in_flow
  add column session_id uuid,
  add column sent_at timestamptz,
  drop constraint sign_in_flow_stage_check,
  add constraint sign_in_flow_stage_check check (stage in ('started', 'confirm', 'merge', 'office', 'officeLink'));

alter table identity.session add column by_province boolean not null default false;

select platform.wall('identity.province_link');
select platform.grant_app('identity');

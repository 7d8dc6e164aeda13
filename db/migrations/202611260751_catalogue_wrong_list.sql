-- "Báo danh mục sai": what somebody found wrong in a published text, and what procedure control answered. Neither is ever
-- changed. `link_token` lets whoever sent it see the answer without signing in: whoever reads this table reads the words too.
create table catalogue.wrong_list_report (
  jurisdiction smallint not null,
  report_id uuid not null,
  version_id uuid not null,
  code text not null check (code ~ '^[0-9]\.[0-9]{6}$'),
  part text not null check (part in ('paper', 'time', 'fee', 'agency', 'other')),
  component_key text check (length(component_key) between 1 and 200),
  body text not null check (length(body) between 1 and 4000),
  reporter_kind text not null check (reporter_kind in ('officer', 'citizen', 'anonymous')),
  reporter_account uuid,
  -- Unit of the officer who reported it; null for a citizen.
  reporter_unit uuid,
  dossier_id uuid,
  dossier_code text,
  link_token text not null check (length(link_token) = 43),
  received_at timestamptz not null,
  due_at timestamptz not null,
  primary key (jurisdiction, report_id),
  unique (jurisdiction, link_token),
  foreign key (jurisdiction, version_id) references catalogue.procedure_version,
  check ((reporter_kind = 'anonymous') = (reporter_account is null)),
  check ((reporter_kind = 'officer') = (reporter_unit is not null)),
  check ((dossier_id is null) = (dossier_code is null)),
  check (component_key is null or part = 'paper')
);
create index wrong_list_report_by_due on catalogue.wrong_list_report (jurisdiction, due_at, report_id);
create index wrong_list_report_by_unit on catalogue.wrong_list_report (jurisdiction, reporter_unit, due_at);
create index wrong_list_report_by_procedure on catalogue.wrong_list_report (jurisdiction, code, due_at);
create index wrong_list_report_by_account on catalogue.wrong_list_report (jurisdiction, reporter_account, due_at);

-- One answer a report: the key decides between two who answer at once.
create table catalogue.wrong_list_answer (
  jurisdiction smallint not null,
  report_id uuid not null,
  answer text not null check (answer in ('accepted', 'rejected', 'alreadyCorrected')),
  body text not null check (length(body) between 1 and 4000),
  answered_at timestamptz not null,
  answered_by uuid not null,
  primary key (jurisdiction, report_id),
  foreign key (jurisdiction, report_id) references catalogue.wrong_list_report
);

create function catalogue.keep_reported() returns trigger
language plpgsql as $$
begin
  raise exception 'report % and its answer are never changed', old.report_id using errcode = 'restrict_violation';
end $$;
create trigger keep_reported before update or delete on catalogue.wrong_list_report
  for each row execute function catalogue.keep_reported();
create trigger keep_reported before update or delete on catalogue.wrong_list_answer
  for each row execute function catalogue.keep_reported();

select platform.wall('catalogue.wrong_list_report');
select platform.wall('catalogue.wrong_list_answer');
grant select, insert on catalogue.wrong_list_report, catalogue.wrong_list_answer to motcua_app;

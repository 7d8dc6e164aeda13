create schema payments;

-- Money taken at a counter: the amount, what it was for, and the number of the receipt handed over.
create table payments.counter_receipt (
  jurisdiction smallint not null,
  receipt_id uuid not null,
  dossier_id uuid not null,
  unit_id uuid not null,
  receipt_number text not null check (receipt_number <> ''),
  amount bigint not null check (amount >= 0),
  lines jsonb not null,
  collected_by uuid not null,
  collected_at timestamptz not null,
  primary key (jurisdiction, receipt_id)
);
create unique index counter_receipt_number on payments.counter_receipt (jurisdiction, unit_id, receipt_number);
create index counter_receipt_by_dossier on payments.counter_receipt (jurisdiction, dossier_id, collected_at);

select platform.wall('payments.counter_receipt');
select platform.grant_app('payments');

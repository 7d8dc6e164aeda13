-- Columns of the office's list of procedures as a person last chose them.
create table catalogue.list_columns (
  jurisdiction smallint not null,
  account_id uuid not null,
  columns text[] not null check (cardinality(columns) <= 20),
  saved_at timestamptz not null,
  primary key (jurisdiction, account_id)
);
select platform.wall('catalogue.list_columns');
grant select, insert, update on catalogue.list_columns to motcua_app;

-- A forecast is told from what is stored beside it (rule, log, version of the calendar, none of which changes), so its
-- sentences need not be written again with every count: the row stays a line, and a changed calendar is saved in a moment.
alter table dossiers.clock drop column forecast,
  add column undecided boolean not null default false;

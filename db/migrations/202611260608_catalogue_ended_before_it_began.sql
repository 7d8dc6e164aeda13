-- A decision may end a procedure whose only version had not begun: who ended it stands on the withdrawn version.
alter table catalogue.procedure_version
  drop constraint procedure_version_check,
  add constraint procedure_version_ended_has_a_day
    check (ended is null or isempty(valid) or upper(valid) is not null);

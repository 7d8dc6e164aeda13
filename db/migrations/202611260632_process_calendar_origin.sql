-- Who wrote a version of a calendar in the office, and why (the decision it follows).
alter table process.calendar_version
  add column calendar_version_id uuid,
  add column recorded_by uuid,
  add column note text;

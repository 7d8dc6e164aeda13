-- A file whose retention ran out: its row stays for what points at it, without name and without the way to its content.
alter table documents.file add column erased_at timestamptz;

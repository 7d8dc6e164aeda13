-- What is known of an upload's content: waiting for the scanner; looked at and clean or infected; or unscanned, because nobody
-- scanned when it came, or because the scanner does not take contents so large (scanned_at says when it said so).
alter table documents.file
  add column scan_state text check (scan_state in ('waiting', 'clean', 'infected', 'unscanned')),
  add column scanned_at timestamptz,
  -- What the scanner calls what it found.
  add column scan_finding text;
update documents.file set scan_state = 'unscanned' where purpose = 'upload';
alter table documents.file
  add constraint file_scan_of_uploads check ((purpose = 'upload') = (scan_state is not null)),
  add constraint file_scan_finding check ((scan_state is not distinct from 'infected') = (scan_finding is not null));

create index file_to_scan on documents.file (jurisdiction, uploaded_at, file_id)
  where scan_state in ('waiting', 'unscanned') and erased_at is null;

-- Asked before a content is put into quarantine, over all jurisdictions like documents.content_is_named: somebody may still open it.
create function documents.content_is_open(content_sha256 text) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
return exists (
  select from documents.file f
  where f.sha256 = content_sha256 and f.scan_state is distinct from 'infected' and f.erased_at is null
);
revoke execute on function documents.content_is_open(text) from public;

select platform.grant_app('documents');

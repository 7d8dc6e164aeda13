-- The key that opens the files is made here; the id of the request, which the browser sends, only says that it was used.
alter table dossiers.unmasking add column request_id uuid;
update dossiers.unmasking set request_id = unmasking_id;
alter table dossiers.unmasking alter column request_id set not null;
create unique index unmasking_by_request on dossiers.unmasking (jurisdiction, account_id, request_id);

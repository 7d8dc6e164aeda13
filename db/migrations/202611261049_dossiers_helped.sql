-- Filled in and handed in by a helper under their principal's consent.
alter table dossiers.draft add column consent_id uuid;
alter table dossiers.dossier add column consent_id uuid, add column helper_account_id uuid,
  add constraint dossier_helped check ((consent_id is null) = (helper_account_id is null));
create index dossier_by_helper on dossiers.dossier (jurisdiction, helper_account_id, submitted_at desc, dossier_id desc)
  where helper_account_id is not null;

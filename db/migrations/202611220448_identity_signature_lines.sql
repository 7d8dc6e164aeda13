-- Lines above the name on a signed paper: {"KT. CHỦ TỊCH","PHÓ CHỦ TỊCH"}; empty for posts that sign nothing.
alter table identity.post add column signature_lines text[] not null default '{}';

-- Whether a file is the paper of a decision is asked whenever an officer opens a file.
create index decision_by_file on catalogue.decision (jurisdiction, file_id) where file_id is not null;

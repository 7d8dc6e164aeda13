import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { type Connection, many, maybeOne, one, type Tx } from '../../../platform/database.ts';
import type { DraftContent } from '../core/editing/draft-content.ts';

/** A working copy as stored. `bpmn` set: the diagram is the authority and the rows are derived from it. */
export interface StoredDraft {
  readonly draft_id: Id<'processDraft'>;
  readonly process: string;
  readonly base_version_id: Id<'processVersion'> | null;
  readonly content: DraftContent;
  readonly bpmn: string | null;
  readonly state: 'draft' | 'published' | 'discarded';
  readonly version: number;
  readonly created_at: Date;
  readonly saved_at: Date;
  readonly saved_by: Id<'account'>;
  readonly published_version_id: Id<'processVersion'> | null;
}

const columns =
  sql.raw(`draft_id, process, base_version_id, content, bpmn, state, version, created_at, saved_at,
  saved_by, published_version_id`);

/** A draft by its id, in whatever state. */
export function findDraft(connection: Connection, draftId: string): Promise<StoredDraft | undefined> {
  return maybeOne(
    connection,
    sql<StoredDraft>`
      select ${columns} from process.process_draft
      where jurisdiction = platform.current_jurisdiction() and draft_id = ${draftId}
    `,
  );
}

/** The same, locked until the transaction ends. */
export function lockDraft(tx: Tx, draftId: string): Promise<StoredDraft | undefined> {
  return maybeOne(
    tx,
    sql<StoredDraft>`
      select ${columns} from process.process_draft
      where jurisdiction = platform.current_jurisdiction() and draft_id = ${draftId}
      for update
    `,
  );
}

/** The one draft of a process that is being written. */
export function findOpenDraft(connection: Connection, process: string): Promise<StoredDraft | undefined> {
  return maybeOne(
    connection,
    sql<StoredDraft>`
      select ${columns} from process.process_draft
      where jurisdiction = platform.current_jurisdiction() and process = ${process} and state = 'draft'
    `,
  );
}

/** All drafts being written, the last saved first. */
export function openDrafts(connection: Connection): Promise<readonly StoredDraft[]> {
  return many(
    connection,
    sql<StoredDraft>`
      select ${columns} from process.process_draft
      where jurisdiction = platform.current_jurisdiction() and state = 'draft'
      order by saved_at desc, draft_id
    `,
  );
}

/** Adds a draft; undefined when another one of the process is being written. */
export async function insertDraft(
  tx: Tx,
  ctx: CommandContext,
  by: Id<'account'>,
  draft: Pick<StoredDraft, 'draft_id' | 'process' | 'base_version_id' | 'content' | 'bpmn'>,
): Promise<boolean> {
  const row = await maybeOne(
    tx,
    sql<{ version: number }>`
      insert into process.process_draft (jurisdiction, draft_id, process, base_version_id, content, bpmn, state, version,
        created_at, created_by, saved_at, saved_by)
      values (${ctx.jurisdiction}, ${draft.draft_id}, ${draft.process}, ${draft.base_version_id},
        ${JSON.stringify(draft.content)}::jsonb, ${draft.bpmn}, 'draft', 1, ${ctx.now}, ${by}, ${ctx.now}, ${by})
      on conflict (jurisdiction, process) where state = 'draft' do nothing
      returning version
    `,
  );
  return row !== undefined;
}

/** Writes a locked draft back under the next version, which is returned. */
export async function updateDraft(
  tx: Tx,
  ctx: CommandContext,
  by: Id<'account'>,
  draft: StoredDraft,
  change: Partial<Pick<StoredDraft, 'content' | 'bpmn' | 'state' | 'published_version_id'>>,
): Promise<number> {
  const next = { ...draft, ...change };
  const row = await one(
    tx,
    sql<{ version: number }>`
      update process.process_draft
      set content = ${JSON.stringify(next.content)}::jsonb, bpmn = ${next.bpmn}, state = ${next.state},
        published_version_id = ${next.published_version_id}, version = version + 1, saved_at = ${ctx.now}, saved_by = ${by}
      where jurisdiction = ${ctx.jurisdiction} and draft_id = ${draft.draft_id}
      returning version
    `,
  );
  return row.version;
}

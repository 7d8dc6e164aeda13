import { sql } from 'kysely';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { type Database, many } from '../../../platform/database.ts';
import { formatDateTime } from '../../../texts/format.ts';
import { hasText, translate } from '../../../texts/translate.ts';

/** What the inbox keeps of somebody, newest first: for a copy of their data. */
export async function keptMessages(
  db: Database,
  subject: { readonly jurisdiction: Jurisdiction; readonly accountIds: readonly Id<'account'>[] },
) {
  const rows = await many(
    db,
    sql<{ text_key: string; facts: Readonly<Record<string, string>>; created_at: Date }>`
      select text_key, facts, created_at from notifications.message
      where jurisdiction = ${subject.jurisdiction} and account_id = any(${[...subject.accountIds]}::uuid[])
      order by created_at desc, message_id desc`,
  );
  if (rows.length === 0) return [];
  const items = rows.map((row) => ({
    title: formatDateTime(row.created_at),
    facts: [
      {
        label: translate('vi', 'privacy.fact.message'),
        value: hasText(row.text_key) ? translate('vi', row.text_key, row.facts) : row.text_key,
      },
    ],
  }));
  return [{ key: 'messages', title: translate('vi', 'privacy.section.messages'), items }];
}

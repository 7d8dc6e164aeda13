import { sql } from 'kysely';
import { z } from 'zod';
import type { Jurisdiction } from '../../../kernel/id.ts';
import { searchText } from '../../../kernel/search-text.ts';
import type { Tx } from '../../../platform/database.ts';

/** An everyday word and what the law calls it: `sổ đỏ` → `giấy chứng nhận quyền sử dụng đất`. */
export const searchSynonym = z.strictObject({
  phrase: z.string().trim().min(2),
  means: z.string().trim().min(2),
});
export type SearchSynonym = z.infer<typeof searchSynonym>;

/** Makes these the synonyms of the search: adds what is missing, removes what is no longer among them. */
export async function saveSynonyms(
  tx: Tx,
  jurisdiction: Jurisdiction,
  synonyms: readonly SearchSynonym[],
): Promise<void> {
  const rows = JSON.stringify(
    synonyms.map(({ phrase, means }) => ({ phrase: searchText(phrase), means: searchText(means) })),
  );
  await sql`
    delete from catalogue.search_synonym s
    where s.jurisdiction = ${jurisdiction} and not exists (
      select from jsonb_to_recordset(${rows}::jsonb) as r(phrase text, means text)
      where r.phrase = s.phrase and r.means = s.means)
  `.execute(tx);
  await sql`
    insert into catalogue.search_synonym (jurisdiction, phrase, means)
    select distinct ${jurisdiction}::smallint, r.phrase, r.means
    from jsonb_to_recordset(${rows}::jsonb) as r(phrase text, means text)
    on conflict do nothing
  `.execute(tx);
}

import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id, NewId } from '../../../kernel/id.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { maybeOne, type Tx } from '../../../platform/database.ts';
import type { Seal } from '../../../platform/sealed-text.ts';

/** Where the seal binds what a contact was before it was put right. */
export const changeContext = 'identity.person_change.before';

const shapes = {
  phone: z.string().regex(/^0\d{9,10}$/),
  email: z.email().max(200),
  address: z.string().min(3).max(500),
};

export interface CorrectedContact {
  readonly correctionId: string;
  readonly personId: Id<'person'>;
  readonly field: keyof typeof shapes;
  readonly value: string;
}

/** Puts a contact of a person right for good: the next sign-in does not bring the old one back. By whoever has authorised. */
export async function correctContact(
  deps: { readonly seal: Seal; readonly newId: NewId },
  tx: Tx,
  ctx: CommandContext,
  { correctionId, personId, field, value }: CorrectedContact,
): Promise<Result<null>> {
  if (!shapes[field].safeParse(value).success) {
    const type = 'identity.contact-wrong';
    return refuse('invalid', type, { fields: [{ pointer: '/value', type }] });
  }
  const column = sql.ref(field);
  const before = await maybeOne(
    tx,
    sql<{ text: string | null }>`
      select ${column} as text from identity.person
      where jurisdiction = ${ctx.jurisdiction} and id = ${personId} for update`,
  );
  if (!before) return refuse('not-found', 'identity.person-unknown');
  const { actor } = ctx;
  await sql`
    insert into identity.person_change (jurisdiction, person_id, change_id, field, before_sealed, correction_id,
      changed_at, changed_by)
    values (${ctx.jurisdiction}, ${personId}, ${deps.newId<'personChange'>()}, ${field},
      ${before.text === null ? null : deps.seal.seal(before.text, changeContext)}, ${correctionId}, ${ctx.now},
      ${actor.kind === 'officer' ? actor.accountId : null})`.execute(tx);
  await sql`
    update identity.person
    set ${column} = ${value.normalize('NFC')},
      corrected_fields = (select array_agg(distinct f) from unnest(corrected_fields || ${field}::text) f)
    where jurisdiction = ${ctx.jurisdiction} and id = ${personId}`.execute(tx);
  return ok(null);
}

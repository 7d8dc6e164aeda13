import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Jurisdiction, NewId } from '../../../kernel/id.ts';
import { type PlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import { type Connection, many, type Tx } from '../../../platform/database.ts';
import type { Listed, ListFacts, ListLine, ListName } from '../core/lists/list-entry.ts';
import type { DecisionRow } from './decisions.ts';

/** On which lists a procedure is on a day, in a fixed order. */
export async function listsOf(
  db: Connection,
  jurisdiction: Jurisdiction,
  code: string,
  on: PlainDate,
): Promise<readonly Listed[]> {
  return many(
    db,
    sql<Listed>`
      select e.facts, e.source from catalogue.list_entry e
      where e.jurisdiction = ${jurisdiction} and e.code = ${code} and e.valid @> ${on}::date
      order by e.list
    `,
  );
}

/** Makes these the changes of lists that a locked decision brings. */
export async function writeListLines(
  tx: Tx,
  jurisdiction: Jurisdiction,
  decisionId: string,
  lines: readonly ListLine[],
): Promise<void> {
  await sql`
    delete from catalogue.decision_list_line l
    where l.jurisdiction = ${jurisdiction} and l.decision_id = ${decisionId}
  `.execute(tx);
  const rows = lines.map((line) =>
    line.change === 'add'
      ? { list: line.facts.list, code: line.code, change: line.change, facts: line.facts }
      : { list: line.list, code: line.code, change: line.change, facts: {} },
  );
  await sql`
    insert into catalogue.decision_list_line (jurisdiction, decision_id, list, code, change, facts)
    select ${jurisdiction}, ${decisionId}, r.list, r.code, r.change, r.facts
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(list text, code text, change text, facts jsonb)
  `.execute(tx);
}

/** A change of a list with what is known of its procedure on the day. */
export interface ListLineRow {
  readonly list: ListName;
  readonly code: string;
  readonly change: ListLine['change'];
  readonly facts: ListFacts;
  readonly name: string | null;
  /** On the list on the day, or from a later one on. */
  readonly listed: boolean;
}

export function listLinesOf(
  db: Connection,
  jurisdiction: Jurisdiction,
  decisionId: string,
  from: PlainDate,
): Promise<readonly ListLineRow[]> {
  return many(
    db,
    sql<ListLineRow>`
      select l.list, l.code, l.change, l.facts, v.name,
        exists (
          select from catalogue.list_entry e
          where e.jurisdiction = l.jurisdiction and e.list = l.list and e.code = l.code
            and e.valid && daterange(${from}::date, null)
        ) as listed
      from catalogue.decision_list_line l
      left join lateral (
        select p.name from catalogue.procedure_version p
        where p.jurisdiction = l.jurisdiction and p.code = l.code order by p.number desc limit 1
      ) v on true
      where l.jurisdiction = ${jurisdiction} and l.decision_id = ${decisionId}
      order by l.list, l.code
    `,
  );
}

/** Carries the changes out from a day: what was said of the procedure on that list for days from then on is over. */
export async function changeLists(
  tx: Tx,
  ctx: CommandContext,
  newId: NewId,
  decision: DecisionRow,
  from: PlainDate,
  lines: readonly ListLineRow[],
): Promise<void> {
  const today = plainDateOf(ctx.now);
  const rows = JSON.stringify(
    lines.map(({ list, code, change, facts }) => ({ id: newId<'listEntry'>(), list, code, change, facts })),
  );
  const touched = sql`
    from jsonb_to_recordset(${rows}::jsonb) as r(list text, code text)
    where e.jurisdiction = ${ctx.jurisdiction} and e.list = r.list and e.code = r.code`;
  await sql`
    delete from catalogue.list_entry e using jsonb_to_recordset(${rows}::jsonb) as r(list text, code text)
    where e.jurisdiction = ${ctx.jurisdiction} and e.list = r.list and e.code = r.code and lower(e.valid) >= ${from}
  `.execute(tx);
  await sql`
    update catalogue.list_entry e
    set valid = daterange(lower(e.valid), ${from}), removed_by = ${decision.decision_id}, amended_on = ${today}
    ${touched} and e.valid && daterange(${from}::date, null)
  `.execute(tx);
  await sql`
    insert into catalogue.list_entry
      (jurisdiction, entry_id, list, code, valid, facts, decision_id, source, amended_on)
    select ${ctx.jurisdiction}, r.id, r.list, r.code, daterange(${from}::date, null), r.facts, ${decision.decision_id},
      ${decision.number}, ${today}
    from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, list text, code text, change text, facts jsonb)
    where r.change = 'add'
  `.execute(tx);
}

import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { searchText } from '../../../kernel/search-text.ts';
import { one, type Tx } from '../../../platform/database.ts';
import type { SubmissionChannel } from '../contract.ts';
import type { CodeFrame } from '../core/code-pattern.ts';
import type { ListedComponent } from '../core/intake.ts';
import type { NewLetter } from './letters.ts';
import type { PartyRow } from './parties.ts';
import type { NewPart } from './parts.ts';
import type { NewPostalItem } from './postal-items.ts';
import type { NewTask } from './tasks.ts';

export interface NewDossier {
  readonly dossierId: Id<'dossier'>;
  readonly channel: SubmissionChannel;
  readonly lastSeq: number;
  readonly procedureVersionId: Id<'procedureVersion'>;
  readonly processVersionId: Id<'processVersion'>;
  readonly formVersionId: Id<'formVersion'> | undefined;
  readonly procedureCode: string;
  readonly procedureName: string;
  readonly sector: string;
  /** By which decision it is an essential service today. */
  readonly essentialBy: string | undefined;
  readonly caseKey: string;
  readonly caseAnswers: Readonly<Record<string, string>>;
  readonly helpedUnitId: Id<'unit'> | undefined;
  readonly receivedUnitId: Id<'unit'>;
  readonly competentUnitId: Id<'unit'>;
  /** Sealed. */
  readonly answers: Readonly<Record<string, unknown>>;
  readonly parties: readonly PartyRow[];
  readonly secondFacts: readonly string[];
  readonly components: readonly ListedComponent[];
  /** The other procedures it carries. */
  readonly parts: readonly NewPart[];
  /** What travels by the public post. */
  readonly post: readonly NewPostalItem[];
  readonly submitterAccountId: Id<'account'> | undefined;
  /** Where a helper hands it in: under which consent, and whose account. */
  readonly consentId: string | undefined;
  readonly helperAccountId: Id<'account'> | undefined;
  readonly answerDueAt: Date | undefined;
  readonly intakeTask: NewTask;
  /** The draft it was, whose files become the dossier's. */
  readonly draftId: Id<'draft'> | undefined;
  /** The letter asked for with it, whose job is enqueued already. */
  readonly letter: NewLetter | undefined;
}

/**
 * Writes a whole new dossier in one statement and gives it the next code of its agency's day. The counter row is locked
 * only here, so that submissions to one agency wait for each other as briefly as possible; the number rolls back with
 * the transaction, so none is ever missing.
 */
export async function insertDossier(
  tx: Tx,
  ctx: CommandContext,
  dossier: NewDossier,
  frame: CodeFrame,
): Promise<string> {
  const owner = dossier.parties.find((party) => party.role === 'owner');
  if (!owner) throw new Error('a dossier has an owner');
  const versions = {
    procedureVersionId: dossier.procedureVersionId,
    processVersionId: dossier.processVersionId,
    formVersionId: dossier.formVersionId ?? null,
  };
  const { intakeTask: task, letter } = dossier;
  const row = await one(
    tx,
    sql<{ code: string }>`
      with counter as (
        insert into dossiers.number_counter as c (jurisdiction, series, unit_id, period, last_number)
        values (${ctx.jurisdiction}, 'code', ${dossier.competentUnitId}, ${plainDateOf(ctx.now)}, 1)
        on conflict (jurisdiction, series, unit_id, period) do update set last_number = c.last_number + 1
        returning last_number
      ), numbered as (
        select ${frame.before}::text
          || lpad(last_number::text, greatest(${frame.width}::int, length(last_number::text)), '0')
          || ${frame.after}::text as code
        from counter
      ), dossier as (
        insert into dossiers.dossier (jurisdiction, dossier_id, code, channel, phase, version, last_seq, submitted_under,
          procedure_version_id, process_version_id, form_version_id, procedure_code, procedure_name, sector, case_key,
          case_answers, helped_unit_id, received_unit_id, competent_unit_id, return_unit_id, owner_name, search_text,
          second_facts, answers, submitter_account_id, submitted_at, answer_due_at, consent_id, helper_account_id,
          essential_by)
        select ${ctx.jurisdiction}, ${dossier.dossierId}, code, ${dossier.channel}, 'submitted', 1, ${dossier.lastSeq},
          ${JSON.stringify(versions)}::jsonb, ${dossier.procedureVersionId}, ${dossier.processVersionId},
          ${dossier.formVersionId ?? null}::uuid, ${dossier.procedureCode}, ${dossier.procedureName}, ${dossier.sector},
          ${dossier.caseKey}, ${JSON.stringify(dossier.caseAnswers)}::jsonb, ${dossier.helpedUnitId ?? null}::uuid,
          ${dossier.receivedUnitId}, ${dossier.competentUnitId}, ${dossier.receivedUnitId}, ${owner.name},
          ${searchText(owner.name)}, ${[...dossier.secondFacts]}::text[], ${JSON.stringify(dossier.answers)}::jsonb,
          ${dossier.submitterAccountId ?? null}::uuid, ${ctx.now}, ${dossier.answerDueAt ?? null}::timestamptz,
          ${dossier.consentId ?? null}::uuid, ${dossier.helperAccountId ?? null}::uuid,
          ${dossier.essentialBy ?? null}::text
        from numbered
        returning code
      ), parties as (
        insert into dossiers.party (jurisdiction, dossier_id, role, person_id, name, birth_date, identity_sealed,
          identity_index, phone, email, address, tax_code)
        select ${ctx.jurisdiction}, ${dossier.dossierId}, p.role, p."personId", p.name, p."birthDate",
          p."identitySealed", p."identityIndex", p.phone, p.email, p.address,
          p."taxCode"
        from jsonb_to_recordset(${JSON.stringify(dossier.parties)}::jsonb) as p(role text, "personId" uuid, name text,
          "birthDate" text, "identitySealed" text, "identityIndex" text, phone text, email text, address text,
          "taxCode" text)
      ), components as (
        insert into dossiers.component (jurisdiction, dossier_id, component_key, position, name, mode, need, by_form,
          originals, copies, certified_copies, paperless)
        select ${ctx.jurisdiction}, ${dossier.dossierId}, c.key, c.position, c.name, c.mode, c.need, c."byForm",
          c.originals, c.copies, c."certifiedCopies", c.paperless
        from rows from (jsonb_to_recordset(${JSON.stringify(dossier.components)}::jsonb) as (key text, name text,
          mode text, need text, "byForm" boolean, originals smallint, copies smallint, "certifiedCopies" smallint,
          paperless boolean))
          with ordinality as c(key, name, mode, need, "byForm", originals, copies, "certifiedCopies", paperless, position)
      ), parts as (
        insert into dossiers.part (jurisdiction, dossier_id, procedure_code, position, name, agency,
          procedure_version_id, source)
        select ${ctx.jurisdiction}, ${dossier.dossierId}, p.code, p.position, p.name, p.agency, p."versionId", p.source
        from rows from (jsonb_to_recordset(${JSON.stringify(dossier.parts)}::jsonb) as (code text, name text,
          agency text, "versionId" uuid, source text)) with ordinality as p(code, name, agency, "versionId", source,
          position)
      ), post as (
        insert into dossiers.postal_item (jurisdiction, dossier_id, direction, unit_id, recipient, phone, address,
          source, chosen_at, tracking_number, moved_at, moved_by)
        select ${ctx.jurisdiction}, ${dossier.dossierId}, i.direction, i."unitId", i."to"->>'recipient',
          i."to"->>'phone', i."to"->>'address', i.source, ${ctx.now}, i.came->>'trackingNumber',
          case when i.came is not null then ${ctx.now}::timestamptz end, (i.came->>'takenBy')::uuid
        from jsonb_to_recordset(${JSON.stringify(dossier.post)}::jsonb) as i(direction text, "unitId" uuid, "to" jsonb,
          source text, came jsonb)
      ), task as (
        insert into dossiers.task (jurisdiction, dossier_id, task_id, step_key, step_name, kind, unit_id, role, hours,
          opened_at, due_at, code, procedure_code, procedure_name, owner_name, channel)
        select ${ctx.jurisdiction}, ${dossier.dossierId}, ${task.taskId}, ${task.stepKey}, ${task.stepName},
          ${task.kind}, ${task.unitId}, ${task.role}, ${task.hours}, ${ctx.now}, ${task.dueAt}, code,
          ${dossier.procedureCode}, ${dossier.procedureName}, ${owner.name}, ${dossier.channel}
        from dossier
      ), files as (
        insert into dossiers.dossier_file (jurisdiction, dossier_id, file_id, kind, component_key, attached_at)
        select jurisdiction, ${dossier.dossierId}, file_id, 'component', component_key, attached_at
        from dossiers.draft_file
        where jurisdiction = ${ctx.jurisdiction} and draft_id = ${dossier.draftId ?? null}::uuid
      ), letter as (
        insert into dossiers.letter (jurisdiction, dossier_id, letter_id, form, requested_at)
        select ${ctx.jurisdiction}, ${dossier.dossierId}, l.letter_id, l.form, ${ctx.now}
        from (values (${letter?.letterId ?? null}::uuid, ${letter?.form ?? null}::text)) as l(letter_id, form)
        where l.letter_id is not null
      ), draft as (
        update dossiers.draft set dossier_id = ${dossier.dossierId}
        where jurisdiction = ${ctx.jurisdiction} and draft_id = ${dossier.draftId ?? null}::uuid
      )
      select code from dossier
    `,
  );
  return row.code;
}

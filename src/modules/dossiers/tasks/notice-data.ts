import type { QueryContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { dayStart, plainDateOf } from '../../../kernel/plain-date.ts';
import type { LetterData } from '../../documents/public.ts';
import type { DossierDeps } from '../store/deps.ts';
import type { DossierRow } from '../store/dossier-row.ts';
import { partiesOf } from '../store/parties.ts';
import { findStopNotice } from '../store/stop-notices.ts';
import { supplementItemsOf, supplementsOf } from '../store/supplements.ts';
import { agencyBlock } from './letter-data.ts';

/** Data of "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ" (TT 03/2025, form 02). */
export async function supplementData(
  deps: DossierDeps,
  ctx: QueryContext,
  dossier: DossierRow,
  requestId: string | null,
): Promise<LetterData<'supplement'>> {
  const all = await supplementsOf(deps.db, ctx.jurisdiction, dossier.dossier_id);
  const asked = all.find((each) => each.request_id === requestId);
  if (!asked) throw new Error(`dossier ${dossier.code} has no request ${requestId}`);
  const items = await supplementItemsOf(deps.db, ctx.jurisdiction, dossier.dossier_id);
  const names = await namesOf(deps, ctx, [asked.requested_by_person, asked.signer_id]);
  return {
    ...(await noticeData(deps, ctx, dossier, asked.unit_id, asked.requested_at)),
    number: asked.number,
    contact: names.get(asked.requested_by_person),
    items: items.filter((item) => item.request_id === asked.request_id),
    guidance: asked.guidance,
    answerBy: dayStart(asked.answer_by),
    signer: {
      lines: [...asked.signer_lines],
      name: asked.signer_id ? names.get(asked.signer_id) : undefined,
    },
  };
}

/** Data of "Thông báo dừng giải quyết hồ sơ" (TT 03/2025, form 05). */
export async function stopData(
  deps: DossierDeps,
  ctx: QueryContext,
  dossier: DossierRow,
): Promise<LetterData<'stop'>> {
  const notice = await findStopNotice(deps.db, ctx.jurisdiction, dossier.dossier_id);
  if (!notice || !dossier.accepted_at) throw new Error(`dossier ${dossier.code} was not stopped`);
  const names = await namesOf(deps, ctx, [notice.signer_id]);
  return {
    ...(await noticeData(deps, ctx, dossier, notice.unit_id, notice.stopped_at)),
    number: notice.number,
    receivedAt: dossier.accepted_at,
    ground: notice.ground,
    reason: notice.reason,
    stage: notice.stage,
    money: notice.money,
    signer: { lines: [...notice.signer_lines], name: names.get(notice.signer_id) },
  };
}

async function noticeData(
  deps: DossierDeps,
  ctx: QueryContext,
  dossier: DossierRow,
  unitId: Id<'unit'>,
  issuedOn: Date,
) {
  const parties = await partiesOf(deps.db, deps.seal, ctx.jurisdiction, dossier.dossier_id);
  const owner = parties.find((party) => party.role === 'owner');
  return {
    ...agencyBlock(deps, dossier, unitId, plainDateOf(issuedOn)),
    procedure: `${dossier.procedure_name} (${dossier.procedure_code})`,
    issuedOn,
    applicant: owner?.name ?? dossier.owner_name,
    address: owner?.address,
    phone: owner?.phone,
    email: owner?.email,
  };
}

async function namesOf(
  deps: DossierDeps,
  ctx: QueryContext,
  people: readonly (Id<'person'> | null)[],
): Promise<ReadonlyMap<Id<'person'>, string>> {
  const known = people.filter((each) => each !== null);
  const described = await deps.identity.describePeople(deps.db, known, plainDateOf(ctx.now));
  return new Map([...described].map(([id, person]) => [id, person.name]));
}

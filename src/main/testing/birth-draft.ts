import { sql } from 'kysely';
import type { CitizenActor } from '../../kernel/actor.ts';
import { newUuidV7 } from '../../platform/ids.ts';
import { must } from '../../platform/testing/must.ts';
import type { TestDatabase } from '../../platform/testing/test-database.ts';
import type { SeededProduct } from './seeded-product.ts';

const tanNinh = { on: '2026-11-10', province: '80', commune: '25459', detail: 'Số 12, khu phố 3' };

/** Answers of a birth registration that lack nothing. */
export const birthAnswers = {
  requesterName: 'Phan Thị Mỹ Duyên',
  requesterIdentityNumber: '072195999001',
  requesterResidence: { ...tanNinh, on: '2026-11-23' },
  requesterPhone: '0530000051',
  relation: 'mother',
  birthDate: '2026-11-10',
  birthPlaceUnit: tanNinh,
  birthFacility: 'Bệnh viện Đa khoa Tây Ninh',
  children: [
    {
      name: 'Trương Phan Bảo An',
      gender: 'female',
      ethnicity: 'Kinh',
      nationality: 'Việt Nam',
      origin: { ...tanNinh, on: '2026-11-23' },
    },
  ],
  motherKnown: true,
  motherName: 'Phan Thị Mỹ Duyên',
  motherIdentityNumber: '072195999001',
  motherBirthDate: '1995-08-14',
  motherEthnicity: 'Kinh',
  motherNationality: 'Việt Nam',
  motherResidence: { ...tanNinh, on: '2026-11-23' },
  fatherKnown: false,
  wantsCopies: false,
};

/** A birth registration at phường Tân Ninh, ready to submit (or lacking its paper). */
export async function aBirthDraft(
  world: Pick<SeededProduct, 'product' | 'as'>,
  test: Pick<TestDatabase, 'owner'>,
  citizen: CitizenActor,
  { withPaper = true }: { readonly withPaper?: boolean } = {},
): Promise<string> {
  const { dossiers, identity } = world.product.modules;
  const unit = identity.units.byKey('phuong-tan-ninh');
  const { draftId } = must(
    await dossiers.commands.startDraft(world.as(citizen), {
      procedureCode: '1.001193',
      caseKey: 'co-chung-sinh',
      caseAnswers: { 'chung-sinh': 'co', 'hoan-canh': 'binh-thuong', 'uy-quyen': 'khong' },
      competentUnitId: unit?.id,
    }),
  );
  must(
    await dossiers.commands.saveDraft(world.as(citizen), {
      draftId,
      expectedVersion: 1,
      answers: birthAnswers,
    }),
  );
  if (withPaper) {
    const fileIds = [await anUploadedFile(test, citizen)];
    must(
      await dossiers.commands.attachDraftFiles(world.as(citizen), {
        draftId,
        componentKey: 'giay-chung-sinh',
        fileIds,
      }),
    );
  }
  return draftId;
}

/** A file as the upload route would have kept it; its content does not matter here. */
export async function anUploadedFile(
  test: Pick<TestDatabase, 'owner'>,
  uploader: Pick<CitizenActor, 'accountId'>,
): Promise<string> {
  const fileId = newUuidV7();
  await sql`
    insert into documents.file (jurisdiction, file_id, sha256, size, media_type, name, purpose, uploaded_by, uploaded_at,
        scan_state)
    values (1, ${fileId}, repeat('ab', 32), 1000, 'application/pdf', 'giay-chung-sinh.pdf', 'upload',
      ${uploader.accountId}, '2026-11-23T08:00:00+07:00', 'unscanned')
  `.execute(test.owner);
  return fileId;
}

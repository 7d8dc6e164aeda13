import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { aBirthDraft, anUploadedFile } from './testing/birth-draft.ts';
import { useSeededProduct } from './testing/seeded-product.ts';

describe('an infected file of somebody else', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);

  it('is not found, whoever names it: neither its name nor what is in it is told', async () => {
    const owner = await world.citizen('Phan Thị Mỹ Duyên', '072195999001', '0530000051');
    const stranger = await world.citizen('Võ Thành Nam', '072195999002', '0530000052');
    const { commands } = world.product.modules.dossiers;
    const give = async (citizen: typeof owner, fileId: string) =>
      commands.attachDraftFiles(world.as(citizen), {
        draftId: await aBirthDraft(world, test, citizen, { withPaper: false }),
        componentKey: 'giay-chung-sinh',
        fileIds: [fileId],
      });
    const fileId = await anUploadedFile(test, owner);
    must(await give(owner, fileId));
    await sql`update documents.file set scan_state = 'infected', scanned_at = uploaded_at, scan_finding = 'X' where file_id = ${fileId}`.execute(
      test.owner,
    );
    expect(await give(owner, fileId)).toMatchObject({ refusal: { type: 'documents.file-infected' } });
    expect(await give(stranger, fileId)).toMatchObject({ refusal: { type: 'dossiers.file-not-found' } });
  });
});

import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OfficerActor } from '../kernel/actor.ts';
import { newUuidV7 } from '../platform/ids.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';

import { useSeededProduct } from './testing/seeded-product.ts';
import { morning } from './testing/test-config.ts';

describe('the signed paper of a decision', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const catalogue = () => world.product.modules.catalogue;
  let control: OfficerActor;
  let decision: { readonly decisionId: string; readonly version: number };

  /** A file as the upload leaves it. */
  async function uploaded(by: OfficerActor, mediaType = 'application/pdf') {
    const fileId = newUuidV7<'file'>();
    await sql`
      insert into documents.file (jurisdiction, file_id, sha256, size, media_type, name, purpose, uploaded_by, uploaded_at,
        scan_state)
      values (1, ${fileId}, ${'a'.repeat(64)}, 10, ${mediaType}, 'quyet-dinh', 'upload', ${by.accountId}, ${morning},
        'unscanned')
    `.execute(test.owner);
    return fileId;
  }
  const attach = (fileId: string) =>
    catalogue().commands.attachDecisionFile(world.as(control), { ...decision, fileId });

  beforeAll(async () => {
    control = await world.officer('kiemsoat.tthc');
    const said = {
      kind: 'province',
      number: '2768/QĐ-UBND',
      decidedOn: '2026-11-20',
      agency: 'Chủ tịch UBND tỉnh',
    };
    decision = must(await catalogue().commands.recordDecision(world.as(control), said));
  });

  it('is a PDF that its sender uploaded', async () => {
    expect(await attach(await uploaded(control, 'image/png'))).toMatchObject({
      refusal: { type: 'catalogue.decision-file-not-pdf' },
    });
    const foreign = await uploaded(await world.officer('hotich.tanninh'));
    expect(await attach(foreign)).toMatchObject({ refusal: { type: 'catalogue.decision-file-unknown' } });
  });

  it('is read by every officer and by nobody else, and gives way to another', async () => {
    const first = await uploaded(control);
    const officer = world.as(await world.officer('hotich.tanninh'));
    expect(await catalogue().queries.mayReadFile(officer, first)).toBe(false);
    decision = { ...decision, ...must(await attach(first)) };
    expect(await catalogue().queries.mayReadFile(officer, first)).toBe(true);
    const citizen = await world.citizen('Phan Thị Mỹ Duyên', '072195999001', '0530000051');
    expect(await catalogue().queries.mayReadFile(world.as(citizen), first)).toBe(false);
    const second = await uploaded(control);
    decision = { ...decision, ...must(await attach(second)) };
    const shown = must(await catalogue().queries.getDecision(world.as(control), decision.decisionId));
    expect(shown.fileId).toBe(second);
    expect(await catalogue().queries.mayReadFile(officer, first)).toBe(false);
  });
});

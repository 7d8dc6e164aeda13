import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CitizenActor, OfficerActor } from '../kernel/actor.ts';
import { representationPaper } from '../modules/dossiers/contract.ts';
import { many } from '../platform/database.ts';
import { newUuidV7 } from '../platform/ids.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { aBirthDraft, anUploadedFile } from './testing/birth-draft.ts';
import { birthPapers, dossierSamples } from './testing/dossier-samples.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { morning } from './testing/test-config.ts';

const owner = { name: 'Lê Văn Út Mười', identityNumber: '072058999004', phone: '0530000054' };
const representation = {
  capacity: 'authorised',
  document: 'Giấy ủy quyền',
  number: '12/2026',
  issuedOn: '2026-11-20',
  issuedBy: 'UBND phường Tân Ninh',
};

/** The legal persons of a dossier: whose it is, who hands it in, and by what right. */
describe('a dossier handed in for somebody else', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const dossiers = () => world.product.modules.dossiers;
  let daughter: CitizenActor;
  let counter: OfficerActor;

  beforeAll(async () => {
    daughter = await world.citizen('Phan Thị Mỹ Duyên', '072195999001', '0530000051');
    counter = await world.officer('tiepnhan.tanninh');
  }, 60_000);

  const rolesOf = async (dossierId: string) => {
    const view = must(await dossiers().queries.getOfficeDossier(world.as(counter), dossierId));
    return { ...view, roles: view.parties.map(({ role, name }) => [role, name]) };
  };

  async function aDraftFor(represented: object | null) {
    const draftId = await aBirthDraft(world, test, daughter);
    const said = { draftId, expectedVersion: 3, represented };
    const saved = await dossiers().commands.saveRepresented(world.as(daughter), said);
    return { draftId, saved };
  }

  async function handIn(draftId: string) {
    const { version } = must(await dossiers().queries.getDraft(world.as(daughter), draftId));
    return dossiers().commands.submitDraft(world.as(daughter), { draftId, expectedVersion: version });
  }

  async function accept(dossierId: string, more: object = {}) {
    const { version } = await rolesOf(dossierId);
    const input = { dossierId, expectedVersion: version, components: birthPapers, ...more };
    return dossiers().commands.acceptDossier(world.as(counter), input);
  }

  it('wants the paper, names all of them, and is accepted once an officer has looked at it', async () => {
    const { draftId } = await aDraftFor({ owner, representation });
    const named = await many(
      test.owner,
      sql`select facts from platform.action where command = 'dossiers.save-represented' and subject_id = ${draftId}`,
    );
    expect(named).toEqual([{ facts: { capacity: representation.capacity } }]);
    expect(await dossiers().queries.getDraft(world.as(daughter), draftId)).toMatchObject({
      value: { represented: { owner, representation } },
    });
    expect(await handIn(draftId)).toMatchObject({
      refusal: {
        fields: [
          {
            pointer: '/components/@dai-dien',
            type: 'dossiers.component-missing',
            params: { name: 'Giấy ủy quyền' },
          },
        ],
      },
    });
    const fileId = await anUploadedFile(test, daughter);
    const paper = { draftId, componentKey: representationPaper, fileIds: [fileId] };
    must(await dossiers().commands.attachDraftFiles(world.as(daughter), paper));
    const { dossierId, code } = must(await handIn(draftId));

    expect(must(await dossiers().queries.getMyDossier(world.as(daughter), dossierId))).toMatchObject({
      capacity: representation.capacity,
      people: [{ name: owner.name }, { name: 'Phan Thị Mỹ Duyên' }, { role: 'authorised' }],
    });
    const seen = await rolesOf(dossierId);
    expect(seen.roles).toEqual([
      ['owner', owner.name],
      ['submitter', 'Phan Thị Mỹ Duyên'],
      ['authorised', 'Phan Thị Mỹ Duyên'],
    ]);
    expect(seen.representation).toEqual({ ...representation, fileIds: [fileId] });
    expect(seen.files.map((file) => `${file.fileId}`)).toContain(fileId);
    for (const secondFact of [owner.identityNumber, '072195999001'])
      expect(
        await dossiers().queries.lookUp(world.as({ kind: 'anonymous' }), { code, secondFact }),
      ).toMatchObject({
        ok: true,
      });

    expect(await accept(dossierId)).toMatchObject({
      refusal: {
        type: 'dossiers.representation-unchecked',
        fields: [{ pointer: '/representationChecked', type: 'dossiers.representation-unchecked' }],
      },
    });
    must(await accept(dossierId, { representationChecked: true }));
    expect((await rolesOf(dossierId)).representation?.checkedAt).toBe(morning.toISOString());
    await world.runJobs();
    expect((await rolesOf(dossierId)).letters).toMatchObject([
      { form: 'submission-confirmation', fileId: expect.any(String) },
      { form: 'receipt', fileId: expect.any(String) },
    ]);
  });

  it('keeps the owner’s number sealed in the draft', async () => {
    const { draftId } = await aDraftFor({ owner, representation });
    const { rows } = await sql<{ text: string }>`
      select represented::text as text from dossiers.draft where draft_id = ${draftId}`.execute(test.owner);
    expect(rows[0]?.text).toContain('Lê Văn Út Mười');
    expect(rows[0]?.text).not.toContain(owner.identityNumber);
  });

  it('refuses a representative of themselves, an organisation without its number, and a paper nobody asked for', async () => {
    const self = { owner: { ...owner, identityNumber: '072195999001' }, representation };
    expect((await aDraftFor(self)).saved).toMatchObject({
      refusal: {
        fields: [{ pointer: '/represented/owner/identityNumber', type: 'dossiers.owner-is-submitter' }],
      },
    });
    const firm = {
      owner: { name: 'Công ty X Y' },
      representation: { ...representation, capacity: 'organisation' },
    };
    expect((await aDraftFor(firm)).saved).toMatchObject({
      refusal: { fields: [{ pointer: '/represented/owner/taxCode', type: 'dossiers.tax-code-missing' }] },
    });
    const { draftId } = await aDraftFor(null);
    const fileIds = [await anUploadedFile(test, daughter)];
    const paper = { draftId, componentKey: representationPaper, fileIds };
    expect(await dossiers().commands.attachDraftFiles(world.as(daughter), paper)).toMatchObject({
      refusal: { type: 'dossiers.component-not-listed' },
    });
  });

  it('is the organisation’s when its account hands in, which needs no paper', async () => {
    const organisationId = newUuidV7<'organisation'>();
    await sql`
      insert into identity.organisation (jurisdiction, id, name, tax_code, created_at)
      values (1, ${organisationId}, 'Công ty TNHH Nông sản Vàm Cỏ Xanh', '3900999001', '2026-11-01')`.execute(
      test.owner,
    );
    const account = { ...daughter, organisationId };
    const draftId = await aBirthDraft(world, test, account);
    const said = { draftId, expectedVersion: 3, represented: { owner, representation } };
    expect(await dossiers().commands.saveRepresented(world.as(account), said)).toMatchObject({
      refusal: { type: 'dossiers.organisation-hands-in' },
    });
    const { dossierId } = must(
      await dossiers().commands.submitDraft(world.as(account), { draftId, expectedVersion: 3 }),
    );
    const { roles, parties, representation: right } = await rolesOf(dossierId);
    expect(roles).toEqual([
      ['owner', 'Công ty TNHH Nông sản Vàm Cỏ Xanh'],
      ['submitter', 'Phan Thị Mỹ Duyên'],
      ['authorised', 'Phan Thị Mỹ Duyên'],
    ]);
    expect(parties[0]).toMatchObject({ taxCode: '3900999001' });
    expect(right).toEqual({ capacity: 'organisation', fileIds: [] });
    must(await accept(dossierId));
  });

  it('at the counter: a messenger needs no right, a representative shows it and the officer has seen it', async () => {
    const walkIn = { ...dossierSamples(world, test, () => ({ owner: daughter, counter })).walkIn(), owner };
    const submitter = { name: 'Phan Thị Mỹ Duyên', identityNumber: '072195999001' };
    const register = (more: object) =>
      dossiers().commands.registerWalkIn(world.as(counter), { ...walkIn, ...more });
    const brought = await rolesOf(must(await register({ submitter })).dossierId);
    expect(brought.roles.map(([role]) => role)).toEqual(['owner', 'submitter']);
    expect(brought.representation).toBeUndefined();
    const future = { ...representation, issuedOn: '2099-01-01' };
    const himself = { ...submitter, identityNumber: owner.identityNumber };
    for (const [more, pointers] of [
      [{ representation }, ['/submitter/name', '/representationChecked']],
      [{ submitter, representation }, ['/representationChecked']],
      [{ submitter, representation: future, representationChecked: true }, ['/representation/issuedOn']],
      [{ submitter: himself, representation, representationChecked: true }, ['/owner/identityNumber']],
    ] as const)
      expect(await register({ ...more })).toMatchObject({
        refusal: { fields: pointers.map((pointer) => ({ pointer })) },
      });
    const shown = { submitter, representation, representationChecked: true };
    const acted = await rolesOf(must(await register(shown)).dossierId);
    expect(acted.roles.map(([role]) => role)).toEqual(['owner', 'submitter', 'authorised']);
    expect(acted.representation).toMatchObject({ document: 'Giấy ủy quyền', checkedAt: expect.any(String) });
  });

  it('tells the owner and who brought it who read it, though neither handed it in', async () => {
    const { myReadings } = world.product.modules.audit.queries;
    const walkIn = { ...dossierSamples(world, test, () => ({ owner: daughter, counter })).walkIn(), owner };
    const submitter = { name: 'PHAN THI MY DUYEN', identityNumber: '072195999001' };
    const { dossierId, code } = must(
      await dossiers().commands.registerWalkIn(world.as(counter), { ...walkIn, submitter }),
    );
    await rolesOf(dossierId);
    const father = await world.citizen(owner.name, owner.identityNumber, owner.phone);
    for (const one of [father, daughter]) {
      const { items } = must(await myReadings(world.as(one)));
      const about = items.flatMap((each) => each.about).filter((each) => each.code === code);
      expect(about.map(({ dossierId: page }) => page)).toEqual([undefined]);
    }
    // What she handed in for him herself is named to both, with its page for her alone.
    const { draftId } = await aDraftFor({ owner, representation });
    const fileId = await anUploadedFile(test, daughter);
    const paper = { draftId, componentKey: representationPaper, fileIds: [fileId] };
    must(await dossiers().commands.attachDraftFiles(world.as(daughter), paper));
    const handed = must(await handIn(draftId));
    await rolesOf(handed.dossierId);
    for (const [one, page] of [
      [father, undefined],
      [daughter, handed.dossierId],
    ] as const) {
      const { items } = must(await myReadings(world.as(one)));
      const about = items.flatMap((each) => each.about).find((each) => each.code === handed.code);
      expect(about).toMatchObject({ code: handed.code });
      expect(about?.dossierId).toBe(page);
    }
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import type { OfficerActor } from '../kernel/actor.ts';
import { componentsFor, feeFor, type ProcedureVersion, resultTypes } from '../modules/catalogue/public.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { loadDemoPeople, loadReferenceData } from './reference-data/load-reference-data.ts';

import { useSeededProduct } from './testing/seeded-product.ts';

const { processes, procedures } = await loadReferenceData('data');
const { officers } = await loadDemoPeople('data');
const logins = officers.filter((officer) => !officer.unit.includes('tan-bien')).map(({ login }) => login);

describe('every process shipped', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const dossiers = () => world.product.modules.dossiers;
  let people: readonly OfficerActor[];

  beforeAll(async () => {
    people = await Promise.all(logins.map((login) => world.officer(login)));
  }, 60_000);

  const handledHere = (code = '') =>
    procedures.find((procedure) => procedure.code === code)?.routing.kind === 'here';

  it.each(processes.filter((process) => !handledHere(process.procedures[0])))(
    '$code is told, and its dossiers are taken in where they are handled',
    async (process) => {
      const [code = ''] = process.procedures;
      const { version, online } = must(
        await world.product.modules.catalogue.getProcedurePage(world.as(someone()), { code }),
      );
      expect(version.content.steps).toHaveLength(process.steps.length);
      expect(online).toMatchObject({ state: 'elsewhere', system: version.routing.system });
      await expect(takenIn(version, version.content.cases[0]?.key ?? '')).rejects.toThrow(
        'handled-elsewhere',
      );
    },
  );

  it.each(processes.filter((process) => handledHere(process.procedures[0])))(
    '$code takes a dossier from intake to the hand-over',
    async (process) => {
      const [code = ''] = process.procedures;
      const { version } = must(
        await world.product.modules.catalogue.getProcedurePage(world.as(someone()), { code }),
      );
      const caseKey = process.cases?.[0] ?? version.content.cases[0]?.key ?? '';
      const dossierId = await takenIn(version, caseKey);
      const steps: string[] = [];
      while ((await phaseOf(dossierId)) !== 10) steps.push(await oneStep(dossierId, version));
      expect(steps).toEqual(process.steps.flatMap((step) => (step.kind === 'intake' ? [] : [step.name])));
    },
  );

  /** Papers and answers as the first answer to every question asks for them, at the counter of the procedure's level. */
  async function takenIn(version: ProcedureVersion, caseKey: string): Promise<string> {
    const { units } = world.product.modules.identity;
    const commune = version.content.competentAgency.rule.kind === 'commune';
    const [counter, oneStop] = commune
      ? ['tiepnhan.tanninh', 'phuong-tan-ninh/one-stop']
      : ['tiepnhan.tinh', 'trung-tam-phuc-vu-hanh-chinh-cong-tinh'];
    const { rule } = version.content.competentAgency;
    const competent = rule.kind === 'unit' ? rule.unitKey : 'phuong-tan-ninh';
    const { questions, cases } = version.content;
    const when = cases.find((candidate) => candidate.key === caseKey)?.when ?? [];
    const caseAnswers = Object.fromEntries(
      questions.map(({ key, options }) => [
        key,
        when.find((asked) => asked.question === key)?.in[0] ?? options[0]?.key ?? '',
      ]),
    );
    const quantities = { page: 1, copy: 1 };
    const { total } = feeFor(version, caseKey, 'counter', quantities);
    const papers = componentsFor(version, caseKey, caseAnswers, 'counter');
    const accepted = await dossiers().commands.registerWalkIn(world.as(await world.officer(counter)), {
      procedureCode: version.code,
      caseKey,
      caseAnswers,
      competentUnitId: units.byKey(competent)?.id,
      receivedUnitId: units.byKey(oneStop)?.id,
      owner: { name: 'Võ Thị Hạnh Nguyên', identityNumber: '072188999077', phone: '0530000077' },
      components: papers.map(({ component: { key, mode } }) => ({
        key,
        receivedOriginals: mode === 'submit' ? 1 : 0,
        receivedCopies: 0,
        comparedWithOriginal: mode === 'present',
      })),
      ...(total ? { fee: { receiptNumber: `BL-${version.code}`, amount: total, quantities } } : {}),
    });
    return must(accepted).dossierId;
  }

  /** Whoever of the demo may act does what is next; the name of the step. */
  async function oneStep(dossierId: string, version: ProcedureVersion): Promise<string> {
    for (const person of people) {
      const seen = await dossiers().queries.getOfficeDossier(world.as(person), dossierId);
      if (!seen.ok) continue;
      const { actions, tasks, waits } = seen.value;
      const next = actions.find(({ action }) =>
        ['forward', 'issue', 'return', 'receiveMessage'].includes(action),
      );
      if (!next) continue;
      if (next.action === 'receiveMessage') {
        const document = { name: 'Thông báo, chứng từ', number: '12/TB', on: '2026-11-23' };
        must(await dossiers().commands.receiveMessage(world.as(person), { taskId: next.taskId, document }));
        return waits.find((wait) => wait.taskId === next.taskId)?.name ?? '';
      }
      if (actions.some(({ action }) => action === 'takeUp')) {
        must(await dossiers().commands.takeUpTask(world.as(person), { taskId: next.taskId }));
      }
      const typeCode = resultTypes(version)[0]?.code;
      const result = { typeCode, book: '01/2026', issuedOn: '2026-11-23' };
      must(
        await dossiers().commands.completeTask(world.as(person), {
          taskId: next.taskId,
          outcome: 'forward',
          ...(next.action === 'issue' ? { result } : {}),
        }),
      );
      return tasks.find((task) => task.taskId === next.taskId)?.stepName ?? '';
    }
    throw new Error(`${version.code}: nobody of the demo can act`);
  }

  async function phaseOf(dossierId: string): Promise<number> {
    for (const person of people) {
      const seen = await dossiers().queries.getOfficeDossier(world.as(person), dossierId);
      if (seen.ok) return seen.value.nationalStatus;
    }
    throw new Error('nobody sees it');
  }

  function someone(): OfficerActor {
    const [first] = people;
    if (!first) throw new Error('no people');
    return first;
  }
});

import { describe, expect, it } from 'vitest';
import { procedureRecord } from '../../modules/catalogue/public.ts';
import { compile } from '../../modules/process/public.ts';
import { loadDemoPeople, loadReferenceData } from './load-reference-data.ts';
import { toProcedureRecord } from './procedure-records.ts';
import { toProcessTable } from './process-tables.ts';

const data = await loadReferenceData('data');
const { officers } = await loadDemoPeople('data');
const { processes, forms } = data;
const ministries = new Map(data.sectors.map((sector) => [sector.key, sector.ministry]));
const procedures = data.procedures.map((file) => ({ ...file, ministry: ministries.get(file.sector) }));

/** Working hours of each process: eight are a day of its time limit, as the law or the practice notes give it. */
const hoursGiven = {
  'khai-sinh': 8,
  'ket-hon': 8,
  'xac-nhan-hon-nhan': 24,
  'chung-thuc-ban-sao': 6.5,
  'thanh-lap-ho-kinh-doanh': 24,
  'giay-phep-xay-dung': 120,
  'bien-dong-dat-dai': 64,
  'phu-hieu-xe': 16,
  'khai-tu': 8,
  'trich-luc-ho-tich': 8,
  'dang-ky-lai-khai-sinh': 40,
  'cai-chinh-ho-tich': 24,
  'nhan-cha-me-con': 24,
  'giam-ho': 24,
  'chung-thuc-chu-ky': 6.5,
  'gia-han-giay-phep-xay-dung': 40,
  'thong-tin-quy-hoach': 80,
  'khai-thac-nuoc-duoi-dat': 56,
  'tro-cap-xa-hoi': 80,
  'mai-tang': 40,
  'bien-dong-thong-tin': 80,
  'bien-dong-dat-dai-khac': 64,
  'bo-sung-ho-tich': 8,
  'giay-phep-xay-dung-khac': 112,
};

describe('the procedures shipped', () => {
  it('are at least sixty, of both levels and of at least twelve sectors', () => {
    expect(procedures.length).toBeGreaterThanOrEqual(60);
    expect(new Set(procedures.map((procedure) => procedure.code)).size).toBe(procedures.length);
    expect(new Set(procedures.map((procedure) => procedure.sector)).size).toBeGreaterThanOrEqual(12);
    for (const level of ['province', 'commune'] as const) {
      expect(procedures.filter((procedure) => procedure.levels.includes(level)).length).toBeGreaterThan(15);
    }
  });

  it('provide the twenty-five essential services, or say of each why not', () => {
    const { essentialServices } = data;
    expect(essentialServices.map((service) => service.number)).toEqual(
      Array.from({ length: 25 }, (_, at) => at + 1),
    );
    for (const { procedure, absentBecause } of essentialServices) {
      expect(Boolean(procedure)).not.toBe(Boolean(absentBecause));
      expect([undefined, ...procedures.map(({ code }) => code)]).toContain(procedure);
    }
    expect(essentialServices.filter((service) => service.procedure).length).toBeGreaterThanOrEqual(17);
  });

  it('are told in both languages, found by other words, and belong to a sector and a life event', () => {
    const sectors = data.sectors.map((sector) => sector.key);
    for (const { code, summaryEn, keywords, sector, name, shortName } of procedures) {
      expect(sectors, code).toContain(sector);
      expect(summaryEn, code).toBeTruthy();
      expect(keywords.length, code).toBeGreaterThan(0);
      expect((shortName ?? name).length, code).toBeLessThanOrEqual(90);
    }
    expect(procedures.filter((procedure) => procedure.lifeEvents.length === 0).length).toBeLessThan(5);
    for (const { key } of data.lifeEvents) {
      expect(
        procedures.filter((procedure) => procedure.lifeEvents.includes(key)).length,
        key,
      ).toBeGreaterThan(1);
    }
  });

  it('have a form and a process, at least fifteen of them', () => {
    const both = procedures.filter(({ form, process }) => form && process);
    expect(both.length).toBeGreaterThanOrEqual(15);
    for (const { code, channels, routing, components } of both) {
      expect([code, channels.includes('online'), routing.kind]).toEqual([code, true, 'here']);
      const paperForms = components.filter(({ form }) => form?.electronic);
      for (const paper of paperForms) expect(paper.channels, code).toEqual(['counter', 'post']);
    }
  });

  it('take no longer in their process than the law gives them in working days', () => {
    for (const { code, process, timeLimits } of procedures) {
      const steps = processes.find((candidate) => candidate.code === process)?.steps ?? [];
      const hours = steps.reduce((sum, step) => sum + (step.kind === 'wait' ? 0 : step.hours), 0);
      const served = processes.find((candidate) => candidate.code === process)?.cases;
      for (const { rule, cases } of timeLimits) {
        if (rule?.unit !== 'working-days' || (served && cases && !cases.some((key) => served.includes(key))))
          continue;
        expect(hours, code).toBeLessThanOrEqual(rule.amount * 8);
      }
    }
  });

  it.each(procedures.filter(({ ministry }) => ministry === 'Bộ Công an'))(
    '$code is handed over to the police and only told here',
    (procedure) => {
      expect(procedure.routing.kind).toBe('ministry');
      expect(procedure.serviceLevel.level).toBe('information');
      expect(procedure.competentAgency.rule.kind).toBe('named');
      expect([procedure.form, procedure.process]).toEqual([undefined, undefined]);
    },
  );

  it('let an agency outside this system decide nothing that a process here settles', () => {
    const decidedOutside = procedures.filter(({ competentAgency }) => competentAgency.rule.kind === 'named');
    expect(decidedOutside.filter(({ routing, process }) => routing.kind === 'here' && process)).toEqual([]);
  });

  it.each(procedures)('$code refers only to what exists', (procedure) => {
    expect(data.resultTypes.map((type) => type.code)).toEqual(
      expect.arrayContaining(procedure.results.flatMap((result) => result.code ?? [])),
    );
    expect(data.lifeEvents.map((event) => event.key)).toEqual(expect.arrayContaining(procedure.lifeEvents));
    expect([undefined, ...processes.map((process) => process.code)]).toContain(procedure.process);
    expect([undefined, ...forms.map((form) => form.code)]).toContain(procedure.form);
  });

  it.each(procedures)('$code asks for and scopes by its own questions and cases', (procedure) => {
    const answers = procedure.questions.flatMap(({ key, options }) =>
      options.map((option) => `${key}=${option.key}`),
    );
    const asked = [...procedure.cases, ...procedure.components.flatMap(({ condition }) => condition ?? [])]
      .flatMap(({ when }) => when ?? [])
      .flatMap(({ question, in: accepted }) => accepted.map((option) => `${question}=${option}`));
    expect(answers).toEqual(expect.arrayContaining(asked));

    const cases = procedure.cases.map((entry) => entry.key);
    const scoped = [...procedure.components, ...procedure.timeLimits, ...procedure.fees].flatMap(
      (fact) => fact.cases ?? [],
    );
    expect(cases).toEqual(expect.arrayContaining(scoped));
    const keys = procedure.components.map((component) => component.key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each(procedures)('$code gives every case one time limit, known or not', (procedure) => {
    for (const { key } of procedure.cases) {
      expect(procedure.timeLimits.filter((limit) => !limit.cases || limit.cases.includes(key))).toHaveLength(
        1,
      );
    }
  });

  it.each(procedures)('$code says a number only where it was checked', (procedure) => {
    for (const limit of procedure.timeLimits) {
      if (limit.rule === undefined) expect(limit.certainty).toBe('unverified');
    }
    for (const fee of procedure.fees) {
      if (fee.rule === undefined) expect(fee.certainty).toBe('unverified');
    }
  });

  it.each(procedures)('$code is taken by the catalogue', (procedure) => {
    const record = procedureRecord.parse(toProcedureRecord(procedure, data));
    expect(record.content.components).toHaveLength(procedure.components.length);
    const doubted = procedure.components.filter((component) => component.certainty === 'unverified');
    expect(
      record.content.components.filter((component) => component.certainty === 'unverified'),
    ).toHaveLength(doubted.length);
  });
});

describe('the processes shipped', () => {
  it('serve every case of each procedure that has one', () => {
    const without = procedures
      .filter(({ process }) => process !== undefined)
      .flatMap(({ code, cases }) => {
        const serving = processes.filter(({ procedures: served }) => served.includes(code));
        const isServed = (key: string) => serving.some((each) => each.cases?.includes(key) ?? true);
        return cases.filter(({ key }) => !isServed(key)).map(({ key }) => `${code} ${key}`);
      });
    expect(without).toEqual([]);
  });

  it('take as many hours as practice gives them', () => {
    const sums = processes.map(({ code, steps }) => [
      code,
      steps.reduce((sum, step) => sum + (step.kind === 'wait' ? 0 : step.hours), 0),
    ]);
    expect(Object.fromEntries(sums)).toEqual(hoursGiven);
  });

  it.each(processes)(
    '$code serves procedures and cases that exist',
    ({ code, procedures: served, cases }) => {
      for (const procedureCode of served) {
        const procedure = procedures.find((candidate) => candidate.code === procedureCode);
        const named = processes.find((candidate) => candidate.code === procedure?.process);
        // A procedure names the process of its everyday case; another one serves cases that the first does not.
        if (procedure?.process !== code) {
          expect(cases).toBeDefined();
          expect(named?.cases?.filter((key) => cases?.includes(key))).toEqual([]);
        }
        expect(procedure?.cases.map((entry) => entry.key)).toEqual(expect.arrayContaining(cases ?? []));
      }
    },
  );

  it.each(processes)(
    '$code begins with intake, ends with a return in 0 hours and passes the records clerk',
    (process) => {
      const table = toProcessTable(process);
      expect(compile(table)).toMatchObject({ ok: true });
      expect(table.steps[0]?.kind).toBe('intake');
      expect(table.steps.at(-1)).toMatchObject({ kind: 'return', hours: 0 });
      expect(table.steps.at(-2)).toMatchObject({ kind: 'issue', performer: { role: 'recordsClerk' } });
    },
  );

  it.each(processes)('$code can be performed by the people of the demo', (process) => {
    const [code] = process.procedures;
    const rule = procedures.find((procedure) => procedure.code === code)?.competentAgency.rule;
    const competent =
      rule?.kind === 'department'
        ? data.units.find((unit) => unit.code === rule.code && unit.validTo === undefined)?.key
        : 'phuong-tan-ninh';
    const oneStop =
      rule?.kind === 'department' ? 'trung-tam-phuc-vu-hanh-chinh-cong-tinh' : `${competent}/one-stop`;
    for (const step of toProcessTable(process).steps) {
      if (step.kind === 'wait') continue;
      const { performer } = step;
      const section =
        typeof performer.unit === 'object' && 'section' in performer.unit
          ? `${competent}/${performer.unit.section}`
          : competent;
      const unit = performer.unit === 'oneStop' ? oneStop : section;
      expect(officers.some((officer) => officer.unit === unit && officer.role === performer.role)).toBe(true);
    }
  });
});

describe('the forms shipped', () => {
  it.each(forms)('$code ask only for papers their procedure lists', (form) => {
    const procedure = procedures.find((candidate) => candidate.code === form.procedureCode);
    expect(procedure?.form).toBe(form.code);
    const asked = form.fields.flatMap((field) => (field.kind === 'attachment' ? [field.component] : []));
    expect(procedure?.components.map((component) => component.key)).toEqual(expect.arrayContaining(asked));
  });
});

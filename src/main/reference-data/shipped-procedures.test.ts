import { describe, expect, it } from 'vitest';
import { procedureRecord } from '../../modules/catalogue/public.ts';
import { compile } from '../../modules/process/public.ts';
import { loadDemoPeople, loadReferenceData } from './load-reference-data.ts';
import { toProcedureRecord } from './procedure-records.ts';
import { toProcessTable } from './process-tables.ts';

const data = await loadReferenceData('data');
const { officers } = await loadDemoPeople('data');
const { procedures, processes, forms } = data;

/** Working hours of each process as the practice notes give them. */
const hoursGiven = {
  'khai-sinh': 8,
  'ket-hon': 8,
  'xac-nhan-hon-nhan': 24,
  'chung-thuc-ban-sao': 6.5,
  'thanh-lap-ho-kinh-doanh': 24,
  'giay-phep-xay-dung': 120,
  'bien-dong-dat-dai': 64,
  'phu-hieu-xe': 16,
};

describe('the procedures shipped', () => {
  it('are the fifteen', () => {
    expect(procedures.map((procedure) => procedure.code)).toEqual([
      '1.000656',
      '1.000894',
      '1.001022',
      '1.001193',
      '1.001612',
      '1.004873',
      '1.004884',
      '1.011607',
      '1.013217',
      '1.013225',
      '1.013831',
      '2.000635',
      '2.000815',
      '2.000884',
      '2.002288',
    ]);
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
        expect(procedure?.process).toBe(code);
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
    for (const { performer } of toProcessTable(process).steps) {
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

import { applies } from '../applies.ts';
import type { Channel, Component, Fee, ProcedureContent, TimeLimit } from '../content.ts';
import { channelNumbers, type LayThuTuc } from '../import/lay-thu-tuc.ts';
import type { ProcedureRecord } from '../procedure-record.ts';
import { levelWords, timeUnitWords } from '../sheets/words.ts';

/**
 * A procedure in the structure of the national service LayThuTuc. Its scalars are texts there; what the structure
 * has no place for (conditions, questions, register of a paper) is left out.
 */
export function toLayThuTuc(record: ProcedureRecord): LayThuTuc {
  const { content } = record;
  return {
    MATTHC: record.code,
    TENTTHC: record.name,
    LINHVUCTHUCHIEN: [{ MALINHVUC: '', TENLINHVUC: record.sector }],
    CAPTHUCHIEN: record.levels.map((level) => ({ CAPTHUCHIEN: levelWords[level] })),
    MACOQUANCONGBO: record.ministry ?? '',
    IDQUYETDINHCONGBO: content.decisions.find(({ kind }) => kind === 'ministry')?.number ?? '',
    TRINHTUTHUCHIEN:
      content.steps.length === 0
        ? []
        : [{ TRUONGHOP: '', TRINHTU: content.steps.map(({ name }) => ({ TENTRINHTU: name })) }],
    CACHTHUCTHUCHIEN: content.channels.map((channel) => ({
      KENH: channelNumbers[channel],
      THOIGIAN: timesOf(content, channel),
    })),
    THANHPHANHOSO: papersOf(content),
    DOITUONGTHUCHIEN: content.applicants.map((name) => ({ TENDOITUONG: name })),
    MOTADOITUONGTHUCHIEN: content.applicants.join('; '),
    COQUANTHUCHIEN:
      content.competentAgency.name === undefined ? [] : [{ TENDONVI: content.competentAgency.name }],
    COQUANPHOIHOP: content.coordinatingAgency === undefined ? [] : [{ TENDONVI: content.coordinatingAgency }],
    KETQUATHUCHIEN: content.results.map(({ name, code }) => ({ MAKETQUA: code ?? '', TENKETQUA: name })),
    CANCUPHAPLY: content.legalBases.map(({ number, name }) => ({ SOVANBAN: number, TENVANBAN: name ?? '' })),
    YEUCAU: content.requirements.join('\n'),
    TUKHOA: content.keywords.join('; '),
  };
}

type Times = LayThuTuc['CACHTHUCTHUCHIEN'][number]['THOIGIAN'];

function timesOf(content: ProcedureContent, channel: Channel): Times {
  const fees = content.fees.filter((fee) => applies(fee, undefined, channel)).map(feeOf);
  const times = content.timeLimits.filter((limit) => applies(limit, undefined, channel));
  return (times.length > 0 ? times : [undefined]).map((limit, index) => ({
    ...timeOf(limit),
    PHILEPHI: index === 0 ? fees : [],
  }));
}

function timeOf(limit: TimeLimit | undefined): Omit<Times[number], 'PHILEPHI'> {
  const rule = limit?.rule;
  return {
    THOIGIANGIAIQUYET: rule === undefined ? '' : String(rule.amount),
    DONVITINH: rule === undefined ? '' : timeUnitWords[rule.unit],
    MOTA: limit?.asPublished ?? '',
  };
}

function feeOf(fee: Fee): Times[number]['PHILEPHI'][number] {
  const { rule } = fee;
  const amount = rule?.kind === 'fixed' ? String(rule.amount) : rule?.kind === 'free' ? '0' : '';
  return { SOTIEN: amount, DONVI: amount === '' ? '' : 'Đồng', MOTA: fee.asPublished ?? fee.name };
}

/** Papers by case: those of all cases first, as the national pages list them. */
function papersOf({ cases, components }: ProcedureContent): LayThuTuc['THANHPHANHOSO'] {
  const shared = components.filter((component) => component.cases === undefined);
  const groups = cases.map(({ key, name }) => ({
    TRUONGHOP: name,
    GIAYTO: components.filter((component) => component.cases?.includes(key)).map(paperOf),
  }));
  return [
    ...(shared.length > 0 ? [{ TRUONGHOP: '', GIAYTO: shared.map(paperOf) }] : []),
    ...groups.filter(({ GIAYTO }) => GIAYTO.length > 0),
  ];
}

function paperOf(component: Component): LayThuTuc['THANHPHANHOSO'][number]['GIAYTO'][number] {
  return {
    MAGIAYTO: '',
    TENGIAYTO: component.name,
    SOBANCHINH: String(component.originals ?? 0),
    SOBANSAO: String((component.copies ?? 0) + (component.certifiedCopies ?? 0)),
    TENMAUDON: component.form?.name ?? '',
    URL: component.form?.file ?? '',
  };
}

import type { ProcedureRecord } from '../core/procedure-record.ts';
import { aProcedure } from './a-procedure.ts';

/** Everything a workbook can say. */
export function aRichProcedure(validFrom: string): ProcedureRecord {
  return aProcedure({
    code: '9.000001',
    shortName: 'Khai sinh',
    ministry: 'Bộ Tư pháp',
    validFrom,
    content: {
      summary: 'Hai câu.\nCâu thứ hai.',
      applicants: ['Công dân Việt Nam', 'Cán bộ, công chức, viên chức'],
      coordinatingAgency: 'Công an cấp xã',
      dossierSets: 1,
      supplementRequests: 2,
      settledAtCounter: true,
      requirements: ['Có mặt; hoặc ủy quyền', 'Không thuộc diện cấm'],
      keywords: ['giấy khai sinh'],
      sources: ['Quyết định 1/QĐ'],
      cases: [
        { key: 'thuong', name: 'Trẻ sinh tại Việt Nam', certainty: 'verified' },
        {
          key: 'bo-roi',
          name: 'Trẻ bị bỏ rơi',
          note: 'Có biên bản',
          certainty: 'unverified',
          doubts: ['not-checked'],
        },
      ],
      components: [
        {
          key: 'to-khai',
          name: 'Tờ khai',
          mode: 'submit',
          originals: 1,
          form: { name: 'Mẫu 1', file: 'm1.docx', electronic: true },
          certainty: 'verified',
        },
        {
          key: 'cccd',
          name: 'Căn cước',
          mode: 'present',
          originals: 1,
          heldIn: 'CSDL dân cư',
          certainty: 'verified',
        },
        {
          key: 'bien-ban',
          name: 'Biên bản',
          mode: 'submit',
          originals: 1,
          certifiedCopies: 2,
          cases: ['bo-roi'],
          channels: ['counter'],
          condition: { text: 'Nếu trẻ bị bỏ rơi' },
          alternatives: ['Giấy A', 'Giấy B'],
          note: 'Lưu ý',
          certainty: 'unverified',
          doubts: ['conditional-paper', 'no-count'],
        },
      ],
      timeLimits: [
        { rule: { unit: 'same-day', cutOff: '15:00' }, channels: ['counter'], certainty: 'verified' },
        {
          rule: { unit: 'working-hours', amount: 4, dueAt: 'same-clock-time', roll: 'none' },
          channels: ['online'],
          asPublished: '4 giờ',
          certainty: 'verified',
        },
      ],
      fees: [
        {
          key: 'le-phi',
          name: 'Lệ phí',
          type: 'charge',
          rule: { kind: 'fixed', amount: 8000 },
          exemptions: ['Trẻ em', 'Hộ nghèo'],
          basis: 'NQ 1',
          certainty: 'verified',
        },
        {
          key: 'sao',
          name: 'Phí bản sao',
          type: 'fee',
          rule: {
            kind: 'tiered',
            unit: 'page',
            tiers: [{ upTo: 2, each: 2000 }, { each: 1000 }],
            cap: 200_000,
            times: 'copy',
          },
          certainty: 'unverified',
          doubts: ['decided-by-council'],
        },
      ],
      legalBases: [{ number: '60/2014/QH13', name: 'Luật Hộ tịch', articles: 'Điều 13' }],
      steps: [
        { name: 'Tiếp nhận', performer: 'Công chức', hours: 0.5, output: 'Giấy tiếp nhận' },
        { name: 'Trả', hours: 0 },
      ],
      decisions: [
        {
          kind: 'ministry',
          number: '1872/QĐ-BTP',
          on: '2020-09-04',
          signer: 'Thứ trưởng',
          change: 'amended',
        },
      ],
    },
  });
}

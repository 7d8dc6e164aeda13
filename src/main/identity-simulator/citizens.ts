import type { DemoCitizen } from '../../modules/identity/public.ts';
import { translate } from '../../texts/translate.ts';
import type { Cast, SimulatedPerson } from './cast.ts';
import type { Fault } from './faults.ts';

const claimNames = [
  'TechID',
  'LoaiTaiKhoan',
  'HoVaTen',
  'SoDinhDanh',
  'SoCMND',
  'HoChieu',
  'NgaySinh',
  'GioiTinh',
  'SoDienThoai',
  'ThuDienTu',
  'DiaChi',
  'MaSoThue',
  'MaSoDoanhNghiep',
  'TenDoanhNghiep',
  'loAs',
];

/** VNeID's part: fictional citizens and organisations. */
export function citizensCast(citizens: readonly DemoCitizen[]): Cast {
  return {
    people: citizens.map(personOf),
    claimNames,
    faults: {
      'missing-claims': 'simulator.fault.missing-claims',
      'low-assurance': 'simulator.fault.low-assurance',
      'expired-code': 'simulator.fault.expired-code',
      'wrong-nonce': 'simulator.fault.wrong-nonce',
      'wrong-signature': 'simulator.fault.wrong-signature',
      'issuer-down': 'simulator.fault.issuer-down',
      slow: 'simulator.fault.slow',
    },
    signIn: () => ({}),
    texts: { title: 'simulator.title', warning: 'simulator.warning', shares: 'simulator.shares' },
    signInPath: '/dang-nhap',
  };
}

function personOf(citizen: DemoCitizen): SimulatedPerson {
  const { name, organisation, birthDate, identityNumber: number } = citizen;
  const born = birthDate.split('-').toReversed().join('/');
  return {
    id: citizen.techId,
    name: organisation?.name ?? name,
    lines: [
      ...(organisation
        ? [translate('vi', 'simulator.represented', { name, taxCode: organisation.taxCode })]
        : []),
      translate('vi', 'simulator.born', { date: born }),
      number ? translate('vi', 'simulator.number', { number }) : translate('vi', 'simulator.no-number'),
    ],
    claims: (fault) => claimsOf(citizen, born, fault),
  };
}

/** As the national portal names and writes them. */
function claimsOf(citizen: DemoCitizen, born: string, fault: Fault | undefined) {
  const { organisation } = citizen;
  const told = {
    TechID: citizen.techId,
    LoaiTaiKhoan: organisation ? '2' : '1',
    HoVaTen: citizen.name,
    SoDinhDanh: citizen.identityNumber,
    SoCMND: citizen.formerCard,
    HoChieu: citizen.passport,
    NgaySinh: born,
    GioiTinh: { male: 'Nam', female: 'Nữ' }[citizen.gender],
    SoDienThoai: citizen.phone,
    ThuDienTu: citizen.email,
    DiaChi: citizen.address,
    loAs: fault === 'low-assurance' ? '1' : String(citizen.assuranceLevel ?? 2),
    ...(organisation && {
      MaSoThue: organisation.taxCode,
      MaSoDoanhNghiep: organisation.taxCode,
      TenDoanhNghiep: organisation.name,
    }),
  };
  return fault === 'missing-claims' ? { ...told, TechID: undefined, HoVaTen: undefined } : told;
}

import type { DemoCitizen, DemoOfficer } from '../../modules/identity/public.ts';
import type { DemoCitizenRow, DemoOfficerRow } from './demo-people.ts';

/** What identity takes: one fictional person per login, with a post per row. */
export function toDemoOfficers(rows: readonly DemoOfficerRow[]): readonly DemoOfficer[] {
  return [...Map.groupBy(rows, (row) => row.login)].map(([login, posts]) => ({
    login,
    name: posts[0]?.name ?? login,
    posts: posts.map((row) => ({
      unitKey: row.unit,
      role: row.role,
      title: row.title,
      from: row.postFrom,
      ...(row.signatureLines ? { signatureLines: row.signatureLines } : {}),
      ...(row.postTo ? { to: row.postTo } : {}),
    })),
  }));
}

/** What identity and the local identity provider take. */
export function toDemoCitizens(rows: readonly DemoCitizenRow[]): readonly DemoCitizen[] {
  return rows.map(({ organisation: name, taxCode, login, accountType, unit, ...citizen }) => ({
    ...citizen,
    ...(name && taxCode ? { organisation: { name, taxCode } } : {}),
  }));
}

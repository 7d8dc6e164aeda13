/** Addresses of the catalogue's administration. */
export const catalogueHome = '/can-bo/thu-tuc';

export function officeProcedureAddress(code: string): string {
  return `${catalogueHome}/${code}`;
}

export function draftAddress(draftId: string, place = ''): string {
  return `${catalogueHome}/soan/${draftId}${place === '' ? '' : `#${place}`}`;
}

/** What hangs on the procedure that a draft would change. */
export function draftImpactAddress(draftId: string): string {
  return `${catalogueHome}/soan/${draftId}/tac-dong`;
}

/** The dossiers on their way under a version of a procedure. */
export function openDossiersAddress(code: string, number: number): string {
  return `${officeProcedureAddress(code)}/ho-so/${number}`;
}

/** Levels of service by department and level of government. */
export const standingTableHome = `${catalogueHome}/muc-do`;

/** The procedures behind one of its numbers. */
export function standingListAddress(query: Readonly<Record<string, string>>): string {
  return `${standingTableHome}/danh-sach?${new URLSearchParams(query)}`;
}

export const decisionsHome = '/can-bo/quyet-dinh';

/** A decision; of many lines and lists the part behind `dong` and `muc`. */
export function decisionAddress(
  decisionId: string,
  part: { readonly dong?: string | null; readonly muc?: string | null } = {},
): string {
  const shown = Object.entries(part).flatMap(([name, after]): [string, string][] =>
    after ? [[name, after]] : [],
  );
  return [`${decisionsHome}/${decisionId}`, new URLSearchParams(shown).toString()].filter(Boolean).join('?');
}

/** One field of many procedures at once. */
export const bulkHome = `${catalogueHome}/sua-nhieu`;

/** The words of the list's filters in its address. */
export const filters = {
  q: 'q',
  sector: 'linh-vuc',
  level: 'cap',
  serviceLevel: 'muc',
  state: 'tinh-trang',
  lack: 'con-thieu',
  after: 'sau',
} as const;

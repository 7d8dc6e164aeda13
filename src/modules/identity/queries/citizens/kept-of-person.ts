import { sql } from 'kysely';
import type { Id, Jurisdiction } from '../../../../kernel/id.ts';
import { parsePlainDate, plainDateOf } from '../../../../kernel/plain-date.ts';
import { type Database, many } from '../../../../platform/database.ts';
import type { Seal, SealedText } from '../../../../platform/sealed-text.ts';
import { formatDate, formatDateTime } from '../../../../texts/format.ts';
import { translate } from '../../../../texts/translate.ts';
import { changeContext } from '../../store/correct-contact.ts';
import { papersOf } from '../../store/person-papers.ts';
import { describeAccounts } from '../describe-people.ts';

/** Facts about somebody in words, for a copy of their data. */
interface Section {
  readonly key: string;
  readonly title: string;
  readonly items: readonly {
    readonly title: string;
    readonly facts: readonly { readonly label: string; readonly value: string }[];
  }[];
}

interface Subject {
  readonly jurisdiction: Jurisdiction;
  readonly personId: Id<'person'>;
  readonly accountIds: readonly Id<'account'>[];
}

interface Deps {
  readonly db: Database;
  readonly seal: Seal;
}

/** What identity keeps of a citizen beside their profile: whom they let hand in for them, where they are signed in, what was put right. */
export async function keptOfPerson(deps: Deps, subject: Subject, now: Date): Promise<readonly Section[]> {
  const sections = [
    await papers(deps, subject),
    await consents(deps, subject, now),
    await sessions(deps, subject),
    await changes(deps, subject),
  ];
  return sections.filter(({ items }) => items.length > 0);
}

async function papers({ db, seal }: Deps, { jurisdiction, personId }: Subject): Promise<Section> {
  const noted = await papersOf(db, jurisdiction, seal, personId);
  return {
    key: 'papers',
    title: translate('vi', 'privacy.section.papers'),
    items: noted.map(({ kind, number }) => ({
      title: translate('vi', `identity.paper.${kind}`),
      facts: [fact('privacy.fact.paper-number', number)],
    })),
  };
}

async function consents({ db }: Deps, { jurisdiction, personId }: Subject, now: Date): Promise<Section> {
  const rows = await many(
    db,
    sql<{
      scope: 'dossier' | 'period';
      until_on: string;
      given_how: 'ownSignIn' | 'atCounter';
      given_at: Date;
      helper_account_id: Id<'account'> | null;
      used_at: Date | null;
      revoked_at: Date | null;
    }>`
      select scope, until_on, given_how, given_at, helper_account_id, used_at, revoked_at from identity.helper_consent
      where jurisdiction = ${jurisdiction} and principal_person_id = ${personId} order by given_at desc, id`,
  );
  const helpers = rows.flatMap((row) => row.helper_account_id ?? []);
  const people = await describeAccounts(db, jurisdiction, helpers, plainDateOf(now));
  return {
    key: 'consents',
    title: translate('vi', 'privacy.section.consents'),
    items: rows.map((row) => ({
      title: translate('vi', `consent.scope.${row.scope}`),
      facts: [
        fact('privacy.fact.given', formatDateTime(row.given_at)),
        fact('privacy.fact.until', dayText(row.until_on)),
        ...(row.helper_account_id
          ? [fact('privacy.fact.helper', people.get(row.helper_account_id)?.name ?? '')]
          : []),
        ...(row.used_at ? [fact('privacy.fact.used', formatDateTime(row.used_at))] : []),
        ...(row.revoked_at ? [fact('privacy.fact.revoked', formatDateTime(row.revoked_at))] : []),
      ],
    })),
  };
}

async function sessions({ db }: Deps, { jurisdiction, accountIds }: Subject): Promise<Section> {
  const rows = await many(
    db,
    sql<{
      created_at: Date;
      seen_at: Date;
      ip: string | null;
      user_agent: string | null;
      revoked_at: Date | null;
    }>`
      select created_at, seen_at, host(origin_ip) as ip, user_agent, revoked_at from identity.session
      where jurisdiction = ${jurisdiction} and account_id = any(${[...accountIds]}::uuid[])
      order by created_at desc, id limit 1000`,
  );
  return {
    key: 'sessions',
    title: translate('vi', 'privacy.section.sessions'),
    items: rows.map((row) => ({
      title: formatDateTime(row.created_at),
      facts: [
        fact('privacy.fact.seen', formatDateTime(row.seen_at)),
        ...(row.ip === null ? [] : [fact('privacy.fact.address-of-network', row.ip)]),
        ...(row.user_agent === null ? [] : [fact('privacy.fact.device', row.user_agent)]),
        ...(row.revoked_at ? [fact('privacy.fact.revoked', formatDateTime(row.revoked_at))] : []),
      ],
    })),
  };
}

async function changes({ db, seal }: Deps, { jurisdiction, personId }: Subject): Promise<Section> {
  const rows = await many(
    db,
    sql<{ field: 'phone' | 'email' | 'address'; before_sealed: SealedText | null; changed_at: Date }>`
      select field, before_sealed, changed_at from identity.person_change
      where jurisdiction = ${jurisdiction} and person_id = ${personId} order by changed_at, change_id`,
  );
  return {
    key: 'contact-changes',
    title: translate('vi', 'privacy.section.contact-changes'),
    items: rows.map((row) => ({
      title: translate('vi', `privacy.field.${row.field}`),
      facts: [
        fact('privacy.fact.changed', formatDateTime(row.changed_at)),
        ...(row.before_sealed === null
          ? []
          : [fact('privacy.fact.before', seal.open(row.before_sealed, changeContext))]),
      ],
    })),
  };
}

function fact(label: Parameters<typeof translate>[1], value: string) {
  return { label: translate('vi', label), value };
}

function dayText(text: string): string {
  const day = parsePlainDate(text);
  return day === undefined ? text : formatDate(day);
}

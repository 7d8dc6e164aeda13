import type { ReactNode } from 'react';
import type { ProcedureVersion } from '../../../modules/catalogue/public.ts';
import { useTexts } from '../../ui/use-texts.ts';
import { procedureAddress } from './addresses.ts';

type Listed = NonNullable<ProcedureVersion['lists']>[number];

/** What the lists in force on the day let one do here, each with its decision; nothing where it is on none. */
export function ListedFor({ version }: { readonly version: ProcedureVersion }) {
  const { t, locale } = useTexts();
  const told = (version.lists ?? []).flatMap((listed) => {
    const words = wordsOf(listed, version.code, { t, locale });
    return words === undefined ? [] : [{ listed, words }];
  });
  if (told.length === 0) return null;
  return (
    <section className="mc-stack mc-stack--tight" aria-labelledby="danh-muc">
      <h2 id="danh-muc">{t('procedure.lists.title')}</h2>
      <ul>
        {told.map(({ listed, words }) => (
          <li key={listed.facts.list}>
            {words}{' '}
            <span className="mc-subtle mc-small">
              {t('procedure.lists.source', { source: listed.source })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function wordsOf(
  { facts }: Listed,
  code: string,
  { t, locale }: ReturnType<typeof useTexts>,
): ReactNode | undefined {
  if (facts.list === 'post') {
    if (!facts.intake && !facts.return) return undefined;
    const ways = facts.intake && facts.return ? 'both' : facts.intake ? 'in' : 'out';
    return t('procedure.lists.post', { ways });
  }
  if (facts.list === 'paperless') {
    const days = facts.weekdays?.map((day) => t(`procedure.lists.day.${dayKey(day)}`)).join(', ');
    return days === undefined ? t('procedure.lists.paperless') : `${t('procedure.lists.paperless')}: ${days}`;
  }
  if (facts.list !== 'interconnected' || facts.procedures === undefined) return undefined;
  return (
    <>
      {t('procedure.lists.group')}{' '}
      {facts.procedures
        .filter((member) => member.code !== code)
        .map((member, at) => (
          <span key={member.code}>
            {at === 0 ? null : '; '}
            <a href={procedureAddress(locale, member.code)}>{member.name ?? member.code}</a>
          </span>
        ))}
    </>
  );
}

const days = ['1', '2', '3', '4', '5', '6', '7'] as const;

function dayKey(day: number): (typeof days)[number] {
  return days[day - 1] ?? '7';
}

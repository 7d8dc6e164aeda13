import type { Change } from '../../../../modules/process/contract.ts';
import type { TextKey } from '../../../../texts/catalogue.ts';
import { hasText } from '../../../../texts/translate.ts';
import { useTexts } from '../../../ui/use-texts.ts';

/** What two states of a draft disagree about, one line each. */
export function Changes({ changes }: { readonly changes: readonly Change[] }) {
  const { t } = useTexts();
  if (changes.length === 0) return <p>{t('process.changes.none')}</p>;
  return (
    <ul className="mc-changes">
      {changes.map((change) => (
        <li key={JSON.stringify(change)}>
          <ChangeLine change={change} />
        </li>
      ))}
    </ul>
  );
}

function ChangeLine({ change }: { readonly change: Change }) {
  const { t } = useTexts();
  if (change.kind === 'header') return <>{t(`process.changes.header.${change.field}`)}</>;
  const { row, name } = change;
  if (change.kind !== 'changed') return <>{t(`process.changes.${change.kind}`, { row, name })}</>;
  return (
    <>
      {t('process.changes.changed', { row, name, field: fieldWord(change.field, t) })}{' '}
      <del>{shown(change.from, t)}</del> → <ins>{shown(change.to, t)}</ins>
    </>
  );
}

function fieldWord(field: string, t: (key: TextKey) => string): string {
  const key = `process.changes.field.${field}`;
  return hasText(key) ? t(key) : t('process.changes.field.other');
}

function shown(value: unknown, t: (key: TextKey) => string): string {
  if (value === undefined) return t('process.changes.nothing');
  if (typeof value === 'number') return String(value).replace('.', ',');
  if (typeof value === 'string') {
    const key = `process.edit.kind.${value}`;
    return hasText(key) ? t(key) : value;
  }
  return t('process.changes.something');
}

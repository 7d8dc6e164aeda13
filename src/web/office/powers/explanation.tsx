import type {
  AccessExplanation,
  ActAccess,
  ReadingRule,
  StepAccess,
} from '../../../modules/dossiers/contract.ts';
import type { Translate } from '../../../texts/translate.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { roleText } from '../office-queues.ts';

/** The answer: seen or not, by which rules, where the dossier lies and who may do what is open. */
export function Explanation({
  found,
  isSelf,
}: {
  readonly found: AccessExplanation;
  readonly isSelf: boolean;
}) {
  const { t } = useTexts();
  const { code, rules, places, steps, acts, reads } = found;
  const sees = rules.length > 0;
  const list = [...reads.units, ...reads.sectors].join('; ');
  const missing = places.length > 0 ? 'why.not.other' : isSelf ? 'why.not.self' : 'why.not.unknown';
  return (
    <section className="mc-stack" aria-live="polite">
      <Notice tone={sees ? 'success' : 'warning'} title={t(sees ? 'why.sees' : 'why.sees-not', { code })}>
        {sees ? (
          <ul>
            {rules.map((rule) => (
              <li key={JSON.stringify(rule)}>{sentenceOf(rule, t)}</li>
            ))}
          </ul>
        ) : (
          <p>{t(missing)}</p>
        )}
        {sees ? null : <p>{list === '' ? t('why.reads.none') : t('why.reads', { list })}</p>}
      </Notice>
      {places.length === 0 ? null : (
        <>
          <h2>{t('why.places')}</h2>
          <DataTable
            caption={t('why.places')}
            columns={[
              { key: 'unit', header: t('why.unit'), isName: true, cell: ({ unit }) => unit },
              { key: 'place', header: t('why.place'), cell: ({ place }) => t(`why.place.${place}`) },
            ]}
            rows={places}
            keyOf={({ place, unit }) => `${place} ${unit}`}
          />
          <h2>{t('why.steps')}</h2>
          {steps.length === 0 ? (
            <p>{t('why.steps.none')}</p>
          ) : (
            <DataTable
              caption={t('why.steps')}
              columns={stepColumns(t)}
              rows={steps}
              keyOf={({ taskId }) => taskId}
            />
          )}
          {acts.length === 0 ? null : (
            <>
              <h2>{t('why.acts')}</h2>
              <DataTable
                caption={t('why.acts')}
                columns={actColumns(t)}
                rows={acts}
                keyOf={({ act }) => act}
              />
            </>
          )}
        </>
      )}
    </section>
  );
}

function stepColumns(t: Translate): readonly Column<StepAccess>[] {
  return [
    {
      key: 'step',
      header: t('why.step'),
      isName: true,
      cell: ({ stepName }) => stepName ?? t('why.step.unnamed'),
    },
    { key: 'unit', header: t('why.unit'), cell: ({ unit }) => unit },
    { key: 'role', header: t('why.role'), cell: ({ role }) => t(roleText(role)) },
    {
      key: 'verdict',
      header: t('why.verdict'),
      cell: ({ verdict }) => <Verdict may={verdict === 'may'} words={t(`why.verdict.${verdict}`)} />,
    },
  ];
}

function actColumns(t: Translate): readonly Column<ActAccess>[] {
  return [
    { key: 'act', header: t('why.act'), isName: true, cell: ({ act }) => t(`why.act.${act}`) },
    {
      key: 'verdict',
      header: t('why.verdict'),
      cell: ({ verdict }) => <Verdict may={verdict !== 'no'} words={t(`why.act.verdict.${verdict}`)} />,
    },
    { key: 'needs', header: t('why.needs'), cell: ({ needs }) => <Needs needs={needs} /> },
  ];
}

/** What may be done stands out; why not is a sentence. */
function Verdict({ may, words }: { readonly may: boolean; readonly words: string }) {
  return may ? <StatusTag tone="success">{words}</StatusTag> : words;
}

function Needs({ needs }: Pick<ActAccess, 'needs'>) {
  const { t } = useTexts();
  return (
    <ul className="mc-plain">
      {needs.map(({ permission, unit }) => (
        <li key={`${permission} ${unit}`}>
          {t('why.need', { permission: t(`permission.${permission}`), unit })}
        </li>
      ))}
    </ul>
  );
}

function sentenceOf(rule: ReadingRule, t: Translate): string {
  switch (rule.rule) {
    case 'everywhere':
      return t('why.rule.everywhere', { role: t(roleText(rule.role)) });
    case 'post':
      return t('why.rule.post', {
        role: t(roleText(rule.role)),
        unit: rule.unit,
        place: t(`why.place.${rule.place}`),
      });
    case 'grant':
      return t(`why.rule.grant.${rule.reach}`);
    default:
      return t(`why.rule.${rule.rule}`);
  }
}

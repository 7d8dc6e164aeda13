import type { OfficeDossierView, PartView } from '../../../modules/dossiers/contract.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { SelectField, TextArea, TextField, useProblems } from '../../ui/fields.tsx';
import { PartList } from '../../ui/part-list.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { type Sent, sentTo } from './sent.ts';

/** The other procedures it carries; who works on the dossier notes how far each is. */
export function Parts({ view, sent }: { readonly view: OfficeDossierView; readonly sent: Sent | undefined }) {
  const { t } = useTexts();
  if (view.parts.length === 0) return null;
  const taskId = view.actions.find(({ action }) => action === 'forward' || action === 'issue')?.taskId;
  return (
    <section className="mc-panel mc-panel--tinted mc-stack mc-stack--snug" aria-labelledby="lien-thong">
      <h2 id="lien-thong">{t('parts.on-dossier')}</h2>
      <PartList
        parts={view.parts}
        act={(part) =>
          taskId === undefined || part.state === 'done' || part.state === 'refused' ? null : (
            <RecordPart part={part} taskId={taskId} sent={sent} />
          )
        }
      />
    </section>
  );
}

function RecordPart(props: { part: PartView; taskId: string; sent: Sent | undefined }) {
  const { t } = useTexts();
  const { part, taskId, sent } = props;
  const mine =
    sent?.typed.part === part.code ? sentTo(sent, 'recordPart') : { refusal: undefined, typed: {} };
  const typed: Sent['typed'] = mine.typed;
  const problem = useProblems(mine.refusal);
  const field = (name: string) => ({
    name,
    id: `recordPart.${part.code}.${name}`,
    value: typed[name],
    problem: problem(`/${name}`),
  });
  const states =
    part.state === 'waiting' ? (['sent', 'done', 'refused'] as const) : (['done', 'refused'] as const);
  return (
    <Disclosure summary={t('parts.record', { name: part.name })} open={mine.refusal !== undefined}>
      <form method="post" className="mc-stack mc-stack--snug">
        <RequestId form={`part ${part.code}`} />
        <input type="hidden" name="taskId" value={taskId} />
        <input type="hidden" name="part" value={part.code} />
        <SelectField
          {...field('state')}
          label={t('parts.record.state')}
          options={states.map((state) => ({ value: state, label: t(`parts.record.${state}`) }))}
        />
        <TextField {...field('foreignCode')} label={t('parts.record.foreign-code')} isOptional />
        <TextField {...field('number')} label={t('parts.record.number')} />
        <TextField {...field('on')} type="date" label={t('parts.record.on')} />
        <TextArea {...field('reason')} label={t('parts.record.reason')} rows={2} />
        <button type="submit" name="intent" value="recordPart" className="ds-button" data-variant="secondary">
          {t('parts.record.save')}
        </button>
      </form>
    </Disclosure>
  );
}

import type { OfficeDossierView, TaskView } from '../../../modules/dossiers/contract.ts';
import { hasText, type Translate } from '../../../texts/translate.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { DateTime } from '../../ui/moments.tsx';
import { StatusTag, type Tone } from '../../ui/status-tag.tsx';
import { useTexts } from '../../ui/use-texts.ts';

/** Every step so far: where, who, when, how it ended, in whose form it was signed. */
export function Steps({ view }: { readonly view: OfficeDossierView }) {
  const { t } = useTexts();
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby="cac-buoc">
      <h2 id="cac-buoc">{t('office.steps.title')}</h2>
      <DataTable
        caption={t('office.steps.title')}
        columns={columnsOf(t)}
        rows={view.tasks}
        keyOf={(task) => task.taskId}
      />
    </section>
  );
}

function columnsOf(t: Translate): readonly Column<TaskView>[] {
  return [
    { key: 'step', header: t('office.queue.step'), isName: true, cell: (task) => <StepName task={task} /> },
    {
      key: 'where',
      header: t('office.steps.where'),
      cell: (task) => (
        <>
          {task.unit.name}
          <br />
          <span className="mc-subtle">{roleName(task.role, t)}</span>
        </>
      ),
    },
    { key: 'due', header: t('office.queue.due'), cell: (task) => <DateTime at={new Date(task.dueAt)} /> },
    { key: 'who', header: t('office.steps.who'), cell: (task) => <Who task={task} /> },
    {
      key: 'closed',
      header: t('office.steps.closed'),
      cell: (task) => (task.closedAt === undefined ? '–' : <DateTime at={new Date(task.closedAt)} />),
    },
    { key: 'outcome', header: t('office.steps.outcome'), cell: (task) => <Outcome task={task} /> },
  ];
}

/** A task beside the steps says what it is: a question to another unit, a wait. */
function StepName({ task }: { readonly task: TaskView }) {
  const { t } = useTexts();
  const key = task.acceptance === undefined ? undefined : (`office.acceptance.${task.acceptance}` as const);
  return (
    <>
      {task.stepName}
      {task.kind === 'opinion' ? <StatusTag tone="info">{t('office.steps.coordination')}</StatusTag> : null}
      {task.alert === undefined ? null : (
        <StatusTag tone={task.alert === 'escalated' ? 'danger' : 'warning'}>
          {t(`office.steps.alert.${task.alert}`)}
        </StatusTag>
      )}
      {task.kind === 'wait' ? <StatusTag tone="warning">{t('office.steps.wait')}</StatusTag> : null}
      {key === undefined ? null : <StatusTag tone="info">{t(key)}</StatusTag>}
    </>
  );
}

function roleName(role: string, t: Translate): string {
  const key = `office.role.${role}`;
  return hasText(key) ? t(key) : role;
}

function Who({ task }: { readonly task: TaskView }) {
  const { t } = useTexts();
  const name = task.closedBy ?? task.takenUpBy;
  if (name === undefined) return <span className="mc-subtle">{t('office.queue.no-taker')}</span>;
  return (
    <>
      {name}
      {task.signedAs === undefined ? null : (
        <>
          <br />
          <strong>{task.signedAs}</strong>
        </>
      )}
    </>
  );
}

const tones: Readonly<Record<string, Tone>> = {
  forward: 'success',
  back: 'warning',
  refuse: 'danger',
  stop: 'danger',
  transfer: 'warning',
  silence: 'success',
  withdrawn: 'neutral',
};

function Outcome({ task }: { readonly task: TaskView }) {
  const { t } = useTexts();
  const key = `office.outcome.${task.outcome ?? 'open'}`;
  return (
    <>
      <StatusTag tone={tones[task.outcome ?? ''] ?? 'info'}>{hasText(key) ? t(key) : task.outcome}</StatusTag>
      {task.handedTo === undefined ? null : <div>{t('office.steps.handed-to', { name: task.handedTo })}</div>}
      {task.document === undefined ? null : (
        <div>
          {t('office.steps.document', {
            name: task.document.name,
            number: task.document.number,
            on: task.document.on.split('-').reverse().join('/'),
          })}
        </div>
      )}
      {task.note === undefined ? null : <div>{task.note}</div>}
    </>
  );
}

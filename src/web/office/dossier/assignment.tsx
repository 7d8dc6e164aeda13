import type { TaskAssignment } from '../../../modules/dossiers/contract.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { useTexts } from '../../ui/use-texts.ts';

interface AssignmentProps {
  readonly dossierId: string;
  readonly tasks: readonly TaskAssignment[];
}

/** Who has each open step, and, where that is the viewer's to decide, giving it to somebody or back. */
export function Assignment({ dossierId, tasks }: AssignmentProps) {
  const { t } = useTexts();
  const shown = tasks.filter(
    (task) => task.mayRelease || task.colleagues.length > 0 || task.actsFor !== undefined,
  );
  if (shown.length === 0) return null;
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby="phan-cong">
      <h2 id="phan-cong">{t('office.assignment.title')}</h2>
      {shown.map((task) => (
        <TaskPart key={task.taskId} dossierId={dossierId} task={task} />
      ))}
    </section>
  );
}

function TaskPart({ dossierId, task }: { readonly dossierId: string; readonly task: TaskAssignment }) {
  const { t } = useTexts();
  const address = `/can-bo/ho-so/${dossierId}/phan-cong`;
  return (
    <div className="mc-card mc-stack mc-stack--snug">
      <p>
        {task.stepName}: <Holder task={task} />
      </p>
      {task.mayRelease ? (
        <form method="post" action={address}>
          <RequestId form={`release ${task.taskId}`} />
          <input type="hidden" name="taskId" value={task.taskId} />
          <button type="submit" className="ds-button" data-variant="tertiary" name="act" value="release">
            {t('office.bulk.release')}
          </button>
        </form>
      ) : null}
      {task.colleagues.length === 0 ? null : (
        <details open={task.awaitsHead}>
          <summary>{t('office.assignment.give')}</summary>
          <form method="post" action={address} className="mc-stack mc-stack--snug">
            <RequestId form={`assign ${task.taskId}`} />
            <input type="hidden" name="taskId" value={task.taskId} />
            <SelectField
              name="accountId"
              id={`giao-${task.taskId}`}
              label={t('office.bulk.to')}
              empty={t('office.bulk.choose')}
              options={task.colleagues.map(({ accountId, name, openTasks }) => ({
                value: accountId,
                label: t('office.bulk.person', { name, open: openTasks }),
              }))}
            />
            {task.holder === undefined ? null : (
              <TextField name="reason" id={`ly-do-${task.taskId}`} label={t('office.bulk.reason')} />
            )}
            <div>
              <button
                type="submit"
                className="ds-button"
                data-variant={task.awaitsHead ? 'primary' : 'secondary'}
                name="act"
                value="assign"
              >
                {t('office.bulk.assign')}
              </button>
            </div>
          </form>
        </details>
      )}
    </div>
  );
}

function Holder({ task }: { readonly task: TaskAssignment }) {
  const { t } = useTexts();
  if (task.awaitsHead) return <StatusTag tone="warning">{t('office.assignment.awaits')}</StatusTag>;
  if (task.isMine) return <strong>{t('office.queue.me')}</strong>;
  if (task.actsFor !== undefined)
    return <StatusTag tone="info">{t('office.queue.stand-in', { name: task.actsFor })}</StatusTag>;
  return <strong>{task.holder ?? t('office.queue.no-taker')}</strong>;
}

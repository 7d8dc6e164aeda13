import type { LedUnit, Queue } from '../../../modules/dossiers/contract.ts';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';

/** Queues whose rows nobody works on from the list: they rest, or are of other units. */
const withoutActs: ReadonlySet<Queue> = new Set<Queue>([
  'tra-hom-nay',
  'phoi-hop',
  'cho-bo-sung',
  'cho-nghia-vu-tai-chinh',
]);

export function hasBulkActs(queue: Queue): boolean {
  return !withoutActs.has(queue);
}

interface BulkBarProps {
  readonly queue: Queue;
  readonly led: readonly LedUnit[];
  readonly signs: boolean;
}

/** What can be done with the ticked rows; it stands out once a row is ticked. Each dossier is decided on its own. */
export function BulkBar({ queue, led, signs }: BulkBarProps) {
  const { t } = useTexts();
  const isToAssign = queue === 'cho-phan-cong';
  return (
    <fieldset className="mc-bulk mc-no-print">
      <legend className="mc-visually-hidden">{t('office.bulk.title')}</legend>
      <RequestId form="bulk" />
      <p className="mc-bulk__hint mc-subtle">{t('office.bulk.hint')}</p>
      <div className="mc-row mc-bulk__acts">
        {isToAssign ? null : (
          <>
            <Act act="takeUp" label={t('office.bulk.takeUp')} />
            <Act act="release" label={t('office.bulk.release')} />
          </>
        )}
        {signs && queue === 'cho-ky' ? <Act act="sign" label={t('office.bulk.sign')} isMain /> : null}
      </div>
      {led.length === 0 || queue === 'cho-tiep-nhan' ? null : <AssignPart led={led} isMain={isToAssign} />}
    </fieldset>
  );
}

function AssignPart({ led, isMain }: { readonly led: readonly LedUnit[]; readonly isMain: boolean }) {
  const { t } = useTexts();
  return (
    <div className="mc-row mc-bulk__assign">
      <div className="ds-field">
        <label className="ds-label" htmlFor="accountId">
          {t('office.bulk.to')}
        </label>
        <select className="ds-input" id="accountId" name="accountId" defaultValue="">
          <option value="">{t('office.bulk.choose')}</option>
          {led.map((unit) => (
            <optgroup key={unit.unitId} label={unit.name}>
              {unit.people.map((person) => (
                <option key={person.accountId} value={person.accountId}>
                  {t('office.bulk.person', { name: person.name, open: person.openTasks })}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <div className="ds-field">
        <label className="ds-label" htmlFor="reason">
          {t('office.bulk.reason')}
        </label>
        <input className="ds-input" id="reason" name="reason" autoComplete="off" maxLength={500} />
      </div>
      <Act act="assign" label={t('office.bulk.assign')} isMain={isMain} />
    </div>
  );
}

interface ActProps {
  readonly act: string;
  readonly label: string;
  readonly isMain?: boolean;
}

function Act({ act, label, isMain = false }: ActProps) {
  return (
    <button
      type="submit"
      className="ds-button"
      data-variant={isMain ? 'primary' : 'secondary'}
      name="act"
      value={act}
    >
      {label}
    </button>
  );
}

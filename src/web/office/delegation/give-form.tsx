import type { Refusal } from '../../../kernel/refusal.ts';
import { type LendablePost, lentActs } from '../../../modules/identity/contract.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { SelectField, TextField, Tick, useProblems } from '../../ui/fields.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { delegationsHome } from './addresses.ts';
import type { Kept } from './give-input.ts';
import { TickGroup } from './tick-group.tsx';

interface GiveFormProps {
  readonly lendable: readonly LendablePost[];
  readonly sectors: readonly string[];
  readonly today: string;
  readonly kept: Kept | undefined;
  readonly refusal: Refusal | undefined;
}

/** Lends a power of one's post: which, to whom, by which decision, from when to when. */
export function GiveForm({ lendable, sectors, today, kept, refusal }: GiveFormProps) {
  const { t } = useTexts();
  const problem = useProblems(refusal);
  const typed = kept?.typed ?? {};
  const offered = lentActs.filter((act) => lendable.some(({ acts }) => acts.includes(act)));
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby="giao-quyen">
      <h2 id="giao-quyen">{t('delegation.give')}</h2>
      <form method="post" action={delegationsHome} className="mc-card mc-card--form mc-stack">
        <RequestId form="give" />
        <input type="hidden" name="intent" value="give" />
        <div className="mc-filters">
          <SelectField
            name="kind"
            label={t('delegation.field.kind')}
            value={typed.kind}
            options={[
              { value: 'authorised', label: t('delegation.kind.authorised.long') },
              { value: 'signingFor', label: t('delegation.kind.signingFor.long') },
            ]}
            problem={problem('/kind')}
          />
          <SelectField
            name="principalPostId"
            label={t('delegation.field.principalPostId')}
            value={typed.principalPostId}
            options={lendable.map(({ postId, passedOnFrom, title, unit }) => ({
              value: [postId, passedOnFrom].filter((part) => part !== undefined).join(' '),
              label: t(passedOnFrom ? 'delegation.post.passed' : 'delegation.post', { title, unit }),
            }))}
            problem={problem('/principalPostId')}
          />
          <SelectField
            name="delegatePersonId"
            label={t('delegation.field.delegatePersonId')}
            value={typed.delegatePersonId}
            empty={t('office.bulk.choose')}
            options={peopleOf(lendable, t('delegation.deputy'))}
            problem={problem('/delegatePersonId')}
          />
        </div>
        <TickGroup
          name="acts"
          legend={t('delegation.field.acts')}
          options={offered.map((act) => ({ value: act, label: t(`delegation.act.${act}`) }))}
          ticked={kept?.acts ?? ['result']}
          problem={problem('/acts')}
        />
        <Disclosure summary={t('delegation.limits')} open={isLimited(kept)}>
          <div className="mc-stack mc-stack--snug">
            <p className="mc-small mc-subtle">{t('delegation.limits.hint')}</p>
            <TickGroup
              name="sectors"
              legend={t('delegation.field.sectors')}
              options={sectors.map((name) => ({ value: name, label: name }))}
              ticked={kept?.sectors ?? []}
              problem={problem('/sectors')}
            />
            <TextField
              name="procedures"
              label={t('delegation.field.procedures')}
              hint={t('delegation.procedures.hint')}
              value={typed.procedures}
              problem={problem('/procedures')}
              isOptional
            />
          </div>
        </Disclosure>
        <div className="mc-filters">
          <TextField
            name="decisionNumber"
            label={t('delegation.field.decisionNumber')}
            placeholder="15/QĐ-UBND"
            value={typed.decisionNumber}
            problem={problem('/decisionNumber')}
          />
          <TextField
            name="decisionOn"
            type="date"
            label={t('delegation.field.decisionOn')}
            value={typed.decisionOn ?? today}
            problem={problem('/decisionOn')}
          />
          <TextField
            name="fromOn"
            type="date"
            label={t('delegation.field.fromOn')}
            value={typed.fromOn ?? today}
            problem={problem('/fromOn')}
          />
          <TextField
            name="lastOn"
            type="date"
            label={t('delegation.field.lastOn')}
            value={typed.lastOn}
            problem={problem('/lastOn')}
          />
        </div>
        <Tick name="mayPassOn" label={t('delegation.may-pass-on')} checked={typed.mayPassOn === 'on'} />
        <p className="mc-small mc-subtle">{t('delegation.give.effect')}</p>
        <div>
          <button type="submit" className="ds-button" data-variant="primary">
            {t('delegation.give.do')}
          </button>
        </div>
      </form>
    </section>
  );
}

function isLimited(kept: Kept | undefined): boolean {
  return kept !== undefined && (kept.sectors.length > 0 || (kept.typed.procedures ?? '') !== '');
}

/** Everybody some post may be lent to, once each. */
function peopleOf(lendable: readonly LendablePost[], deputy: string) {
  const people = new Map(
    lendable.flatMap((post) => post.people.map((each) => [each.personId, each] as const)),
  );
  return [...people.values()].map(({ personId, name, title, isDeputy }) => ({
    value: personId,
    label: isDeputy ? `${name} – ${title} (${deputy})` : `${name} – ${title}`,
  }));
}

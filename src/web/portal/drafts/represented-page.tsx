import { redirect } from 'react-router';
import { capacities } from '../../../modules/dossiers/contract.ts';
import { appContext, commandOf } from '../../context.ts';
import type { PageHandle } from '../../page-handle.ts';
import { refusedPage } from '../../refusals.ts';
import { ErrorSummary, fieldId } from '../../ui/error-summary.tsx';
import { TextField, Tick, useProblems } from '../../ui/fields.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import type { Route } from './+types/represented-page.ts';
import { DraftFrame } from './draft-frame.tsx';
import { openDraft } from './open-draft.ts';
import { representedIn, type TypedRepresented, typedOf } from './represented-input.ts';

export const handle: PageHandle = {};

/**
 * For whom the draft is made, and by what right. Nothing to choose for a helper and an organisation's account: the review
 * says whose it is.
 */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { draft, steps } = await openDraft(app, request, params.draftId);
  const { actor } = app.caller;
  const isSettled = draft.helps !== undefined || (actor.kind === 'citizen' && actor.organisationId);
  if (isSettled) throw redirect(`/ban-khai/${draft.draftId}/kiem-tra`);
  return { draft, steps };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const app = context.get(appContext);
  const form = await request.formData();
  await openDraft(app, request, params.draftId);
  const typed = typedOf(form);
  const saved = await app.modules.dossiers.commands.saveRepresented(commandOf(app, form), {
    draftId: params.draftId,
    expectedVersion: Number(form.get('version')),
    represented: representedIn(typed),
  });
  if (!saved.ok) return refusedPage(saved.refusal, { typed });
  return redirect(`/ban-khai/${params.draftId}/${typed.capacity === 'self' ? 'kiem-tra' : 'giay-to'}`);
}

const controlOf = (pointer: string) => fieldId(pointer.replace('/represented', ''));

export default function RepresentedPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTexts();
  const { draft, steps } = loaderData;
  const refusal = actionData?.refusal;
  const review = `/ban-khai/${draft.draftId}/kiem-tra`;
  const typed: TypedRepresented = actionData?.typed ?? typedOf(draft.represented);
  const problem = useProblems(refusal);
  const field = (name: string) => ({
    name,
    value: typed[name],
    problem: problem(`/represented/${name.replace('.', '/')}`),
  });
  const labels: Readonly<Record<string, string>> = {
    '/represented/owner/name': t('represent.owner.name'),
    '/represented/owner/identityNumber': t('office.party.identity'),
    '/represented/owner/taxCode': t('represent.tax-code'),
    '/represented/owner/phone': t('office.party.phone'),
    '/represented/representation/document': t('represent.document.name'),
    '/represented/representation/issuedOn': t('represent.issued-on'),
  };
  return (
    <DraftFrame
      draft={draft}
      steps={steps}
      current="kiem-tra"
      title={t('represent.title')}
      back={{ href: review, text: t('draft.back-to', { step: t('draft.review.step') }) }}
    >
      <form method="post" className="mc-stack mc-stack--loose mc-form mc-represent">
        <RequestId form="nop-cho" />
        <input type="hidden" name="version" value={draft.version} />
        <ErrorSummary refusal={refusal} idOf={controlOf} labelOf={(pointer) => labels[pointer]} />
        <p>{t('represent.lead')}</p>
        <fieldset className="ds-fieldset mc-field" id="representation.capacity" tabIndex={-1}>
          <legend className="ds-label">{t('represent.who')}</legend>
          {(['self', ...capacities] as const).map((capacity) => (
            <Tick
              key={capacity}
              type="radio"
              name="capacity"
              id={`capacity-${capacity}`}
              value={capacity}
              label={t(`represent.${capacity}`)}
              checked={typed.capacity === capacity}
            />
          ))}
        </fieldset>
        <fieldset className="ds-fieldset mc-stack mc-stack--snug mc-represent__other">
          <legend className="ds-label">{t('represent.owner')}</legend>
          <TextField {...field('owner.name')} label={t('represent.owner.name')} />
          <div className="mc-represent__person">
            <TextField
              {...field('owner.identityNumber')}
              label={t('office.party.identity')}
              inputMode="numeric"
              isOptional
            />
          </div>
          <div className="mc-represent__organisation">
            <TextField
              {...field('owner.taxCode')}
              label={t('represent.tax-code')}
              hint={t('represent.tax-code.hint')}
              inputMode="numeric"
            />
          </div>
          <TextField {...field('owner.phone')} label={t('office.party.phone')} inputMode="tel" isOptional />
          <TextField {...field('owner.address')} label={t('office.party.address')} isOptional />
        </fieldset>
        <fieldset className="ds-fieldset mc-stack mc-stack--snug mc-represent__other">
          <legend className="ds-label">{t('represent.document')}</legend>
          <TextField
            {...field('representation.document')}
            label={t('represent.document.name')}
            hint={t('represent.document.hint')}
          />
          <TextField {...field('representation.number')} label={t('represent.number')} isOptional />
          <TextField
            {...field('representation.issuedOn')}
            type="date"
            label={t('represent.issued-on')}
            isOptional
          />
          <TextField {...field('representation.issuedBy')} label={t('represent.issued-by')} isOptional />
        </fieldset>
        <div className="mc-form__actions">
          <button type="submit" className="ds-button" data-variant="primary">
            {t('represent.save')}
          </button>
          <a className="ds-button" data-variant="tertiary" href={review}>
            {t('represent.leave')}
          </a>
        </div>
      </form>
    </DraftFrame>
  );
}

import { redirect } from 'react-router';
import { addDays, parsePlainDate, plainDateOf } from '../../../../kernel/plain-date.ts';
import { listNames } from '../../../../modules/catalogue/contract.ts';
import { readUploadOutcome } from '../../../../modules/documents/contract.ts';
import { formatDate } from '../../../../texts/format.ts';
import { appContext } from '../../../context.ts';
import { orErrorPage, refusedPage } from '../../../refusals.ts';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { useTexts } from '../../../ui/use-texts.ts';
import { UploadNotice } from '../../dossier/upload-notice.tsx';
import { requireOfficer } from '../../require-officer.ts';
import { typedOf } from '../../typed.ts';
import { decisionAddress, decisionsHome } from '../addresses.ts';
import { Impacts } from '../impact/impacts.tsx';
import { plainDate } from '../plain-date.ts';
import type { Route } from './+types/decision.ts';
import { Abolish } from './abolish.tsx';
import { AttachDrafts } from './attach-drafts.tsx';
import { DecisionFile } from './decision-file.tsx';
import { carryOut } from './decision-intents.ts';
import { decisionLabel } from './decision-label.ts';
import { Effect } from './effect.tsx';
import { Lines } from './lines.tsx';
import { Lists } from './lists.tsx';
import { partOf } from './part-of.ts';
import { Publicity } from './publicity.tsx';
import { Undo, Undone } from './undo.tsx';

/** A decision: what it says, which procedures it touches, and everything it would change from a day (`?tu=`). */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  const { queries } = modules.catalogue;
  const decision = orErrorPage(await queries.getDecision(caller, params.decisionId));
  const { decisionId } = decision;
  const today = plainDateOf(caller.now);
  const seen = new URL(request.url).searchParams;
  const from = parsePlainDate(seen.get('tu') ?? '') ?? addDays(today, 1);
  const isOpen = decision.inForceFrom === undefined;
  const effect = isOpen ? await queries.effectOf(caller, { decisionId, from }) : undefined;
  const lines = partOf(decision.lines, ({ code }) => code, seen.get('dong'));
  const codes = lines.rows.map(({ code }) => code);
  const lists = partOf(decision.lists, ({ list, code }) => `${list} ${code}`, seen.get('muc'));
  const approved = isOpen
    ? orErrorPage(await queries.listDrafts(caller, { state: 'approved', limit: 200 }))
    : undefined;
  const impacts =
    isOpen && decision.lines.length > 0
      ? orErrorPage(await queries.impactOf(caller, { of: { decisionId }, codes }))
      : [];
  const [file] =
    decision.fileId === undefined ? [] : await modules.documents.queries.readFiles(caller, [decision.fileId]);
  const attached = new Set(decision.lines.map(({ code }) => code));
  return {
    decision,
    lines,
    lists,
    file: file && { fileId: file.fileId, name: file.name, ...(file.hold && { hold: file.hold }) },
    upload: readUploadOutcome(seen),
    from,
    adding: listNames.find((list) => list === seen.get('danh-muc')),
    impacts,
    effect: effect?.ok ? effect.value : undefined,
    wrong: effect === undefined || effect.ok ? undefined : effect.refusal,
    approved: approved?.items.filter(({ code }) => !attached.has(code)) ?? [],
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const form = await request.formData();
  const done = await carryOut(app, params.decisionId, form);
  if (!done.ok) return refusedPage(done.refusal, { typed: typedOf(form) });
  throw redirect(decisionAddress(params.decisionId, partShown(request.url)));
}

/** Which part of many lines an address shows: it stays after an act. */
function partShown(url: string) {
  const seen = new URL(url).searchParams;
  return { dong: seen.get('dong'), muc: seen.get('muc') };
}

export default function DecisionPage({ loaderData, actionData }: Route.ComponentProps) {
  const { decision, lines, lists, file, upload, from, adding, impacts, effect, wrong, approved } = loaderData;
  const { t } = useTexts();
  const isOpen = decision.inForceFrom === undefined;
  const back = { href: decisionsHome, text: t('catalogue.decision.title') };
  return (
    <div className="mc-stack">
      <PageTitle title={decision.number} back={back} {...(decision.title && { lead: decision.title })} />
      <ErrorSummary refusal={actionData?.refusal ?? wrong} labelOf={(pointer) => decisionLabel(pointer, t)} />
      <UploadNotice outcome={actionData === undefined ? upload : undefined} />
      {decision.inForceFrom === undefined ? null : (
        <Notice tone="success" announced>
          <p>{t('catalogue.decision.carried-out', { date: formatDate(plainDate(decision.inForceFrom)) })}</p>
        </Notice>
      )}
      {isOpen ? <Undone undone={decision.undone} /> : null}
      <div className="mc-drafting">
        <div className="mc-stack mc-stack--loose">
          <Lines
            decisionId={decision.decisionId}
            lines={lines}
            count={decision.lines.length}
            version={decision.version}
            isOpen={isOpen}
          />
          <Lists
            decisionId={decision.decisionId}
            lines={lists}
            count={decision.lists.length}
            version={decision.version}
            isOpen={isOpen}
            adding={adding}
            refused={actionData?.typed.intent === 'list' ? actionData : undefined}
          />
          {isOpen ? <AttachDrafts drafts={approved} version={decision.version} /> : null}
          {impacts.length === 0 ? null : (
            <section className="mc-stack mc-stack--snug" aria-labelledby="anh-huong">
              <h2 id="anh-huong">{t('catalogue.impact.title')}</h2>
              <Impacts impacts={impacts} />
            </section>
          )}
          {isOpen ? (
            <Effect effect={effect} from={from} version={decision.version} lines={lines} lists={lists} />
          ) : null}
        </div>
        <aside className="mc-stack">
          <Facts decision={decision} />
          <DecisionFile {...decision} file={file} isOpen={isOpen} />
          <Publicity decision={decision} refusal={actionData?.refusal} />
          <Undo decision={decision} refused={actionData?.typed.intent === 'undo' ? actionData : undefined} />
          {isOpen ? <Abolish version={decision.version} /> : null}
        </aside>
      </div>
    </div>
  );
}

const dates = ['decidedOn', 'effectiveOn', 'announcedOn', 'publishedOn', 'postedOn'] as const;

function Facts({ decision }: { readonly decision: Route.ComponentProps['loaderData']['decision'] }) {
  const { t } = useTexts();
  return (
    <DefinitionList
      items={[
        { term: t('catalogue.decision.kind'), value: t(`catalogue.decision.kind.${decision.kind}`) },
        { term: t('catalogue.decision.agency'), value: decision.agency },
        { term: t('catalogue.decision.signer'), value: decision.signer ?? '–' },
        ...dates.map((name) => ({
          term: t(`catalogue.decision.${name}`),
          value: decision[name] === undefined ? '–' : formatDate(plainDate(decision[name])),
        })),
      ]}
    />
  );
}

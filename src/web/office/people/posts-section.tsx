import type { PersonPage, PostView } from '../../../modules/identity/contract.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { TextField, useProblems } from '../../ui/fields.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { roleText } from '../office-queues.ts';
import type { Typed } from '../typed.ts';
import { ActForm } from './act-form.tsx';
import { daysOf } from './days-of.ts';
import { PostFields, TitleFields } from './post-fields.tsx';
import type { SectionProps } from './section-props.ts';

/** Posts held, to come and past, each with what may be done about it; and one more. */
export function PostsSection(props: SectionProps & { readonly today: string }) {
  const { t } = useTexts();
  const { person, today, form, typed, refusal } = props;
  const lasting = person.posts.filter(({ when }) => when !== 'past');
  const past = person.posts.filter(({ when }) => when === 'past');
  const isHere = form === 'give';
  return (
    <section className="mc-panel mc-stack" aria-labelledby="chuc-vu">
      <h2 id="chuc-vu">{t('people.posts')}</h2>
      <WorkInHand work={person.work} />
      {lasting.length === 0 ? <p className="mc-subtle">{t('people.posts.none')}</p> : null}
      <ul className="mc-cards">
        {lasting.map((post) => (
          <li key={post.postId} className="mc-card mc-card--form mc-stack mc-stack--snug">
            <PostHead post={post} />
            {person.isSelf ? null : <PostActs {...props} post={post} />}
          </li>
        ))}
      </ul>
      {person.isSelf ? (
        <p className="mc-subtle">{t('people.posts.own')}</p>
      ) : (
        <Disclosure summary={t('people.post.give')} open={isHere}>
          <ActForm form="give" intent="give" label={t('people.post.give')} variant="primary">
            <PostFields
              prefix="give"
              typed={isHere ? typed : { from: today }}
              refusal={isHere ? refusal : undefined}
            />
          </ActForm>
        </Disclosure>
      )}
      {past.length === 0 ? null : (
        <Disclosure summary={t('people.posts.past', { count: past.length })}>
          <ul className="mc-cards">
            {past.map((post) => (
              <li key={post.postId} className="mc-card">
                <PostHead post={post} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  );
}

/** What must be handed over where a post ends. */
function WorkInHand({ work }: { readonly work: PersonPage['work'] }) {
  const { t } = useTexts();
  if (work.length === 0) return null;
  return (
    <Notice tone="warning" title={t('people.work')}>
      <ul>
        {work.map(({ unit, open }) => (
          <li key={unit}>{t('people.work.unit', { unit, count: open })}</li>
        ))}
      </ul>
      <p>{t('people.work.body')}</p>
    </Notice>
  );
}

function PostHead({ post }: { readonly post: PostView }) {
  const { t } = useTexts();
  return (
    <div className="mc-stack mc-stack--tight">
      <strong>
        {post.title} – {post.unit}
      </strong>
      <span className="mc-subtle mc-small">
        {t(roleText(post.role))} · {daysOf(post, t)}
        {post.signatureLines.length === 0 ? null : (
          <> · {t('people.post.signs', { lines: post.signatureLines.join(' / ') })}</>
        )}
      </span>
      {post.when === 'coming' ? <StatusTag tone="info">{t('people.post.coming')}</StatusTag> : null}
    </div>
  );
}

function PostActs({
  post,
  today,
  form,
  typed,
  refusal,
}: SectionProps & { readonly today: string; readonly post: PostView }) {
  const { t } = useTexts();
  const nameOf = (intent: string) => `${intent}.${post.postId}`;
  const sent = (intent: string, otherwise: Typed) =>
    form === nameOf(intent) ? { typed, refusal } : { typed: otherwise, refusal: undefined };
  const hidden = { postId: post.postId };
  const title = { title: post.title, signatureLines: post.signatureLines.join('\n') };
  const end = sent('end-post', { lastOn: today });
  const change = sent('change-post', { ...title, lastOn: post.lastOn ?? '' });
  const move = sent('transfer', {});
  return (
    <div className="mc-stack mc-stack--tight">
      <Disclosure summary={t('people.post.transfer')} open={form === nameOf('transfer')}>
        <ActForm
          form={nameOf('transfer')}
          intent="transfer"
          hidden={hidden}
          label={t('people.post.transfer')}
          effect={t('people.post.transfer.effect')}
          reason={move}
          variant="primary"
        >
          <PostFields prefix={nameOf('transfer')} {...move} />
        </ActForm>
      </Disclosure>
      <Disclosure summary={t('people.post.change')} open={form === nameOf('change-post')}>
        <ActForm
          form={nameOf('change-post')}
          intent="change-post"
          hidden={hidden}
          label={t('people.post.change.do')}
          reason={change}
        >
          <TitleFields prefix={nameOf('change-post')} {...change} />
          <LastDay prefix={nameOf('change-post')} {...change} isOptional />
        </ActForm>
      </Disclosure>
      <Disclosure summary={t('people.post.end')} open={form === nameOf('end-post')}>
        <ActForm
          form={nameOf('end-post')}
          intent="end-post"
          hidden={hidden}
          label={t('people.post.end')}
          effect={t('people.post.end.effect')}
          reason={end}
        >
          <LastDay prefix={nameOf('end-post')} {...end} />
        </ActForm>
      </Disclosure>
    </div>
  );
}

interface LastDayProps extends Pick<SectionProps, 'typed' | 'refusal'> {
  readonly prefix: string;
  readonly isOptional?: boolean;
}

function LastDay({ prefix, typed, refusal, isOptional = false }: LastDayProps) {
  const { t } = useTexts();
  const problem = useProblems(refusal);
  return (
    <TextField
      name="lastOn"
      id={`${prefix}.lastOn`}
      label={t('people.post.last')}
      {...(isOptional && { hint: t('people.post.last.hint') })}
      type="date"
      value={typed.lastOn}
      problem={problem('/lastOn')}
      isOptional={isOptional}
    />
  );
}

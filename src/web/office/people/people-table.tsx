import type { PersonLine, PostView } from '../../../modules/identity/contract.ts';
import type { Translate } from '../../../texts/translate.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { DateTime } from '../../ui/moments.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { personAddress } from './addresses.ts';
import { daysOf } from './days-of.ts';

/** People with their posts and the state of their accounts. */
export function PeopleTable({ items }: { readonly items: readonly PersonLine[] }) {
  const { t } = useTexts();
  return (
    <DataTable
      caption={t('people.title')}
      columns={columnsOf(t)}
      rows={items}
      keyOf={({ accountId }) => accountId}
    />
  );
}

function columnsOf(t: Translate): readonly Column<PersonLine>[] {
  return [
    {
      key: 'name',
      header: t('people.person'),
      isName: true,
      cell: ({ accountId, name, login }) => (
        <span className="mc-stack mc-stack--tight">
          <a href={personAddress(accountId)}>{name}</a>
          <span className="mc-subtle">{login}</span>
        </span>
      ),
    },
    {
      key: 'posts',
      header: t('people.posts'),
      cell: ({ posts }) => (posts.length === 0 ? '–' : <Posts posts={posts} />),
    },
    { key: 'state', header: t('people.state'), cell: (line) => <State line={line} /> },
    {
      key: 'seen',
      header: t('people.seen'),
      cell: ({ seenAt }) => (seenAt === undefined ? '–' : <DateTime at={new Date(seenAt)} />),
    },
  ];
}

function Posts({ posts }: { readonly posts: readonly PostView[] }) {
  const { t } = useTexts();
  return (
    <ul className="mc-plain">
      {posts.map((post) => (
        <li key={post.postId}>
          {post.title} – {post.unit}
          {post.when === 'coming' || post.lastOn !== undefined ? (
            <span className="mc-subtle mc-small"> ({daysOf(post, t)})</span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

const tones = { open: 'success', closed: 'neutral', 'not-activated': 'info' } as const;

function State({ line: { state, lacksFactor } }: { readonly line: PersonLine }) {
  const { t } = useTexts();
  return (
    <span className="mc-stack mc-stack--tight">
      <StatusTag tone={tones[state]}>{t(`people.state.${state}`)}</StatusTag>
      {lacksFactor ? <StatusTag tone="warning">{t('people.state.without-factor')}</StatusTag> : null}
    </span>
  );
}

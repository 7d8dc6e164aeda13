import type { ReorganisationView } from '../../../modules/identity/public.ts';
import { SelectField } from '../../ui/fields.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { roleText } from '../office-queues.ts';

/** Every post of a unit that ends, and where it goes. */
export function PostPlaces({ plan }: { readonly plan: ReorganisationView }) {
  const { t } = useTexts();
  if (plan.posts.length === 0) return null;
  const lines = new Map(plan.ends.map((line) => [line.unitId, line]));
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby="chuc-danh">
      <h2 id="chuc-danh">{t('units.places', { count: plan.posts.length })}</h2>
      <p className="mc-subtle">{t('units.places.lead')}</p>
      <form method="post" className="mc-stack mc-stack--snug">
        <RequestId form="place" />
        <input type="hidden" name="intent" value="place" />
        <input type="hidden" name="version" value={plan.version} />
        {[...Map.groupBy(plan.posts, ({ unitId }) => unitId)].map(([unitId, posts]) => (
          <fieldset key={unitId} className="mc-panel mc-stack mc-stack--snug">
            <legend>{lines.get(unitId)?.name}</legend>
            <div className="mc-filters">
              {posts.map((post) => (
                <SelectField
                  key={post.postId}
                  name={`post.${post.postId}`}
                  label={`${post.name} – ${post.title} (${t(roleText(post.role))})`}
                  value={post.to === null ? 'end' : post.to?.unitId}
                  {...(post.to === undefined && { empty: t('units.choice.none') })}
                  options={[
                    ...optionsOf(lines.get(unitId), post.to),
                    { value: 'end', label: t('units.places.end') },
                  ]}
                />
              ))}
            </div>
          </fieldset>
        ))}
        <div>
          <button type="submit" className="ds-button" data-variant="secondary">
            {t('units.places.save')}
          </button>
        </div>
      </form>
    </section>
  );
}

/** The successors, and where the post was put besides. */
function optionsOf(
  line: ReorganisationView['ends'][number] | undefined,
  to: ReorganisationView['posts'][number]['to'],
) {
  const successors = line?.successors ?? [];
  const elsewhere = to && !successors.some(({ unitId }) => unitId === to.unitId) ? [to] : [];
  return [...successors, ...elsewhere].map(({ unitId, name }) => ({ value: unitId, label: name }));
}

import type { TextKey } from '../../../texts/catalogue.ts';
import type { Translate } from '../../../texts/translate.ts';

const labels: Readonly<Record<string, TextKey>> = {
  name: 'people.name',
  login: 'people.login',
  phone: 'people.phone',
  email: 'people.email',
  reason: 'people.reason',
  unit: 'people.post.unit',
  role: 'people.post.role',
  title: 'people.post.title',
  signatureLines: 'people.post.lines',
  from: 'people.post.from',
  lastOn: 'people.post.last',
};

/** What these forms call a field of the input; a line of a field is called as the field. */
export function peopleFieldLabel(pointer: string, t: Translate): string | undefined {
  const field = pointer.split('/').findLast((part) => Object.hasOwn(labels, part));
  const key = labels[field ?? ''];
  return key && t(key);
}

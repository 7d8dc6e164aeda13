import { hasText, type Translate } from '../../../texts/translate.ts';

/** What these forms call a field of the input. */
export function peopleFieldLabel(pointer: string, t: Translate): string | undefined {
  const field = pointer.split('/').at(-1) ?? '';
  const keys = [
    `people.${field}`,
    `people.post.${field}`,
    `people.post.${field === 'lastOn' ? 'last' : 'lines'}`,
  ];
  const key = keys.find((each) => hasText(each));
  return key !== undefined && hasText(key) ? t(key) : undefined;
}

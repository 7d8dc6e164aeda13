import { expect, it } from 'vitest';
import { patternFinder } from './page-pattern.ts';

const find = patternFinder([
  { id: 'root', path: '' },
  { id: 'layout', parentId: 'root' },
  { id: 'home', parentId: 'layout' },
  { id: 'none', parentId: 'layout', path: '*' },
  { id: 'procedure', parentId: 'layout', path: 'thu-tuc/:code' },
  { id: 'print', parentId: 'layout', path: 'thu-tuc/:code/in' },
  { id: 'mine', parentId: 'layout', path: 'ho-so/:id' },
  { id: 'special', parentId: 'layout', path: 'ho-so/moi' },
]);

it.each([
  ['/', '/'],
  ['/thu-tuc/1.001193', '/thu-tuc/:code'],
  ['/thu-tuc/1.001193/', '/thu-tuc/:code'],
  ['/thu-tuc/1.001193/in', '/thu-tuc/:code/in'],
  ['/ho-so/moi', '/ho-so/moi'],
  ['/ho-so/079123456789', '/ho-so/:id'],
  ['/nguyen-van/bi-mat', '/*'],
])('%s belongs to %s', (pathname, pattern) => {
  expect(find(pathname)).toBe(pattern);
});

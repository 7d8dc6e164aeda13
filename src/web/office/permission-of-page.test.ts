import { expect, test } from 'vitest';
import { permissionOfPage, whyAddress } from './permission-of-page.ts';

test.each([
  ['/can-bo/nguoi-dung', 'identity.manage'],
  ['/can-bo/nguoi-dung/0198c0de-0000-7000-8000-000000000001', 'identity.manage'],
  ['/can-bo/quyen/cap-rieng', 'identity.manage'],
  ['/can-bo/thu-tuc/muc-do', 'catalogue.edit'],
  ['/can-bo/nhat-ky', 'audit.search'],
  ['/can-bo/nhat-ky-khac', undefined],
  ['/can-bo/hang-doi/cho-ky', undefined],
])('%s needs %s', (pathname, permission) => {
  expect(permissionOfPage(pathname)).toBe(permission);
});

test('the explanation is asked of the permission, or of a dossier', () => {
  expect(whyAddress('audit.search')).toBe('/can-bo/quyen/vi-sao?quyen=audit.search');
  expect(whyAddress(undefined)).toBe('/can-bo/quyen/vi-sao');
});

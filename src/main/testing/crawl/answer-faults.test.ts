import { expect, it } from 'vitest';
import { faultsOf } from './answer-faults.ts';
import { markup } from './hostile-texts.ts';

const page = {
  status: 200,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; script-src 'self'; frame-ancestors 'none'",
  },
  body: '<p>Xin chào</p>',
};
const json = {
  status: 200,
  headers: {
    'content-type': 'application/json',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  },
  body: '{}',
};

it('a page and an answer that are well have no faults', () => {
  expect(faultsOf(page, ['Quách Thị Kín Tiếng'])).toEqual([]);
  expect(faultsOf(json, [])).toEqual([]);
});

it.each([
  ['an error', { ...page, status: 500 }, 'status 500'],
  ['a trace', { ...json, body: '\n    at send (/srv/app.js:1:2)' }, 'a stack trace'],
  ['a place in the sources', { ...json, body: '"/srv/src/modules/dossiers/module.ts"' }, 'a stack trace'],
  ['a statement', { ...json, body: 'select a from dossiers.draft where 1' }, 'SQL'],
  ['what the database says', { ...json, body: 'invalid input syntax for type uuid' }, 'a database error'],
  ['a secret', { ...json, body: '$argon2id$v=19$m=1' }, 'a password hash'],
  ['what is another’s', { ...page, body: 'Quách Thị Kín Tiếng' }, 'another'],
  ['markup that was sent', { ...page, body: `<p>${markup}</p>` }, 'markup'],
  ['a weak policy', { ...page, headers: { ...page.headers, 'content-security-policy': '*' } }, 'weak policy'],
  ['a way out', { ...page, headers: { ...page.headers, location: '//ke-xau.example' } }, 'sends away'],
  [
    'a way out through a host',
    { ...page, headers: { ...page.headers, location: 'https:\\\\ke-xau.example' } },
    'sends away',
  ],
  [
    'a cell that runs',
    { ...json, headers: { ...json.headers, 'content-type': 'text/csv' }, body: 'a,=1+1' },
    'a cell',
  ],
  ['a type that may be guessed', { ...page, headers: { 'content-type': 'text/html' } }, 'guess'],
  ['no type of its own', { ...json, headers: { 'x-content-type-options': 'nosniff' } }, 'guess'],
  ['text in unknown letters', { ...page, headers: { 'content-type': 'text/html' } }, 'its letters'],
  [
    'an answer for every site',
    { ...json, headers: { ...json.headers, 'access-control-allow-origin': '*' } },
    'other sites read',
  ],
  ['a page in a frame', { ...page, headers: { 'content-type': 'text/html' } }, 'frame it'],
])('%s is a fault', (_what, answer, fault) => {
  expect(faultsOf(answer, ['Quách Thị Kín Tiếng']).join()).toContain(fault);
});

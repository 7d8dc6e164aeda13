import { expect, test } from 'vitest';
import { sessionCookie } from './session-cookie.ts';

const until = new Date('2026-11-26T20:00:00Z');

test('under https the cookie is the host’s alone, sent over https only, and out of reach of scripts and other sites', () => {
  const cookie = sessionCookie(true);
  for (const written of [cookie.set('a/b', until), cookie.clear()]) {
    const [pair = '', ...attributes] = written.split('; ');
    expect(pair).toMatch(/^__Host-motcua=/);
    expect(attributes).toEqual(expect.arrayContaining(['Path=/', 'HttpOnly', 'SameSite=Lax', 'Secure']));
    expect(written).not.toContain('Domain');
  }
  expect(cookie.set('a/b', until)).toContain('=a%2Fb;');
});

test('without https browsers would not keep such a cookie, so it has a plain name', () => {
  expect(sessionCookie(false).set('token', until)).toMatch(/^motcua=token; (?!.*Secure)/);
});

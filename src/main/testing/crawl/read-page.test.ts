import { expect, it } from 'vitest';
import { readPage } from './read-page.ts';

const html = `
  <a href="/thu-tuc?q=a&amp;b=1">x</a><a href="https://elsewhere.example/">y</a>
  <form method="post" id="f" action="/nop"><input type="hidden" name="requestId" value="r"/>
    <select name="unit"><option value="">–</option><option value="7">Bảy</option></select>
    <textarea name="note">sẵn &lt;b&gt;</textarea>
    <input type="checkbox" name="paper" value="1"/><input type="checkbox" name="paper" value="2"/>
    <button type="submit" name="intent" value="accept">Nhận</button><button type="button">Không</button>
  </form>
  <input form="f" name="beside" value="2"/><button form="f" name="intent" value="refuse" formaction="/tu-choi">Không</button>
  <form action="/tim"><input type="search" name="q"/></form>`;

it('finds links of our own, and for each button of a form what it would send', () => {
  const { links, forms } = readPage(html, '/can-bo/ho-so/1');
  expect(links).toEqual(['/thu-tuc?q=a&b=1']);
  expect(forms.map(({ method, address }) => `${method} ${address}`)).toEqual([
    'post /nop',
    'post /tu-choi',
    'get /tim',
  ]);
  expect(forms[0]?.fields.map(({ name, value }) => `${name}=${value}`)).toEqual([
    'requestId=r',
    'unit=7',
    'note=sẵn <b>',
    'paper=1',
    'beside=2',
    'intent=accept',
  ]);
});

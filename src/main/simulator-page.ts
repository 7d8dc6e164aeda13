import type { TextKey } from '../texts/catalogue.ts';
import { type TextParams, translate } from '../texts/translate.ts';

/** A page of a simulator, marked as such; `${mountPath}/kieu.css` is to answer with the stylesheet. */
export function simulatorPage(
  mountPath: string,
  title: string,
  body: string,
  name = text('simulator.title'),
): string {
  return `<!doctype html>
<html lang="vi">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title}</title>
  <link rel="stylesheet" href="${mountPath}/kieu.css">
</head>
<body>
  <header><p><span class="mark">${text('simulator.mark')}</span> ${name}</p></header>
  <main><h1>${title}</h1>${body}</main>
</body>
</html>`;
}

/** A sentence of the texts, safe inside a page. */
export function text(key: TextKey, params?: TextParams): string {
  return escapeHtml(translate('vi', key, params));
}

export function escapeHtml(value: string): string {
  return value.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}

/** How the pages of all simulators look: plainly not the portal. */
export const simulatorStyle = `
* { box-sizing: border-box; }
body { margin: 0; font: 17px/1.6 "Be Vietnam Pro", system-ui, sans-serif; color: #1c1c1e; background: #eef1f4; }
header { background: repeating-linear-gradient(135deg, #33415c 0 24px, #3b4a68 24px 48px); color: #fff; padding: 12px 20px; }
header p { margin: 0 auto; max-width: 640px; font-weight: 600; }
.mark { background: #ffd94a; color: #1c1c1e; padding: 2px 10px; border-radius: 4px; margin-right: 8px; letter-spacing: .06em; }
main { max-width: 640px; margin: 24px auto; padding: 24px 20px; background: #fff; border-radius: 8px; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 8px; }
h2 { font-size: 1.15rem; margin: 24px 0 4px; }
p { margin: 0 0 12px; }
ul { list-style: none; margin: 0 0 20px; padding: 0; display: grid; gap: 10px; }
button { font: inherit; color: inherit; cursor: pointer; border: 1px solid #6b7688; border-radius: 8px; background: #fff; min-height: 44px; }
li button { width: 100%; text-align: left; padding: 12px 16px; display: grid; }
li button span { color: #4a5364; font-size: .95rem; }
button:hover { background: #f1f5fb; }
button:focus-visible { outline: 3px solid #1c1c1e; outline-offset: 2px; }
label { display: block; font-weight: 600; }
select { font: inherit; width: 100%; min-height: 44px; padding: 6px 10px; border: 1px solid #6b7688; border-radius: 8px; background: #fff; }
select:focus-visible { outline: 3px solid #1c1c1e; outline-offset: 2px; }
details { margin: 0 0 20px; border: 1px dashed #6b7688; border-radius: 8px; padding: 0 16px; }
details p { margin: 4px 0 16px; }
summary { min-height: 44px; line-height: 44px; cursor: pointer; }
summary:focus-visible { outline: 3px solid #1c1c1e; outline-offset: 2px; }
.cancel { padding: 8px 16px; }
li a { display: grid; padding: 12px 16px; color: inherit; border: 1px solid #6b7688; border-radius: 8px; text-decoration: none; }
li a span { color: #4a5364; font-size: .95rem; }
.code { font-size: 3rem; letter-spacing: .2em; font-weight: 700; }
@media (max-width: 680px) { main { margin: 0; border-radius: 0; } }
`;

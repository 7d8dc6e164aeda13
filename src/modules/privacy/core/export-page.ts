import type { DataSection } from '../contract.ts';

export interface ExportHead {
  readonly title: string;
  readonly lead: string;
  /** How it becomes a paper or a PDF; not printed. */
  readonly hint: string;
}

/**
 * The copy as one page that needs nothing else: to read, print and keep. Everything in it is text, never markup. Printed it is
 * numbered A4 pages on which no fact is torn from its label; a browser saves the same as PDF.
 */
export function exportPage({ title, lead, hint }: ExportHead, sections: readonly DataSection[]): string {
  const body = sections.map(
    (section) =>
      `<section><h2>${asText(section.title)}</h2>${section.items
        .map(
          (item) =>
            `<h3>${asText(item.title)}</h3><dl>${item.facts
              .map(({ label, value }) => `<div><dt>${asText(label)}</dt><dd>${asText(value)}</dd></div>`)
              .join('')}</dl>`,
        )
        .join('')}</section>`,
  );
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${asText(title)}</title><style>${style}</style></head>
<body><main><h1>${asText(title)}</h1><p>${asText(lead)}</p><p class="hint">${asText(hint)}</p>${body.join('')}</main></body></html>
`;
}

const style =
  'body{font:1rem/1.5 system-ui,sans-serif;color:#1a1a1a;margin:0}main{max-width:46rem;margin:0 auto;padding:1.5rem}' +
  'h2{border-bottom:1px solid #999;margin-top:2.5rem}dl>div{display:grid;grid-template-columns:minmax(8rem,1fr) 2fr;gap:0 1rem;margin-bottom:.25rem}' +
  'dt{color:#555}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}.hint{background:#f1f1f1;padding:.5rem .75rem}' +
  '@media(max-width:32rem){dl>div{grid-template-columns:1fr}}' +
  '@page{size:A4;margin:20mm 15mm 20mm 25mm;@bottom-right{content:counter(page) "/" counter(pages);font:9pt system-ui,sans-serif}}' +
  '@media print{body{font-size:11pt;color:#000}main{max-width:none;padding:0}dt{color:#000}.hint{display:none}' +
  'h2,h3{break-after:avoid}dl>div{break-inside:avoid}p,dd{orphans:2;widows:2}}';

function asText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

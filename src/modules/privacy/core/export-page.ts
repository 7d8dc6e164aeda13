import type { DataSection } from '../contract.ts';

export interface ExportHead {
  readonly title: string;
  readonly lead: string;
}

/** The copy as one page that needs nothing else: to read, print and keep. Everything in it is text, never markup. */
export function exportPage({ title, lead }: ExportHead, sections: readonly DataSection[]): string {
  const body = sections.map(
    (section) =>
      `<section><h2>${asText(section.title)}</h2>${section.items
        .map(
          (item) =>
            `<h3>${asText(item.title)}</h3><dl>${item.facts
              .map(({ label, value }) => `<dt>${asText(label)}</dt><dd>${asText(value)}</dd>`)
              .join('')}</dl>`,
        )
        .join('')}</section>`,
  );
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${asText(title)}</title><style>${style}</style></head>
<body><main><h1>${asText(title)}</h1><p>${asText(lead)}</p>${body.join('')}</main></body></html>
`;
}

const style =
  'body{font:1rem/1.5 system-ui,sans-serif;color:#1a1a1a;margin:0}main{max-width:46rem;margin:0 auto;padding:1.5rem}' +
  'h2{border-bottom:1px solid #999;margin-top:2.5rem}dl{display:grid;grid-template-columns:minmax(8rem,1fr) 2fr;gap:.25rem 1rem}' +
  'dt{color:#555}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}@media(max-width:32rem){dl{grid-template-columns:1fr}}';

function asText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

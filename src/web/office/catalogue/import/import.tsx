import { appContext } from '../../../context.ts';
import { orErrorPage } from '../../../refusals.ts';
import { useTexts } from '../../../ui/use-texts.ts';
import { ImportPage, importRefusalIn } from '../../imports/import-page.tsx';
import { requireOfficer } from '../../require-officer.ts';
import { catalogueHome } from '../addresses.ts';
import type { Route } from './+types/import.ts';

/** Where files are sent in: Excel, JSON, LayThuTuc; and what was sent lately. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  const imports = orErrorPage(await modules.catalogue.imports.list(caller));
  return { imports, refusal: importRefusalIn(request.url, 'catalogue') };
}

export default function CatalogueImport({ loaderData: { imports, refusal } }: Route.ComponentProps) {
  const { t } = useTexts();
  return (
    <ImportPage
      area="catalogue"
      home={`${catalogueHome}/nhap`}
      template={`${catalogueHome}/mau.xlsx`}
      back={{ href: catalogueHome, text: t('catalogue.office.title') }}
      accept=".xlsx,.json,.jsonl,.gz"
      refusal={refusal}
      imports={imports.map(({ wrongCount, ...brief }) => ({ ...brief, wrong: wrongCount }))}
    />
  );
}

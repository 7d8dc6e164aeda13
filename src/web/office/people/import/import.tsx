import { appContext } from '../../../context.ts';
import { orErrorPage } from '../../../refusals.ts';
import { useTexts } from '../../../ui/use-texts.ts';
import { ImportPage, importRefusalIn } from '../../imports/import-page.tsx';
import { requireOfficer } from '../../require-officer.ts';
import { peopleHome, peopleImportHome } from '../addresses.ts';
import type { Route } from './+types/import.ts';

/** Where an Excel file of people and posts is sent in, and what one sent lately. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  const imports = orErrorPage(await modules.identity.people.queries.listImports(caller));
  return { imports, refusal: importRefusalIn(request.url, 'identity') };
}

export default function PeopleImport({ loaderData: { imports, refusal } }: Route.ComponentProps) {
  const { t } = useTexts();
  return (
    <ImportPage
      area="people"
      home={peopleImportHome}
      template={`${peopleImportHome}/mau.xlsx`}
      back={{ href: peopleHome, text: t('people.title') }}
      accept=".xlsx"
      refusal={refusal}
      imports={imports.map(({ wrongRows, ...brief }) => ({ ...brief, wrong: wrongRows }))}
    />
  );
}

import type { ProcedureVersion } from '../../../modules/catalogue/contract.ts';
import { useTexts } from '../../ui/use-texts.ts';
import { nameIn, sectorIn } from './names.ts';

/** The type of the element that holds `StructuredData`. */
export const governmentService = 'https://schema.org/GovernmentService';

/** The facts search engines read (schema.org), as microdata: no script element stands on the page. */
export function StructuredData({
  version,
  address,
}: {
  readonly version: ProcedureVersion;
  readonly address: string;
}) {
  const { locale } = useTexts();
  const { competentAgency, summary, summaryEn } = version.content;
  const provider = locale === 'en' ? (competentAgency.nameEn ?? competentAgency.name) : competentAgency.name;
  const description = locale === 'en' ? (summaryEn ?? summary) : summary;
  return (
    <>
      <meta itemProp="name" content={nameIn(locale, version)} />
      <meta itemProp="identifier" content={version.code} />
      <meta itemProp="serviceType" content={sectorIn(locale, version)} />
      <link itemProp="url" href={address} />
      {description === undefined ? null : <meta itemProp="description" content={description} />}
      {provider === undefined ? null : (
        <span itemProp="provider" itemScope itemType="https://schema.org/GovernmentOrganization">
          <meta itemProp="name" content={provider} />
        </span>
      )}
    </>
  );
}

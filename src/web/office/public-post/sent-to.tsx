import type { PostalRow } from '../../../modules/dossiers/contract.ts';

/** To whom and where, as an envelope has it. */
export function SentTo({ row }: { readonly row: PostalRow }) {
  return (
    <>
      <strong>{row.recipient}</strong> – <span className="mc-number">{row.phone}</span>
      <br />
      {row.address}
    </>
  );
}

import QRCode from 'qrcode';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import type { Typst } from '../../../platform/typst.ts';
import { type LetterVersion, letterVersionOn } from '../core/letter-catalogue.ts';
import { type LetterData, type LetterFormCode, letterForms } from '../core/letter-data.ts';

export interface LetterPrinter {
  readonly typst: Typst;
  readonly versions: readonly LetterVersion[];
}

export interface PrintedLetter {
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly version: LetterVersion;
}

/**
 * Prints a letter by the form version in force at `at`, as PDF/A. Some milliseconds a page, but work
 * for a job: never wait for it while a number or a dossier is locked.
 * Throws when the data does not fit the form or no version was in force: both are bugs of the caller.
 */
export async function renderLetter<Form extends LetterFormCode>(
  printer: LetterPrinter,
  form: Form,
  data: LetterData<Form>,
  at: Date,
): Promise<PrintedLetter> {
  const version = letterVersionOn(printer.versions, form, plainDateOf(at));
  if (version === undefined) throw new Error(`no letter form ${form} in force on ${plainDateOf(at)}`);
  const checked = letterForms[form].parse(data);
  const qr = await QRCode.toString(checked.qrText ?? checked.dossierCode, {
    type: 'svg',
    errorCorrectionLevel: 'M',
    margin: 0,
  });
  const template = `${form}/${version.validFrom}/template.typ`;
  const document = await printer.typst.render(template, { data: JSON.stringify(checked), qr }, at);
  return { ...document, version };
}

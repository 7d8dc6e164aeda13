import type { FieldRefusal } from '../../../kernel/refusal.ts';
import { caseFor, type ProcedureVersion } from '../../../modules/catalogue/contract.ts';
import type { UnitLabel } from '../../../modules/dossiers/contract.ts';
import { matterParameters, questionPrefix } from '../procedures/addresses.ts';

/** What the citizen has chosen so far on the way to a draft; it lives in the address of the page. */
export interface Choices {
  /** Answers to the procedure's questions: question key to option key, only those that exist. */
  readonly answers: Readonly<Record<string, string>>;
  readonly caseKey: string | undefined;
  readonly unit: UnitLabel | undefined;
  /** What is still to choose; pointers are the names of the controls. */
  readonly missing: readonly FieldRefusal[];
}

/** Names of the controls. */
export const caseName = matterParameters.case;
export const unitName = 'noi-nhan';
export const questionName = (key: string): string => `${questionPrefix}${key}`;

/** Reads the choices from a query or a posted form; what does not exist in the version counts as not chosen. */
export function readChoices(
  given: { get(name: string): unknown },
  version: ProcedureVersion,
  units: readonly UnitLabel[],
): Choices {
  const { questions, cases } = version.content;
  const answers: Record<string, string> = {};
  for (const question of questions) {
    const option = question.options.find(({ key }) => key === given.get(questionName(question.key)));
    if (option !== undefined) answers[question.key] = option.key;
  }
  const named = cases.find(({ key }) => key === given.get(caseName));
  const caseKey = (caseFor(version, answers) ?? (isCaseChosenByName(version) ? named : undefined))?.key;
  const unit = units.length === 1 ? units[0] : units.find(({ unitId }) => unitId === given.get(unitName));
  return { answers, caseKey, unit, missing: missingChoices(version, answers, caseKey, unit) };
}

/** True when no question leads to the case: the citizen picks it from a list. */
export function isCaseChosenByName({ content }: Pick<ProcedureVersion, 'content'>): boolean {
  return content.cases.length > 1 && content.cases.some((each) => each.when === undefined);
}

function missingChoices(
  version: ProcedureVersion,
  answers: Choices['answers'],
  caseKey: string | undefined,
  unit: UnitLabel | undefined,
): readonly FieldRefusal[] {
  const missing: FieldRefusal[] = version.content.questions
    .filter((question) => answers[question.key] === undefined)
    .map((question) => choose(questionName(question.key), question.text));
  if (caseKey === undefined && isCaseChosenByName(version))
    missing.push({ pointer: `/${caseName}`, type: 'apply.choose-case' });
  if (unit === undefined) missing.push({ pointer: `/${unitName}`, type: 'apply.choose-unit' });
  return missing;
}

function choose(name: string, label: string): FieldRefusal {
  return { pointer: `/${name}`, type: 'forms.required-choice', params: { label } };
}

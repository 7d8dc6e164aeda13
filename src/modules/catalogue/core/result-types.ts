import type { ProcedureVersion } from './procedure-version.ts';

export interface ResultType {
  readonly code: string;
  readonly name: string;
}

/**
 * As what a result of the procedure may be registered. Where its national type code is not known yet, one of this
 * catalogue stands in (`1.001776/1`, the first result listed): an unknown code keeps nobody's decision back.
 */
export function resultTypes({
  code: procedure,
  content,
}: Pick<ProcedureVersion, 'code' | 'content'>): readonly ResultType[] {
  return content.results.map(({ code, name }, at) => ({ code: code ?? `${procedure}/${at + 1}`, name }));
}

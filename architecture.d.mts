export interface ModuleRow {
  readonly name: string;
  readonly uses: readonly string[];
}
export const modules: readonly ModuleRow[];
export const layers: readonly string[];
export const moduleShape: readonly string[];
export const platformSchemas: readonly string[];
export const purePackages: readonly string[];
export const platformFunctions: readonly string[];

import type { Id } from '../../../../kernel/id.ts';

/** What rests on a unit: counted by the modules above, which know work, numbers and books. */
export interface UnitLoad {
  readonly unitId: Id<'unit'>;
  readonly openTasks: number;
  /** Of these, tasks that a person has. */
  readonly heldTasks: number;
  /** Open dossiers the unit decides on or received. */
  readonly openDossiers: number;
  /** Drafts of citizens addressed to it. */
  readonly drafts: number;
  readonly substitutions: number;
  /** The open dossiers by kind of work: what the rules of a split are made of. */
  readonly kinds: readonly WorkCount[];
  /** Series of numbers it is in the middle of, e.g. its register of the year. */
  readonly series: readonly RunningSeries[];
  /** Its own way of writing codes, where it has one. */
  readonly codePattern?: string;
}

export interface WorkCount {
  readonly procedureCode: string;
  readonly procedureName: string;
  readonly sector: string;
  readonly dossiers: number;
}

export interface RunningSeries {
  readonly series: 'code' | 'register' | 'book';
  /** Which book, as its letters are numbered in it. */
  readonly name?: string;
  readonly period: string;
  readonly lastNumber: number;
}

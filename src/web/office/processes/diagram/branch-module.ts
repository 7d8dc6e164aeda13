import type { DiagramElement } from './diagram-parts.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Drawing {
  createShape(shape: unknown, at: Point, parent: unknown): DiagramElement;
  connect(from: DiagramElement, to: DiagramElement): void;
  reconnectEnd(flow: DiagramElement, to: DiagramElement, docking: Point): void;
  reconnectStart(flow: DiagramElement, from: DiagramElement, docking: Point): void;
}

interface Space {
  calculateAdjustments(
    all: readonly DiagramElement[],
    axis: 'x' | 'y',
    delta: number,
    start: number,
  ): { readonly movingShapes: readonly unknown[]; readonly resizingShapes: readonly unknown[] };
  makeSpace(
    moving: readonly unknown[],
    resizing: readonly unknown[],
    delta: Point,
    direction: 'e' | 's',
    start: number,
  ): void;
}

interface BranchContext {
  readonly step: DiagramElement;
  beside?: DiagramElement;
}

const command = 'motcua.branch';
/** Room for a gateway and the flow to its step. */
const room = 100;

/** Whether a step lies on one way, so that another step can be laid beside it. */
export function canBranch({ incoming = [], outgoing = [] }: DiagramElement): boolean {
  return incoming.length > 0 && outgoing.length === 1;
}

/** Draws fork, second step and join round a step, in room made for them: one command, undone as one. */
class BranchHandler {
  static $inject = ['modeling', 'elementFactory', 'elementRegistry', 'spaceTool'];
  readonly #modeling: Drawing;
  readonly #factory: { createShape(what: { readonly type: string }): unknown };
  readonly #registry: { getAll(): readonly DiagramElement[] };
  readonly #space: Space;

  constructor(
    modeling: Drawing,
    factory: { createShape(what: { readonly type: string }): unknown },
    registry: { getAll(): readonly DiagramElement[] },
    space: Space,
  ) {
    this.#modeling = modeling;
    this.#factory = factory;
    this.#registry = registry;
    this.#space = space;
  }

  preExecute(context: BranchContext): void {
    const { step } = context;
    const before = [...(step.incoming ?? [])];
    const after = [...(step.outgoing ?? [])];
    this.#widen('x', step.x - 1);
    this.#widen('x', step.x + step.width + 1);
    this.#widen('y', step.y + step.height + 1);
    const middle = { x: step.x + step.width / 2, y: step.y + step.height / 2 };
    const forkAt = { x: step.x - 75, y: middle.y };
    const joinAt = { x: step.x + step.width + 75, y: middle.y };
    const fork = this.#draw('bpmn:ParallelGateway', forkAt, step);
    const join = this.#draw('bpmn:ParallelGateway', joinAt, step);
    const beside = this.#draw('bpmn:UserTask', { x: middle.x, y: middle.y + step.height + 30 }, step);
    for (const flow of before) this.#modeling.reconnectEnd(flow, fork, forkAt);
    for (const flow of after) this.#modeling.reconnectStart(flow, join, joinAt);
    for (const branch of [step, beside]) {
      this.#modeling.connect(fork, branch);
      this.#modeling.connect(branch, join);
    }
    context.beside = beside;
  }

  #draw(type: string, at: Point, near: DiagramElement): DiagramElement {
    return this.#modeling.createShape(this.#factory.createShape({ type }), at, near.parent);
  }

  #widen(axis: 'x' | 'y', start: number): void {
    const by = axis === 'x' ? room : room + 30;
    const all = this.#registry.getAll();
    const { movingShapes, resizingShapes } = this.#space.calculateAdjustments(all, axis, by, start);
    if (movingShapes.length === 0) return;
    const delta = axis === 'x' ? { x: by, y: 0 } : { x: 0, y: by };
    this.#space.makeSpace(movingShapes, resizingShapes, delta, axis === 'x' ? 'e' : 's', start);
  }
}

/** Lays a second step beside a given one, and tells which it is. */
export class Branching {
  static $inject = ['commandStack'];
  readonly #commands: { execute(name: string, context: BranchContext): void };

  constructor(commands: {
    execute(name: string, context: BranchContext): void;
    registerHandler(name: string, handler: object): void;
  }) {
    this.#commands = commands;
    commands.registerHandler(command, BranchHandler);
  }

  beside(step: DiagramElement): DiagramElement | undefined {
    const context: BranchContext = { step };
    this.#commands.execute(command, context);
    return context.beside;
  }
}

export const branchModule = { __init__: ['motcuaBranching'], motcuaBranching: ['type', Branching] };

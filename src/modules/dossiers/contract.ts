/** Wire shapes of dossiers: what commands take and screens get. The browser may import this file. */

export * from './core/wire/access.ts';
export * from './core/wire/act-inputs.ts';
export * from './core/wire/act-views.ts';
export * from './core/wire/assignment.ts';
export * from './core/wire/clock-views.ts';
export * from './core/wire/delegated-acts.ts';
export * from './core/wire/helped.ts';
export * from './core/wire/inputs.ts';
export * from './core/wire/late.ts';
export * from './core/wire/office-views.ts';
export * from './core/wire/on-behalf.ts';
export * from './core/wire/parts.ts';
export * from './core/wire/party-view.ts';
export * from './core/wire/public-post.ts';
export * from './core/wire/queues.ts';
export * from './core/wire/representation.ts';
export * from './core/wire/represented.ts';
export * from './core/wire/splits.ts';
export * from './core/wire/unit-label.ts';
export * from './core/wire/unlisted-asks.ts';
export * from './core/wire/views.ts';

/** The only door of notifications. */
export * from './contract.ts';
export { createNotifications, type Notifications, tellSubmitterTask } from './module.ts';
export { keptMessages } from './queries/kept-of-person.ts';
export { eraseMessages } from './store/erase-messages.ts';

/** The only door of notifications. */
export * from './contract.ts';
export { createNotifications, type Notifications, tellSubmitterTask } from './module.ts';

/** Opens every demo officer's account; printed by `npm start`, refused in production with the accounts themselves. */
export const demoPassword = 'motcua-demo-2026';

import { Outlet } from 'react-router';
import { ErrorPage } from '../error-page.tsx';
import type { Route } from './+types/layout.ts';
import { OfficeShell } from './office-shell.tsx';

export default function OfficeLayout() {
  return (
    <OfficeShell queues={[]}>
      <Outlet />
    </OfficeShell>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return (
    <OfficeShell queues={[]}>
      <ErrorPage error={error} />
    </OfficeShell>
  );
}

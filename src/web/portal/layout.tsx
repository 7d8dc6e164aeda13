import { Outlet } from 'react-router';
import { ErrorPage } from '../error-page.tsx';
import { usePageHandle } from '../page-handle.ts';
import type { Route } from './+types/layout.ts';
import { PortalShell } from './portal-shell.tsx';

export default function PortalLayout() {
  const { flush = false } = usePageHandle();
  return (
    <PortalShell flush={flush}>
      <Outlet />
    </PortalShell>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return (
    <PortalShell>
      <ErrorPage error={error} />
    </PortalShell>
  );
}

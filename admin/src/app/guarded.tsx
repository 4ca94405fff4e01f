import { Lock } from "lucide-react";
import { Suspense } from "react";
import type { ReactNode } from "react";
import type { Permission } from "@shopwright/server/kernel/endpoint";
import { useShellText } from "../locales/shell.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { PageSkeleton } from "../ui/skeleton.tsx";
import { usePermission } from "./session.tsx";

/** A page for those whose role includes it. */
export function Guarded({
  permission,
  children,
}: {
  readonly permission: Permission | undefined;
  readonly children: ReactNode;
}) {
  const words = useShellText();
  const allowed = usePermission(permission);
  if (!allowed) {
    return (
      <EmptyState icon={Lock} title={words.forbidden}>
        {words.forbiddenHint}
      </EmptyState>
    );
  }
  return <Suspense fallback={<PageSkeleton />}>{children}</Suspense>;
}

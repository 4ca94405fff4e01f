import { Check, Minus } from "lucide-react";
import { listRoles } from "@shopwright/server/contracts/identity";
import { permissions } from "@shopwright/server/kernel/endpoint";
import { useRead } from "../../api/use-read.ts";
import { useStaffText } from "../../locales/staff.ts";
import { Panel } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";

/** What each role may do, permission by permission. */
export function RolesTable() {
  const words = useStaffText();
  const read = useRead(listRoles, {});
  if (read.data === undefined) return <Skeleton className="h-64 w-full" />;
  return (
    <Panel title={words.rolesTitle} flush>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- wider than a phone: keys must reach it to scroll it */}
      <section aria-label={words.rolesTitle} tabIndex={0} className="relative overflow-x-auto">
        <table className="w-full">
          <thead className="border-b border-line text-[0.8125rem] text-muted">
            <tr>
              <th scope="col" className="px-4 py-2 text-left font-medium">
                {words.permission}
              </th>
              {read.data.map(({ role }) => (
                <th key={role} scope="col" className="px-3 py-2 font-medium">
                  {words.roles[role]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {permissions.map((permission) => (
              <tr key={permission} className="border-b border-line last:border-0">
                <th scope="row" className="px-4 py-1.5 text-left font-normal">
                  {words.permissions[permission]}
                </th>
                {read.data.map(({ role, permissions: granted }) => (
                  <td key={role} className="px-3 py-1.5 text-center">
                    <Granted yes={granted.includes(permission)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  );
}

function Granted({ yes }: { readonly yes: boolean }) {
  const words = useStaffText();
  const Icon = yes ? Check : Minus;
  return (
    <>
      <Icon
        aria-hidden
        className={yes ? "inline size-4 text-good" : "inline size-4 text-line-strong"}
      />
      <span className="sr-only">{yes ? words.yes : words.no}</span>
    </>
  );
}

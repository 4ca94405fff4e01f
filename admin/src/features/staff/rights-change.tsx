import { rolePermissions } from "@shopwright/server/contracts/identity";
import type { Role } from "@shopwright/server/contracts/identity";
import { useStaffText } from "../../locales/staff.ts";
import type { StaffWords } from "../../locales/staff.ts";

/** What somebody may do from now on, and what no longer, when their role changes. */
export function RightsChange({
  before,
  after,
}: {
  readonly before: Role | null;
  readonly after: Role;
}) {
  const words = useStaffText();
  const had = before === null ? [] : rolePermissions[before];
  const has = rolePermissions[after];
  const gains = has.filter((one) => !had.includes(one));
  const loses = had.filter((one) => !has.includes(one));
  if (gains.length + loses.length === 0) return null;
  return (
    <div
      aria-live="polite"
      className="grid gap-2 rounded-lg bg-sunken px-3.5 py-3 text-[0.8125rem]"
    >
      <Rights title={words.gains} rights={gains} />
      <Rights title={words.loses} rights={loses} />
    </div>
  );
}

function Rights({
  title,
  rights,
}: {
  readonly title: string;
  readonly rights: readonly (keyof StaffWords["permissions"])[];
}) {
  const words = useStaffText();
  if (rights.length === 0) return null;
  return (
    <div>
      <p className="font-medium">{`${title}: ${words.permissionCount(rights.length)}`}</p>
      <p className="text-muted">{rights.map((one) => words.permissions[one]).join(" · ")}</p>
    </div>
  );
}

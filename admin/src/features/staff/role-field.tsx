import { roles } from "@shopwright/server/contracts/identity";
import type { Role } from "@shopwright/server/contracts/identity";
import { useMe } from "../../app/session.tsx";
import { useStaffText } from "../../locales/staff.ts";
import { SelectField } from "../../ui/select-field.tsx";

/** A role, with what it is for. Only an owner makes owners. */
export function RoleField({
  role,
  onChange,
}: {
  readonly role: Role;
  readonly onChange: (role: Role) => void;
}) {
  const words = useStaffText();
  const me = useMe();
  return (
    <SelectField
      label={words.role}
      name="role"
      hint={words.roleHints[role]}
      value={role}
      choices={roles.map((value) => ({
        value,
        label: words.roles[value],
        disabled: value === "owner" && me.role !== "owner",
      }))}
      onChange={(value) => value !== "" && onChange(value)}
    />
  );
}

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { changeStaff, listStaff } from "@shopwright/server/contracts/identity";
import type { StaffView } from "@shopwright/server/contracts/identity";
import { hasCode } from "../../api/problem.ts";
import { useAction } from "../../api/use-action.ts";
import { useStaffText } from "../../locales/staff.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { RightsChange } from "./rights-change.tsx";
import { RoleField } from "./role-field.tsx";

/** Changes somebody's name or role, saying which permissions come and go. */
export function ChangeStaffDialog({
  person,
  onClose,
}: {
  readonly person: StaffView;
  readonly onClose: () => void;
}) {
  const words = useStaffText();
  const client = useQueryClient();
  const [name, setName] = useState(person.name);
  const [role, setRole] = useState(person.role);
  const change = useAction(changeStaff, {
    changes: [listStaff],
    onDone: () => {
      onClose();
      toast(words.saved, { tone: "good" });
    },
    onProblem: (error) => {
      if (hasCode(error, "changed_meanwhile")) {
        void client.invalidateQueries({ queryKey: [listStaff.id] });
      }
    },
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.changeTitle(person.name)}
      description={person.email}
      confirm={role === person.role ? words.save : words.saveRole(words.roles[role])}
      ready={name.trim() !== "" && (name !== person.name || role !== person.role)}
      busy={change.isPending}
      error={change.error}
      onConfirm={() =>
        change.mutate({
          params: { id: person.id },
          body: { version: person.version, name, role },
        })
      }
    >
      <TextField label={words.name} name="name" maxLength={100} value={name} onChange={setName} />
      <RoleField role={role} onChange={setRole} />
      <RightsChange before={person.role} after={role} />
    </ConfirmDialog>
  );
}

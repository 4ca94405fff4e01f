import { EllipsisVertical, Link2, LockKeyhole, LockKeyholeOpen, Pencil } from "lucide-react";
import { useState } from "react";
import {
  deactivateStaff,
  inviteAgain,
  listStaff,
  reactivateStaff,
  rolePermissions,
} from "@shopwright/server/contracts/identity";
import type { StaffView } from "@shopwright/server/contracts/identity";
import { useAction } from "../../api/use-action.ts";
import { sayError, useErrorText } from "../../locales/errors.ts";
import { useStaffText } from "../../locales/staff.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Menu } from "../../ui/menu.tsx";
import type { MenuItem } from "../../ui/menu.tsx";
import { toast } from "../../ui/toast.tsx";
import { InvitationLink } from "./invitation-link.tsx";

/** What can be done with a colleague. */
export function StaffDeeds({
  person,
  onChange,
}: {
  readonly person: StaffView;
  readonly onChange: () => void;
}) {
  const words = useStaffText();
  const errors = useErrorText();
  const [locking, setLocking] = useState(false);
  const changes = [listStaff];
  const onProblem = (error: Error): void => toast(sayError(errors, error), { tone: "bad" });
  const params = { id: person.id };
  const body = { version: person.version };
  const again = useAction(inviteAgain, { changes, onProblem });
  const reactivate = useAction(reactivateStaff, {
    changes,
    onProblem,
    onDone: () => toast(words.reactivated(person.name), { tone: "good" }),
  });
  const deactivate = useAction(deactivateStaff, {
    changes,
    onDone: () => {
      setLocking(false);
      toast(words.deactivated(person.name));
    },
  });
  const items: readonly (MenuItem | false)[] = [
    { id: "change", label: words.change, icon: Pencil, onSelect: onChange },
    person.state === "invited" && {
      id: "again",
      label: words.inviteAgain,
      icon: Link2,
      onSelect: () => again.mutate({ params }),
    },
    person.state === "deactivated" && {
      id: "reactivate",
      label: words.reactivate,
      icon: LockKeyholeOpen,
      onSelect: () => reactivate.mutate({ params, body }),
    },
    person.state !== "deactivated" && {
      id: "deactivate",
      label: words.deactivate,
      icon: LockKeyhole,
      danger: true,
      onSelect: () => setLocking(true),
    },
  ];
  return (
    <span className="flex justify-end">
      <Menu
        label={words.changeTitle(person.name)}
        trigger={
          <Button
            variant="ghost"
            icon={EllipsisVertical}
            aria-label={words.changeTitle(person.name)}
          />
        }
        items={items.filter((item) => item !== false)}
      />
      {again.data && (
        <Dialog
          open
          onOpenChange={(open) => !open && again.reset()}
          title={words.invited(person.name)}
        >
          <InvitationLink linkPath={again.data.linkPath} />
        </Dialog>
      )}
      <ConfirmDialog
        open={locking}
        onOpenChange={setLocking}
        title={words.deactivateTitle(person.name)}
        description={words.deactivateHint}
        danger
        confirm={words.deactivate}
        busy={deactivate.isPending}
        error={deactivate.error}
        effects={[{ label: words.effectRights, value: rolePermissions[person.role].length }]}
        onConfirm={() => deactivate.mutate({ params, body })}
      />
    </span>
  );
}

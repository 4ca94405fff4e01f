import { useState } from "react";
import { inviteStaff, listStaff } from "@shopwright/server/contracts/identity";
import type { Role } from "@shopwright/server/contracts/identity";
import { locales } from "@shopwright/server/kernel/locale";
import { useAction } from "../../api/use-action.ts";
import { useLocale } from "../../app/preferences.ts";
import { useStaffText } from "../../locales/staff.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { InvitationLink } from "./invitation-link.tsx";
import { RightsChange } from "./rights-change.tsx";
import { RoleField } from "./role-field.tsx";

/** Invites a colleague, then shows the link that was mailed. */
export function InviteDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useStaffText();
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("support");
  const [locale, setLocale] = useState(useLocale());
  const invite = useAction(inviteStaff, { changes: [listStaff] });
  const close = (open: boolean): void => {
    if (!open) onClose();
  };
  if (invite.data) {
    return (
      <Dialog open onOpenChange={close} title={words.invited(name)}>
        <InvitationLink linkPath={invite.data.linkPath} />
      </Dialog>
    );
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={close}
      title={words.inviteTitle}
      description={words.inviteHint}
      confirm={words.invite}
      ready={name.trim() !== "" && email.trim() !== ""}
      busy={invite.isPending}
      error={invite.error}
      onConfirm={() => invite.mutate({ body: { name, email, role, locale } })}
    >
      <TextField
        label={words.name}
        name="name"
        maxLength={100}
        focusFirst
        value={name}
        onChange={setName}
      />
      <TextField label={words.email} name="email" type="email" value={email} onChange={setEmail} />
      <div className="grid gap-3 sm:grid-cols-2">
        <RoleField role={role} onChange={setRole} />
        <SelectField
          label={words.language}
          value={locale}
          choices={locales.map((value) => ({ value, label: words.languages[value] }))}
          onChange={(value) => value !== "" && setLocale(value)}
        />
      </div>
      <RightsChange before={null} after={role} />
    </ConfirmDialog>
  );
}

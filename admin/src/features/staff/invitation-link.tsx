import { Copy } from "lucide-react";
import { useStaffText } from "../../locales/staff.ts";
import { useUiText } from "../../locales/ui.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";

/** The link of an invitation, to be handed over by whoever invites. */
export function InvitationLink({ linkPath }: { readonly linkPath: string }) {
  const words = useStaffText();
  const ui = useUiText();
  const link = new URL(linkPath, window.location.origin).href;
  return (
    <div className="grid gap-3">
      <TextField
        label={words.link}
        hint={words.linkHint}
        readOnly
        value={link}
        onChange={() => undefined}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div>
        <Button
          icon={Copy}
          onClick={() => void navigator.clipboard.writeText(link).then(() => toast(ui.copied))}
        >
          {words.copyLink}
        </Button>
      </div>
    </div>
  );
}

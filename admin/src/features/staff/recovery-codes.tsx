import { Copy } from "lucide-react";
import { useStaffText } from "../../locales/staff.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { toast } from "../../ui/toast.tsx";

/** The recovery codes, shown this once. */
export function RecoveryCodes({
  codes,
  onDone,
}: {
  readonly codes: readonly string[];
  readonly onDone: () => void;
}) {
  const { profile: words } = useStaffText();
  return (
    <Dialog open onOpenChange={() => onDone()} title={words.codes} description={words.codesHint}>
      <ul className="grid grid-cols-2 gap-2 rounded-lg bg-sunken p-4 font-mono">
        {codes.map((code) => (
          <li key={code} className="select-all">
            {code}
          </li>
        ))}
      </ul>
      <div className="mt-4 flex flex-wrap justify-end gap-2">
        <Button
          icon={Copy}
          onClick={() =>
            void navigator.clipboard.writeText(codes.join("\n")).then(() => toast(words.copied))
          }
        >
          {words.copyCodes}
        </Button>
        <Button variant="primary" onClick={onDone}>
          {words.done}
        </Button>
      </div>
    </Dialog>
  );
}

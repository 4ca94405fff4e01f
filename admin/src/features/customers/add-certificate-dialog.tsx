import { useState } from "react";
import { addCertificate, getCustomerTax } from "@shopwright/server/contracts/tax";
import { useAction } from "../../api/use-action.ts";
import { useTaxText } from "../../locales/tax.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";

/** "us-ny, gb" → US-NY and GB, each once. */
function placesIn(typed: string): string[] {
  return [
    ...new Set(
      typed
        .toUpperCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
    ),
  ];
}

/** Notes a certificate that a customer sent. */
export function AddCertificateDialog({
  customerId,
  onClose,
}: {
  readonly customerId: string;
  readonly onClose: () => void;
}) {
  const text = useTaxText();
  const [number, setNumber] = useState("");
  const [typed, setTyped] = useState("");
  const [expiresOn, setExpiresOn] = useState("");
  const places = placesIn(typed);
  const wrong = places.some((place) => !/^([A-Z]{2}|US-[A-Z]{2})$/.test(place));
  const add = useAction(addCertificate, {
    changes: [getCustomerTax],
    onDone: () => {
      onClose();
      toast(text.added, { tone: "good" });
    },
  });
  return (
    <ConfirmDialog
      open
      title={text.addCertificate}
      confirm={text.addCertificate}
      onOpenChange={(stays) => !stays && onClose()}
      ready={number.trim() !== "" && places.length > 0 && expiresOn !== ""}
      busy={add.isPending}
      error={add.error}
      onConfirm={() => add.mutate({ params: { customerId }, body: { number, places, expiresOn } })}
    >
      <div className="grid gap-4">
        <TextField
          label={text.number}
          name="number"
          maxLength={60}
          focusFirst
          value={number}
          onChange={setNumber}
        />
        <TextField
          label={text.places}
          name="places"
          hint={text.placesHint}
          problem={wrong ? text.placesWrong : null}
          value={typed}
          onChange={setTyped}
        />
        <TextField
          label={text.expiresOn}
          name="expiresOn"
          type="date"
          value={expiresOn}
          onChange={setExpiresOn}
        />
      </div>
    </ConfirmDialog>
  );
}

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { changeCustomer, getCustomer, listCustomers } from "@shopwright/server/contracts/customers";
import type { CustomerView } from "@shopwright/server/contracts/customers";
import { locales } from "@shopwright/server/kernel/locale";
import { hasCode } from "../../api/problem.ts";
import { useAction } from "../../api/use-action.ts";
import { useCustomerText } from "../../locales/customers.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";

/** Corrects a customer's name, or the language that mails are written in. */
export function EditCustomerDialog({
  customer,
  onClose,
}: {
  readonly customer: CustomerView;
  readonly onClose: () => void;
}) {
  const words = useCustomerText();
  const client = useQueryClient();
  const [name, setName] = useState(customer.name);
  const [locale, setLocale] = useState(customer.locale);
  const change = useAction(changeCustomer, {
    changes: [getCustomer, listCustomers],
    onDone: () => {
      onClose();
      toast(words.saved, { tone: "good" });
    },
    onProblem: (error) => {
      if (!hasCode(error, "changed_meanwhile")) return;
      void client.invalidateQueries({ queryKey: [getCustomer.id] });
    },
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.editTitle}
      confirm={words.save}
      ready={name.trim() !== ""}
      busy={change.isPending}
      error={change.error}
      onConfirm={() =>
        change.mutate({
          params: { id: customer.id },
          body: { version: customer.version, name, locale },
        })
      }
    >
      <TextField label={words.name} name="name" maxLength={100} value={name} onChange={setName} />
      <SelectField
        label={words.language}
        value={locale}
        choices={locales.map((value) => ({ value, label: words.languages[value] }))}
        onChange={(value) => value !== "" && setLocale(value)}
      />
    </ConfirmDialog>
  );
}

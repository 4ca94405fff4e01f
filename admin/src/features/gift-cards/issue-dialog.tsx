import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { issueGiftCard, listGiftCards } from "@shopwright/server/contracts/credit";
import type { Currency } from "@shopwright/server/kernel/currency";
import { type Locale, locales } from "@shopwright/server/kernel/locale";
import type { MoneyView } from "@shopwright/server/kernel/money";
import { useAction } from "../../api/use-action.ts";
import { useLocale } from "../../app/preferences.ts";
import { useCreditText } from "../../locales/credit.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { sayMoney } from "../../ui/money.tsx";
import { MoneyField } from "../../ui/money-field.tsx";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextAreaField, TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { useCurrencies } from "../products/use-currencies.ts";

const validities = ["usual", "forGood", "until"] as const;

/** Gives a gift card away; its page opens, where the code can be seen once. */
export function IssueDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useCreditText();
  const reader = useLocale();
  const navigate = useNavigate();
  const currencies = useCurrencies();
  const [currency, setCurrency] = useState<Currency>(currencies[0] ?? "EUR");
  const [amount, setAmount] = useState<MoneyView | null>(null);
  const [to, setTo] = useState({ recipientEmail: "", recipientName: "", message: "" });
  const [locale, setLocale] = useState<Locale>(reader);
  const [validity, setValidity] = useState<(typeof validities)[number]>("usual");
  const [until, setUntil] = useState("");
  const [reason, setReason] = useState("");
  const said = amount === null ? "" : sayMoney(amount, reader);
  const issue = useAction(issueGiftCard, {
    changes: [listGiftCards],
    onDone: (card) => {
      onClose();
      toast(words.issued(said), { tone: "good" });
      void navigate({ to: `/gift-cards/${card.id}` });
    },
  });
  const ready = amount !== null && reason.trim() !== "" && (validity !== "until" || until !== "");
  const expiry = validity === "usual" ? {} : { expiresOn: validity === "forGood" ? null : until };
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.issue}
      description={words.issueHint}
      confirm={words.confirmIssue(said)}
      width="wide"
      ready={ready}
      busy={issue.isPending}
      error={issue.error}
      onConfirm={() => {
        if (amount === null) return;
        issue.mutate({ body: { amount, ...to, locale, ...expiry, reason: reason.trim() } });
      }}
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <MoneyField
          key={currency}
          label={words.amount}
          name="amount"
          currency={currency}
          value={amount}
          onChange={setAmount}
        />
        {currencies.length > 1 && (
          <SelectField
            label={words.currency}
            value={currency}
            choices={currencies.map((value) => ({ value, label: value }))}
            onChange={(value) => {
              if (value === "") return;
              setCurrency(value);
              setAmount(null);
            }}
          />
        )}
        <TextField
          label={words.recipientName}
          name="recipientName"
          optional
          maxLength={100}
          value={to.recipientName}
          onChange={(recipientName) => setTo({ ...to, recipientName })}
        />
        <TextField
          label={words.recipientEmail}
          name="recipientEmail"
          type="email"
          optional
          maxLength={254}
          value={to.recipientEmail}
          onChange={(recipientEmail) => setTo({ ...to, recipientEmail })}
        />
      </div>
      <TextAreaField
        label={words.message}
        hint={words.messageHint}
        name="message"
        optional
        maxLength={500}
        value={to.message}
        onChange={(message) => setTo({ ...to, message })}
      />
      <SelectField
        label={words.language}
        value={locale}
        choices={locales.map((value) => ({ value, label: words.languages[value] }))}
        onChange={(value) => value !== "" && setLocale(value)}
      />
      <SegmentedField
        label={words.validity}
        value={validity}
        choices={validities.map((value) => ({ value, label: words.validities[value] }))}
        onChange={setValidity}
      />
      {validity === "until" && (
        <TextField
          label={words.until}
          name="expiresOn"
          type="date"
          value={until}
          onChange={setUntil}
        />
      )}
      <TextField
        label={words.reason}
        hint={words.reasonHint}
        name="reason"
        maxLength={300}
        value={reason}
        onChange={setReason}
      />
    </ConfirmDialog>
  );
}

import { Plus, X } from "lucide-react";
import {
  listAccounts,
  listEntries,
  postManualEntry,
  readAccountSheet,
  readTrialBalance,
} from "@shopwright/server/contracts/ledger";
import type { Currency } from "@shopwright/server/kernel/currency";
import type { MoneyView } from "@shopwright/server/kernel/money";
import { useAction } from "../../api/use-action.ts";
import { useRead } from "../../api/use-read.ts";
import { useBookText } from "../../locales/books.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { today } from "../../ui/date-time.tsx";
import { MoneyField } from "../../ui/money-field.tsx";
import { Money } from "../../ui/money.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { useDraft } from "../../ui/use-draft.ts";
import { useCurrencies } from "../products/use-currencies.ts";
import { balanceOf, isBookedByHand, signedPostings } from "./manual-entry.ts";
import type { ManualPosting } from "./manual-entry.ts";

interface Draft {
  readonly description: string;
  readonly date: string;
  readonly currency: Currency;
  readonly postings: readonly ManualPosting[];
}
const emptyPosting: ManualPosting = { account: "", debit: null, credit: null };

/** Books what nothing in the shop causes; offered only once debits equal credits. */
export function ManualEntryDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useBookText();
  const currencies = useCurrencies();
  const accounts = useRead(listAccounts, {}).data?.items ?? [];
  const [draft, put, drop] = useDraft<Draft>("manual entry", {
    description: "",
    date: today(),
    currency: "EUR",
    postings: [emptyPosting, emptyPosting],
  });
  const post = useAction(postManualEntry, {
    changes: [listEntries, readTrialBalance, readAccountSheet],
    onDone: () => {
      drop();
      onClose();
      toast(words.entryBooked, { tone: "good" });
    },
  });
  const difference = balanceOf(draft.postings);
  const postings = signedPostings(draft.postings, draft.currency);
  const money = (minor: bigint): MoneyView => ({
    minor: minor.toString(),
    currency: draft.currency,
  });
  const putPosting = (at: number, part: Partial<ManualPosting>): void =>
    put({
      ...draft,
      postings: draft.postings.map((each, place) => (place === at ? { ...each, ...part } : each)),
    });
  return (
    <ConfirmDialog
      open
      width="wide"
      onOpenChange={(open) => !open && onClose()}
      title={words.newEntryTitle}
      description={words.newEntryHint}
      confirm={words.bookEntry}
      ready={draft.description.trim() !== "" && difference === 0n && postings.length >= 2}
      busy={post.isPending}
      error={post.error}
      effects={[{ label: words.difference, value: <Money amount={money(difference)} /> }]}
      onConfirm={() =>
        post.mutate({ body: { description: draft.description, date: draft.date, postings } })
      }
    >
      <div className="grid gap-3 sm:grid-cols-[1fr_10rem_7rem]">
        <TextField
          label={words.description}
          name="description"
          maxLength={200}
          value={draft.description}
          onChange={(description) => put({ ...draft, description })}
        />
        <TextField
          label={words.date}
          name="date"
          type="date"
          value={draft.date}
          onChange={(date) => put({ ...draft, date })}
        />
        <SelectField
          label={words.currency}
          value={draft.currency}
          choices={currencies.map((value) => ({ value, label: value }))}
          onChange={(currency) =>
            currency !== "" &&
            put({
              ...draft,
              currency,
              postings: draft.postings.map((one) => inCurrency(one, currency)),
            })
          }
        />
      </div>
      {draft.postings.map((posting, at) => (
        // A line has no name of its own; its place is what it is.
        // eslint-disable-next-line react/no-array-index-key
        <fieldset
          key={at}
          className="grid grid-cols-2 items-end gap-2 sm:grid-cols-[1fr_9rem_9rem_auto]"
        >
          <legend className="sr-only">{words.posting(at + 1)}</legend>
          <div className="col-span-2 sm:col-span-1">
            <SelectField
              label={words.account}
              name={`postings.${at}.account`}
              value={posting.account}
              choices={accounts
                .filter(({ role }) => isBookedByHand(role))
                .map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
              onChange={(account) => putPosting(at, { account })}
            />
          </div>
          <MoneyField
            key={`debit ${draft.currency}`}
            label={words.columns.debit}
            currency={draft.currency}
            value={posting.debit}
            disabled={posting.credit !== null}
            onChange={(debit) => putPosting(at, { debit })}
          />
          <MoneyField
            key={`credit ${draft.currency}`}
            label={words.columns.credit}
            currency={draft.currency}
            value={posting.credit}
            disabled={posting.debit !== null}
            onChange={(credit) => putPosting(at, { credit })}
          />
          <Button
            variant="ghost"
            icon={X}
            aria-label={words.removePosting(at + 1)}
            disabled={draft.postings.length <= 2}
            onClick={() =>
              put({ ...draft, postings: draft.postings.filter((_, place) => place !== at) })
            }
          />
        </fieldset>
      ))}
      <div>
        <Button
          size="small"
          variant="ghost"
          icon={Plus}
          onClick={() => put({ ...draft, postings: [...draft.postings, emptyPosting] })}
        >
          {words.addPosting}
        </Button>
      </div>
    </ConfirmDialog>
  );
}

function inCurrency(posting: ManualPosting, currency: Currency): ManualPosting {
  const change = (amount: MoneyView | null) => (amount === null ? null : { ...amount, currency });
  return { ...posting, debit: change(posting.debit), credit: change(posting.credit) };
}

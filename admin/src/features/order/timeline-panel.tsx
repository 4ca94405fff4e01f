import {
  Ban,
  CircleAlert,
  CircleCheck,
  CircleDot,
  FileText,
  HandCoins,
  Mail,
  Gift,
  Package,
  Pause,
  StickyNote,
} from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { addOrderNote } from "@shopwright/server/contracts/desk";
import type { DeskOrderView } from "@shopwright/server/contracts/desk";
import type { TimelineEntryView, TimelineKind } from "@shopwright/server/contracts/orders";
import { useLocale } from "../../app/preferences.ts";
import { usePermission } from "../../app/session.tsx";
import { useOrderText } from "../../locales/order.ts";
import type { OrderWords } from "../../locales/order.ts";
import { useStatusText } from "../../locales/statuses.ts";
import { Button } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import type { Tone } from "../../ui/notice.tsx";
import { Panel } from "../../ui/page.tsx";
import { TextAreaField } from "../../ui/text-field.tsx";
import { Timeline } from "../../ui/timeline.tsx";
import { toast } from "../../ui/toast.tsx";
import { useDraft } from "../../ui/use-draft.ts";
import { sayDetails } from "./timeline-details.ts";
import { useOrderAction } from "./use-order.ts";

const looks: Readonly<Partial<Record<TimelineKind, readonly [LucideIcon, Tone]>>> = {
  placed: [CircleCheck, "good"],
  completed: [CircleCheck, "good"],
  authorised: [HandCoins, "info"],
  captured: [HandCoins, "good"],
  refunded: [HandCoins, "neutral"],
  money_returned: [HandCoins, "warn"],
  payment_failed: [CircleAlert, "bad"],
  payment_unknown: [CircleAlert, "warn"],
  refund_failed: [CircleAlert, "bad"],
  problem: [CircleAlert, "warn"],
  held: [Pause, "warn"],
  note: [StickyNote, "info"],
  gift_cards_sent: [Gift, "good"],
  sent_to_warehouse: [Package, "neutral"],
  picked: [Package, "neutral"],
  packed: [Package, "neutral"],
  shipped: [Package, "good"],
  delivered: [Package, "good"],
  invoiced: [FileText, "neutral"],
  credited: [FileText, "neutral"],
  cancelled: [Ban, "bad"],
  lines_cancelled: [Ban, "warn"],
  mail_sent: [Mail, "neutral"],
};

/** A note to add, and who did what, when and why. */
export function TimelinePanel({ order }: { readonly order: DeskOrderView }) {
  const words = useOrderText();
  const states = useStatusText();
  const locale = useLocale();
  const mayWrite = usePermission("orders:write");
  return (
    <Panel title={words.timeline}>
      {mayWrite && <NoteForm orderId={order.id} />}
      <Timeline
        items={order.timeline.toReversed().map((entry) => {
          const [icon, tone] = looks[entry.kind] ?? [CircleDot, "neutral"];
          return {
            id: entry.id,
            at: entry.at,
            icon,
            tone,
            title: <span className="font-medium">{words.happened[entry.kind]}</span>,
            who: sayActor(entry, words),
            body: sayDetails(entry.details, { words, states, locale }),
          };
        })}
      />
    </Panel>
  );
}

function NoteForm({ orderId }: { readonly orderId: string }) {
  const words = useOrderText();
  const [text, setText, dropDraft] = useDraft(`note ${orderId}`, "");
  const add = useOrderAction(addOrderNote, () => {
    dropDraft();
    toast(words.noteAdded);
  });
  const ready = text.trim() !== "";
  return (
    <Form
      className="mb-4 grid gap-2"
      error={add.error}
      onSubmit={() => {
        if (ready && !add.isPending)
          add.mutate({ params: { orderId }, body: { text: text.trim() } });
      }}
    >
      <TextAreaField
        bare
        label={words.note}
        placeholder={words.notePlaceholder}
        name="text"
        rows={2}
        maxLength={2000}
        value={text}
        onChange={setText}
      />
      <Button type="submit" className="justify-self-end" busy={add.isPending} disabled={!ready}>
        {words.addNote}
      </Button>
    </Form>
  );
}

function sayActor(entry: TimelineEntryView, words: OrderWords): string {
  const [kind = "", ...name] = entry.actor.split(":");
  if (kind === "staff") return name.join(":") || words.actors.staff;
  const known: Readonly<Record<string, string>> = words.actors;
  return known[kind] ?? words.actors.system;
}

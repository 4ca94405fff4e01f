import { Ban, Check, Copy, Eye, Mail, Pencil } from "lucide-react";
import { useState } from "react";
import {
  adjustGiftCard,
  blockGiftCard,
  getGiftCard,
  listGiftCards,
  mailGiftCard,
  showGiftCardCode,
} from "@shopwright/server/contracts/credit";
import type { WholeGiftCardView } from "@shopwright/server/contracts/credit";
import { useAction } from "../../api/use-action.ts";
import { useRead } from "../../api/use-read.ts";
import { usePageParam } from "../../app/page-params.ts";
import { usePermission } from "../../app/session.tsx";
import { useCreditText } from "../../locales/credit.ts";
import { useUiText } from "../../locales/ui.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { DateTime } from "../../ui/date-time.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Money } from "../../ui/money.tsx";
import { Facts, Page, Panel } from "../../ui/page.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { AdjustCreditDialog } from "./adjust-dialog.tsx";
import { CardState } from "./gift-cards-page.tsx";
import { CreditHistory } from "./history.tsx";

type Open = "adjust" | "block" | "code" | null;

/** One gift card: what is on it, for whom, and everything that happened to it. */
export default function GiftCardPage() {
  const id = usePageParam("cardId");
  const words = useCreditText();
  const mayChange = usePermission("orders:refund");
  const read = useRead(getGiftCard, { params: { id } });
  const [open, setOpen] = useState<Open>(null);
  const mail = useAction(mailGiftCard, {
    onDone: () => toast(words.mailed, { tone: "good" }),
    onProblem: (error) => toast(error.message, { tone: "bad" }),
  });
  if (read.data?.id !== id) {
    if (read.error) return <ErrorState error={read.error} onRetry={() => void read.refetch()} />;
    return <PageSkeleton />;
  }
  const card = read.data;
  const close = () => setOpen(null);
  return (
    <Page
      title={`${words.columns.card} ••••${card.codeEnd}`}
      back={{ to: "/gift-cards", label: words.title }}
      aside={<CardState state={card.state} />}
      actions={
        mayChange && (
          <>
            {card.codeUnseen && (
              <Button icon={Eye} onClick={() => setOpen("code")}>
                {words.showCode}
              </Button>
            )}
            {card.recipientEmail !== "" && (
              <Button
                icon={Mail}
                busy={mail.isPending}
                onClick={() => mail.mutate({ params: { id } })}
              >
                {words.mail}
              </Button>
            )}
            <Button icon={Pencil} onClick={() => setOpen("adjust")}>
              {words.adjust}
            </Button>
            <Button icon={card.state === "blocked" ? Check : Ban} onClick={() => setOpen("block")}>
              {card.state === "blocked" ? words.unblock : words.block}
            </Button>
          </>
        )
      }
    >
      <div className="grid items-start gap-4 lg:grid-cols-[2fr_1fr]">
        <Panel title={words.history}>
          <CreditHistory movements={card.movements} />
        </Panel>
        <Details card={card} />
      </div>
      {open === "adjust" && <Adjust card={card} onClose={close} />}
      {open === "block" && <Block card={card} onClose={close} />}
      {open === "code" && <ShowCode card={card} onClose={close} />}
    </Page>
  );
}

interface CardProps {
  readonly card: WholeGiftCardView;
}

function Details({ card }: CardProps) {
  const words = useCreditText();
  const { columns } = words;
  return (
    <Panel title={words.details}>
      <Facts
        facts={[
          [columns.balance, <Money key="balance" amount={card.balance} />],
          ...(card.held.minor === "0"
            ? []
            : [[words.held, <Money key="held" amount={card.held} />] as const]),
          [columns.issued, <Money key="issued" amount={card.issued} />],
          [columns.expires, card.expiresOn ?? words.forGood],
          [columns.source, words.sources[card.source]],
          [
            columns.recipient,
            <span key="recipient" className="break-words">
              {[card.recipientName, card.recipientEmail].filter(Boolean).join(" · ") ||
                words.nobody}
            </span>,
          ],
          ...(card.message === ""
            ? []
            : [
                [
                  words.message,
                  <span key="message" className="whitespace-pre-wrap">
                    {card.message}
                  </span>,
                ] as const,
              ]),
          [columns.at, <DateTime key="at" at={card.createdAt} />],
        ]}
      />
    </Panel>
  );
}

interface DialogProps extends CardProps {
  readonly onClose: () => void;
}

function Adjust({ card, onClose }: DialogProps) {
  const words = useCreditText();
  const adjust = useAction(adjustGiftCard, {
    changes: [getGiftCard, listGiftCards],
    onDone: () => {
      onClose();
      toast(words.adjusted, { tone: "good" });
    },
  });
  return (
    <AdjustCreditDialog
      title={words.adjust}
      balance={card.balance}
      busy={adjust.isPending}
      error={adjust.error}
      onAdjust={(body) => adjust.mutate({ params: { id: card.id }, body })}
      onClose={onClose}
    />
  );
}

function Block({ card, onClose }: DialogProps) {
  const words = useCreditText();
  const [reason, setReason] = useState("");
  const blocked = card.state !== "blocked";
  const block = useAction(blockGiftCard, {
    changes: [getGiftCard, listGiftCards],
    onDone: () => {
      onClose();
      toast(blocked ? words.blocked : words.unblocked, { tone: "good" });
    },
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={blocked ? words.block : words.unblock}
      description={blocked ? words.blockHint : undefined}
      confirm={blocked ? words.block : words.unblock}
      danger={blocked}
      ready={reason.trim() !== ""}
      busy={block.isPending}
      error={block.error}
      onConfirm={() =>
        block.mutate({ params: { id: card.id }, body: { blocked, reason: reason.trim() } })
      }
    >
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

/** The code is asked for when the button is pressed, and forgotten when the dialog closes. */
function ShowCode({ card, onClose }: DialogProps) {
  const words = useCreditText();
  const ui = useUiText();
  const show = useAction(showGiftCardCode, { changes: [getGiftCard] });
  const code = show.data?.code;
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.showCode}
      description={words.showCodeHint}
      confirm={code === undefined ? words.showCode : words.copy}
      busy={show.isPending}
      error={show.error}
      onConfirm={() => {
        if (code === undefined) show.mutate({ params: { id: card.id } });
        else void navigator.clipboard.writeText(code).then(() => toast(ui.copied));
      }}
    >
      {code !== undefined && (
        <p className="flex items-center justify-center gap-3 rounded-lg bg-sunken p-4 font-mono text-lg tracking-wide break-all">
          <Copy aria-hidden className="size-4 text-muted" />
          {code}
        </p>
      )}
    </ConfirmDialog>
  );
}

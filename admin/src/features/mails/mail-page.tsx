import { useNavigate } from "@tanstack/react-router";
import { Send } from "lucide-react";
import { useState } from "react";
import { listMails, readMail, resendMail } from "@shopwright/server/contracts/notifications";
import type { WholeMailView } from "@shopwright/server/contracts/notifications";
import { useAction } from "../../api/use-action.ts";
import { useRead } from "../../api/use-read.ts";
import { usePageParam } from "../../app/page-params.ts";
import { usePermission } from "../../app/session.tsx";
import { useMailText } from "../../locales/mails.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { DateTime } from "../../ui/date-time.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Link } from "../../ui/link.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Facts, Page, Panel } from "../../ui/page.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { toast } from "../../ui/toast.tsx";
import { MailStateBadge } from "./mail-state.tsx";

/** One mail as it was written, in both its forms. */
export default function MailPage() {
  const id = usePageParam("mailId");
  const words = useMailText();
  const read = useRead(readMail, { params: { id } });
  const mayResend = usePermission("orders:write");
  const [asking, setAsking] = useState(false);
  if (read.data?.id !== id) {
    if (read.error) return <ErrorState error={read.error} onRetry={() => void read.refetch()} />;
    return <PageSkeleton />;
  }
  const mail = read.data;
  return (
    <Page
      title={mail.subject}
      back={{ to: "/mails", label: words.title }}
      aside={<MailStateBadge state={mail.state} />}
      actions={
        mayResend && (
          <Button variant="primary" icon={Send} onClick={() => setAsking(true)}>
            {words.resend}
          </Button>
        )
      }
    >
      {mail.problem !== null && (
        <Notice tone="bad">
          {words.problem}: {mail.problem}
        </Notice>
      )}
      {!mail.linkShown && <Notice>{words.linkHidden}</Notice>}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_1fr]">
        <MailForms mail={mail} />
        <MailFacts mail={mail} />
      </div>
      {asking && <ResendDialog mail={mail} onClose={() => setAsking(false)} />}
    </Page>
  );
}

function MailForms({ mail }: { readonly mail: WholeMailView }) {
  const words = useMailText();
  const [open, setOpen] = useState("designed");
  return (
    <Panel>
      <Tabs
        label={words.parts}
        open={open}
        onOpen={setOpen}
        tabs={[
          {
            id: "designed",
            label: words.designed,
            content: (
              // No scripts, no forms, no access to this page: a mail is text from outside.
              <iframe
                title={words.preview}
                sandbox=""
                srcDoc={mail.html}
                className="h-[70vh] min-h-96 w-full rounded-lg border border-line bg-white"
              />
            ),
          },
          {
            id: "text",
            label: words.text,
            content: (
              <pre className="overflow-x-auto rounded-lg bg-sunken p-4 text-[0.8125rem] whitespace-pre-wrap">
                {mail.text}
              </pre>
            ),
          },
        ]}
      />
    </Panel>
  );
}

function MailFacts({ mail }: { readonly mail: WholeMailView }) {
  const words = useMailText();
  return (
    <Panel>
      <Facts
        facts={[
          [words.to, mail.recipient],
          [words.kind, words.kinds[mail.kind]],
          [words.written, <DateTime key="written" at={mail.queuedAt} />],
          ...(mail.sentAt === null
            ? []
            : ([[words.sent, <DateTime key="sent" at={mail.sentAt} />]] as const)),
          ...(mail.order === null
            ? []
            : ([
                [
                  words.order,
                  <Link key="order" to={`/orders/${mail.order.id}`}>
                    {mail.order.number}
                  </Link>,
                ],
              ] as const)),
        ]}
      />
      <p className="mt-3 text-[0.8125rem] text-muted">{words.stateHints[mail.state]}</p>
      {mail.repeats !== null && (
        <p className="mt-1 text-[0.8125rem]">
          <Link to={`/mails/${mail.repeats}`}>{words.repeats}</Link>
        </p>
      )}
    </Panel>
  );
}

function ResendDialog({
  mail,
  onClose,
}: {
  readonly mail: WholeMailView;
  readonly onClose: () => void;
}) {
  const words = useMailText();
  const navigate = useNavigate();
  const resend = useAction(resendMail, {
    changes: [listMails],
    onDone: (reply) => {
      onClose();
      toast(words.resent, { tone: "good" });
      void navigate({ to: `/mails/${reply.id}` });
    },
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.resendTitle}
      description={words.resendHint}
      confirm={words.resend}
      busy={resend.isPending}
      error={resend.error}
      effects={[{ label: words.effectTo, value: mail.recipient }]}
      onConfirm={() => resend.mutate({ params: { id: mail.id } })}
    />
  );
}

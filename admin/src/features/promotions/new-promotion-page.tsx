import { useNavigate } from "@tanstack/react-router";
import { createPromotion, listPromotions } from "@shopwright/server/contracts/promotions";
import { useAction } from "../../api/use-action.ts";
import { usePromotionText } from "../../locales/promotions.ts";
import { Button } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { LeaveGuard } from "../../ui/leave-guard.tsx";
import { Page } from "../../ui/page.tsx";
import { toast } from "../../ui/toast.tsx";
import { useDraft } from "../../ui/use-draft.ts";
import { same } from "../products/three-way-merge.ts";
import { emptyDraft } from "./promotion-draft.ts";
import { PromotionForm } from "./promotion-form.tsx";

/** A promotion that does not exist yet. What was typed is kept until it does. */
export default function NewPromotionPage() {
  const words = usePromotionText();
  const navigate = useNavigate();
  const [draft, setDraft, drop] = useDraft("new promotion", emptyDraft);
  const create = useAction(createPromotion, {
    changes: [listPromotions],
    onDone: ({ id }) => {
      drop();
      toast(words.created, { tone: "good" });
      void navigate({ to: `/promotions/${id}`, ignoreBlocker: true });
    },
  });
  const ready = draft.names.en.trim() !== "";
  const send = (paused: boolean): void => create.mutate({ body: { ...draft, paused } });
  return (
    <Page
      title={words.add}
      back={{ to: "/promotions", label: words.title }}
      actions={
        <>
          <Button
            variant="ghost"
            busy={create.isPending}
            disabled={!ready}
            onClick={() => send(true)}
          >
            {words.createPaused}
          </Button>
          <Button
            variant="primary"
            type="submit"
            form="promotion"
            busy={create.isPending}
            disabled={!ready}
          >
            {words.create}
          </Button>
        </>
      }
    >
      <Form id="promotion" error={create.error} onSubmit={() => ready && send(false)}>
        <PromotionForm draft={draft} onChange={setDraft} />
      </Form>
      <LeaveGuard active={!same(draft, emptyDraft)} onLeave={drop} />
    </Page>
  );
}

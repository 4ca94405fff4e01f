import { useNavigate } from "@tanstack/react-router";
import { Copy, Pause, Play } from "lucide-react";
import { useState } from "react";
import {
  changePromotion,
  duplicatePromotion,
  getPromotion,
  listPromotions,
  pausePromotion,
} from "@shopwright/server/contracts/promotions";
import type { PromotionView } from "@shopwright/server/contracts/promotions";
import { useAction } from "../../api/use-action.ts";
import { useRead } from "../../api/use-read.ts";
import { usePageParam } from "../../app/page-params.ts";
import { useLocale } from "../../app/preferences.ts";
import { usePermission } from "../../app/session.tsx";
import { usePromotionText } from "../../locales/promotions.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Form } from "../../ui/form.tsx";
import { LeaveGuard } from "../../ui/leave-guard.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { toast } from "../../ui/toast.tsx";
import { useAddressFilters } from "../../ui/use-address-filters.ts";
import { same } from "../products/three-way-merge.ts";
import { CodesTab } from "./codes-tab.tsx";
import { draftOf } from "./promotion-draft.ts";
import { PromotionForm } from "./promotion-form.tsx";
import { PromotionStateBadge } from "./promotion-state.tsx";
import { UsageTab } from "./usage-tab.tsx";

const tabs = { tab: ["rule", "codes", "usage"] } as const;

/** One promotion: its rule, its codes, and what it gave so far. */
export default function PromotionPage() {
  const id = usePageParam("promotionId");
  const read = useRead(getPromotion, { params: { id } });
  if (read.data?.id === id) return <Editor key={id} promotion={read.data} />;
  if (read.error) return <ErrorState error={read.error} onRetry={() => void read.refetch()} />;
  return <PageSkeleton />;
}

function Editor({ promotion }: { readonly promotion: PromotionView }) {
  const words = usePromotionText();
  const locale = useLocale();
  const mayWrite = usePermission("catalog:write");
  const { filters, replace } = useAddressFilters(tabs);
  const [draft, setDraft] = useState(() => draftOf(promotion));
  // What was edited is compared with the version it began from, so that a pause meanwhile is no conflict.
  const [version, setVersion] = useState(promotion.version);
  const changed = !same(draft, draftOf(promotion));
  const save = useAction(changePromotion, {
    changes: [getPromotion, listPromotions],
    onDone: (saved) => {
      setDraft(draftOf(saved));
      setVersion(saved.version);
      toast(words.saved, { tone: "good" });
    },
  });
  return (
    <Page
      title={promotion.names[locale] ?? promotion.names.en}
      back={{ to: "/promotions", label: words.title }}
      aside={<PromotionStateBadge state={promotion.state} />}
      actions={
        mayWrite && (
          <>
            <Deeds promotion={promotion} onVersion={setVersion} />
            <Button
              variant="primary"
              type="submit"
              form="promotion"
              busy={save.isPending}
              disabled={!changed || draft.names.en.trim() === ""}
            >
              {words.save}
            </Button>
          </>
        )
      }
    >
      {!mayWrite && <Notice>{words.readOnly}</Notice>}
      <Tabs
        label={words.title}
        open={filters.tab ?? "rule"}
        onOpen={(tab) => replace(tab === "rule" ? {} : { tab })}
        tabs={[
          {
            id: "rule",
            label: words.tabs.rule,
            content: (
              <Form
                id="promotion"
                error={save.error}
                onSubmit={() =>
                  save.mutate({ params: { id: promotion.id }, body: { ...draft, version } })
                }
              >
                <fieldset disabled={!mayWrite}>
                  <PromotionForm draft={draft} onChange={setDraft} />
                </fieldset>
              </Form>
            ),
          },
          { id: "codes", label: words.tabs.codes, content: <CodesTab promotion={promotion} /> },
          { id: "usage", label: words.tabs.usage, content: <UsageTab promotion={promotion} /> },
        ]}
      />
      <LeaveGuard active={changed} onLeave={() => setDraft(draftOf(promotion))} />
    </Page>
  );
}

function Deeds({
  promotion,
  onVersion,
}: {
  readonly promotion: PromotionView;
  readonly onVersion: (version: number) => void;
}) {
  const words = usePromotionText();
  const navigate = useNavigate();
  const params = { id: promotion.id };
  const paused = promotion.state === "paused";
  const pause = useAction(pausePromotion, {
    changes: [getPromotion, listPromotions],
    onDone: ({ state, version }) => {
      onVersion(version);
      toast(state === "paused" ? words.paused : words.resumed, { tone: "good" });
    },
  });
  const duplicate = useAction(duplicatePromotion, {
    changes: [listPromotions],
    onDone: ({ id }) => {
      toast(words.duplicated, { tone: "good" });
      void navigate({ to: `/promotions/${id}` });
    },
  });
  return (
    <>
      <Button
        variant="ghost"
        icon={Copy}
        busy={duplicate.isPending}
        onClick={() => duplicate.mutate({ params })}
      >
        {words.duplicate}
      </Button>
      {promotion.state !== "ended" && (
        <Button
          icon={paused ? Play : Pause}
          busy={pause.isPending}
          onClick={() => pause.mutate({ params, body: { paused: !paused } })}
        >
          {paused ? words.resume : words.pause}
        </Button>
      )}
    </>
  );
}

import { RotateCcw } from "lucide-react";
import { useState } from "react";
import { getAdminProduct } from "@shopwright/server/contracts/catalog";
import type { AdminProductView } from "@shopwright/server/contracts/catalog";
import { useRead } from "../../api/use-read.ts";
import { usePageParam } from "../../app/page-params.ts";
import { useLocale } from "../../app/preferences.ts";
import { usePermission } from "../../app/session.tsx";
import { sayCode, useErrorText } from "../../locales/errors.ts";
import { useProductText } from "../../locales/products.ts";
import { useShellText } from "../../locales/shell.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Form } from "../../ui/form.tsx";
import { LeaveGuard } from "../../ui/leave-guard.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { toast } from "../../ui/toast.tsx";
import { JoinedNotice } from "./joined-notice.tsx";
import { ProductActions } from "./product-actions.tsx";
import { ProductStatusBadge, ScheduleBadges } from "./product-status.tsx";
import { ProductTabs } from "./product-tabs.tsx";
import { useProductEditor } from "./use-product-editor.ts";

/** One product, with everything that can be edited. */
export default function ProductPage() {
  const id = usePageParam("productId");
  const read = useRead(getAdminProduct, { params: { id } });
  // While another product loads, the one before must not be edited under its address.
  if (read.data?.id === id) return <Editor key={id} product={read.data} />;
  if (read.error) return <ErrorState error={read.error} onRetry={() => void read.refetch()} />;
  return <PageSkeleton />;
}

function Editor({ product }: { readonly product: AdminProductView }) {
  const words = useProductText();
  const shell = useShellText();
  const errors = useErrorText();
  const locale = useLocale();
  const mayWrite = usePermission("catalog:write");
  const editor = useProductEditor(product);
  // Fields keep what was typed in them; going back to what was saved begins them anew.
  const [round, setRound] = useState(0);
  const discard = (): void => {
    editor.discard();
    setRound(round + 1);
  };
  const save = async (): Promise<boolean> => {
    const done = await editor.save();
    if (done) {
      toast(words.saved, { tone: "good" });
      setRound(round + 1);
    }
    return done;
  };
  const { texts } = editor.draft;
  return (
    <Page
      title={texts[locale].title || texts.en.title || texts.de.title || product.handle}
      back={{ to: "/products", label: shell.pages.products }}
      aside={
        <>
          <ProductStatusBadge status={product.status} />
          <ScheduleBadges {...product} />
          {editor.dirty && <StatusBadge tone="warn">{words.unsaved}</StatusBadge>}
        </>
      }
      actions={
        <>
          {editor.dirty && (
            <Button variant="ghost" icon={RotateCcw} onClick={discard}>
              {words.discard}
            </Button>
          )}
          <ProductActions product={product} mayWrite={mayWrite} editor={editor} onSave={save} />
        </>
      }
    >
      {editor.joined && <JoinedNotice {...editor.joined} editor={editor} />}
      {product.scheduleProblem !== null && (
        <Notice tone="bad">
          {words.schedule.failed} {sayCode(errors, product.scheduleProblem)}
        </Notice>
      )}
      {editor.restored && editor.dirty && !editor.joined && <Notice>{words.draftKept}</Notice>}
      <Form
        key={round}
        id="product"
        error={editor.error}
        onSubmit={() => {
          if (mayWrite && editor.dirty) void save();
        }}
      >
        <ProductTabs
          product={product}
          draft={editor.draft}
          onChange={editor.change}
          readOnly={!mayWrite || editor.busy}
          onUploaded={editor.adopt}
        />
      </Form>
      <LeaveGuard active={editor.dirty} onLeave={editor.discard} />
    </Page>
  );
}

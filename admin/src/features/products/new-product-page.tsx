import { useNavigate } from "@tanstack/react-router";
import { createProduct, listAdminProducts } from "@shopwright/server/contracts/catalog";
import { useAction } from "../../api/use-action.ts";
import { useProductText } from "../../locales/products.ts";
import { useShellText } from "../../locales/shell.ts";
import { Button } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { LeaveGuard } from "../../ui/leave-guard.tsx";
import { Page } from "../../ui/page.tsx";
import { toast } from "../../ui/toast.tsx";
import { useDraft } from "../../ui/use-draft.ts";
import { nameCodes } from "./name-codes.ts";
import { bodyOf, emptyDraft } from "./product-draft.ts";
import { ProductTabs } from "./product-tabs.tsx";
import { same } from "./three-way-merge.ts";

const blank = emptyDraft();

/** A product that does not exist yet. What was typed is kept until it does. */
export default function NewProductPage() {
  const words = useProductText();
  const shell = useShellText();
  const navigate = useNavigate();
  const [draft, setDraft, drop] = useDraft("new product", blank);
  const create = useAction(createProduct, {
    changes: [listAdminProducts],
    onDone: (product) => {
      drop();
      toast(words.saved, { tone: "good" });
      void navigate({ to: `/products/${product.id}`, ignoreBlocker: true });
    },
  });
  const ready =
    [draft.texts.en.title, draft.texts.de.title].some((title) => title.trim() !== "") &&
    Object.values(draft.variants).every(({ sku }) => sku.trim() !== "");
  return (
    <Page
      title={words.newProduct}
      back={{ to: "/products", label: shell.pages.products }}
      actions={
        <Button
          variant="primary"
          type="submit"
          form="product"
          busy={create.isPending}
          disabled={!ready}
          title={ready ? undefined : `${words.titleNeeded} ${words.skuNeeded}.`}
        >
          {words.create}
        </Button>
      }
    >
      {!ready && (
        <p className="text-muted">{`${words.titleNeeded} ${words.variantsTitle}: ${words.skuNeeded}.`}</p>
      )}
      <Form
        id="product"
        error={create.error}
        onSubmit={() => ready && create.mutate({ body: bodyOf(nameCodes(draft), null) })}
      >
        <ProductTabs
          draft={draft}
          onChange={setDraft}
          readOnly={false}
          product={null}
          onUploaded={() => undefined}
        />
      </Form>
      <LeaveGuard active={!same(draft, blank)} onLeave={drop} />
    </Page>
  );
}

import type { AdminProductView } from "@shopwright/server/contracts/catalog";
import { useProductText } from "../../locales/products.ts";
import { Tabs } from "../../ui/tabs.tsx";
import { useAddressFilters } from "../../ui/use-address-filters.ts";
import { AttributesTab } from "./attributes-tab.tsx";
import { HistoryTab } from "./history-tab.tsx";
import { OrganiseTab } from "./organise-tab.tsx";
import { PicturesTab } from "./pictures-tab.tsx";
import { TextsTab } from "./texts-tab.tsx";
import type { TabProps } from "./texts-tab.tsx";
import { VariantsTab } from "./variants-tab.tsx";

const names = ["texts", "attributes", "variants", "pictures", "organise", "history"] as const;
const offered = { tab: names } as const;

/** The parts of a product's editor; the address remembers which is open. */
export function ProductTabs({
  product,
  onUploaded,
  ...props
}: TabProps & {
  readonly product: AdminProductView | null;
  readonly onUploaded: (product: AdminProductView) => void;
}) {
  const words = useProductText();
  const { filters, change } = useAddressFilters(offered);
  const contents = {
    texts: <TextsTab {...props} />,
    attributes: <AttributesTab {...props} />,
    variants: <VariantsTab {...props} product={product} />,
    pictures: <PicturesTab {...props} product={product} onUploaded={onUploaded} />,
    organise: <OrganiseTab {...props} />,
    history: (
      <HistoryTab
        product={product}
        draft={props.draft}
        readOnly={props.readOnly}
        onSaved={onUploaded}
      />
    ),
  };
  return (
    <Tabs
      label={words.editor}
      open={filters.tab ?? "texts"}
      onOpen={(tab) => change({ tab: tab === "texts" ? undefined : tab })}
      tabs={names.map((id) => ({ id, label: words.tabs[id], content: contents[id] }))}
    />
  );
}

import { getAllSettings } from "@shopwright/server/contracts/settings";
import { useRead } from "../../api/use-read.ts";
import { usePermission } from "../../app/session.tsx";
import { useSettingText } from "../../locales/settings.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { Page } from "../../ui/page.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { useAddressFilters } from "../../ui/use-address-filters.ts";
import { CheckoutSettings } from "./checkout-settings.tsx";
import { DeliverySettings } from "./delivery-settings.tsx";
import { MailSettings } from "./mail-settings.tsx";
import { MarketSettings } from "./market-settings.tsx";
import { PaymentSettings } from "./payment-settings.tsx";
import { ShopSettings } from "./shop-settings.tsx";
import { TaxSettings } from "./tax-settings.tsx";
import { WarehouseSettings } from "./warehouse-settings.tsx";

const names = [
  "shop",
  "checkout",
  "payments",
  "markets",
  "delivery",
  "warehouses",
  "tax",
  "mail",
] as const;
const offered = { tab: names } as const;

/** How the shop is set, area by area. */
export default function SettingsPage() {
  const words = useSettingText();
  const readOnly = !usePermission("settings:write");
  const read = useRead(getAllSettings, {});
  const { filters, change } = useAddressFilters(offered);
  if (read.isPending) return <PageSkeleton />;
  if (read.error) return <ErrorState error={read.error} onRetry={() => void read.refetch()} />;
  const all = read.data;
  const contents = {
    shop: <ShopSettings saved={all.shop} readOnly={readOnly} />,
    checkout: <CheckoutSettings saved={all.checkout} readOnly={readOnly} />,
    payments: <PaymentSettings all={all} readOnly={readOnly} />,
    markets: <MarketSettings readOnly={readOnly} />,
    delivery: <DeliverySettings readOnly={readOnly} />,
    warehouses: <WarehouseSettings readOnly={readOnly} />,
    tax: <TaxSettings saved={all.tax} readOnly={readOnly} />,
    mail: <MailSettings saved={all.mail} readOnly={readOnly} />,
  };
  return (
    <Page title={words.title}>
      <Tabs
        label={words.areas}
        open={filters.tab ?? "shop"}
        onOpen={(tab) => change({ tab: tab === "shop" ? undefined : tab })}
        tabs={names.map((id) => ({ id, label: words.tabs[id], content: contents[id] }))}
      />
    </Page>
  );
}

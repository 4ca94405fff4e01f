import { CreditCard, FileText, PackagePlus, Truck, UserPlus } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import type { SettingView } from "@shopwright/server/contracts/settings";
import { useBeginText } from "../../locales/begin.ts";
import { Link } from "../../ui/link.tsx";
import { Panel } from "../../ui/page.tsx";

const ways: readonly {
  readonly name: "product" | "payment" | "delivery" | "pages" | "staff";
  readonly icon: LucideIcon;
  readonly to: string;
  readonly tab?: string;
}[] = [
  { name: "product", icon: PackagePlus, to: "/products/new" },
  { name: "delivery", icon: Truck, to: "/settings", tab: "delivery" },
  { name: "payment", icon: CreditCard, to: "/settings", tab: "payments" },
  { name: "pages", icon: FileText, to: "/content" },
  { name: "staff", icon: UserPlus, to: "/staff" },
];

/** The shop stands; this is what comes next. */
export function BeginDone({ shop }: { readonly shop: SettingView<"shop"> }) {
  const words = useBeginText();
  return (
    <Panel title={words.doneTitle(shop.name)}>
      <p className="mb-4 max-w-prose text-muted">{words.doneHint}</p>
      <ul className="grid gap-1">
        {ways.map(({ name, icon: Icon, to, tab }) => (
          <li key={name} className="flex items-start gap-3 py-1.5">
            <Icon aria-hidden className="mt-0.5 size-5 shrink-0 text-accent-ink" />
            <span className="min-w-0">
              <Link
                to={to}
                {...(tab === undefined ? {} : { search: { tab } })}
                className="font-medium"
              >
                {words.ways[name].title}
              </Link>
              <span className="block text-muted">{words.ways[name].hint}</span>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

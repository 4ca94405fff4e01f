import { Plus, Tags } from "lucide-react";
import { listProductTypes } from "@shopwright/server/contracts/catalog";
import { useRead } from "../../api/use-read.ts";
import { useLocale } from "../../app/preferences.ts";
import { usePermission } from "../../app/session.tsx";
import { useProductTypeText } from "../../locales/product-types.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Link } from "../../ui/link.tsx";
import { Page, Panel } from "../../ui/page.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";

/** All product types, with what each asks of its products. */
export default function TypesPage() {
  const words = useProductTypeText();
  const locale = useLocale();
  const mayWrite = usePermission("catalog:write");
  const read = useRead(listProductTypes, {});
  if (read.error) return <ErrorState error={read.error} onRetry={() => void read.refetch()} />;
  if (read.isPending) return <PageSkeleton />;
  const create = mayWrite && (
    <ButtonLink to="/product-types/new" variant="primary" icon={Plus}>
      {words.add}
    </ButtonLink>
  );
  const { types } = read.data;
  return (
    <Page title={words.title} actions={create} narrow>
      <p className="text-muted">{words.intro}</p>
      <Panel flush>
        {types.length === 0 && (
          <EmptyState icon={Tags} title={words.none}>
            {words.noneHint}
          </EmptyState>
        )}
        <ul>
          {types.map((type) => (
            <li key={type.id} className="border-b border-line px-4 py-3 last:border-0">
              <div className="flex flex-wrap items-baseline gap-x-3">
                <Link to={`/product-types/${type.id}`} className="font-semibold">
                  {type.names[locale] ?? type.names.en ?? type.code}
                </Link>
                <span className="text-[0.8125rem] text-muted">
                  {words.attributesOf(type.attributes.length)} ·{" "}
                  <Link to="/products" search={{ type: type.id }}>
                    {words.productsOf(type.productCount)}
                  </Link>
                </span>
              </div>
              <p className="text-[0.8125rem] text-muted">
                {type.attributes.map((each) => each.names[locale] ?? each.names.en).join(", ")}
              </p>
            </li>
          ))}
        </ul>
      </Panel>
    </Page>
  );
}

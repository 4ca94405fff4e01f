import { Armchair, ListChecks, Plus } from "lucide-react";
import { useState } from "react";
import { listAdminCategories } from "@shopwright/server/contracts/catalog";
import { useRead } from "../../api/use-read.ts";
import { useLocale } from "../../app/preferences.ts";
import { usePermission } from "../../app/session.tsx";
import { useProductTypeText } from "../../locales/product-types.ts";
import { useProductText } from "../../locales/products.ts";
import { BulkBar } from "../../ui/bulk-bar.tsx";
import { Button, ButtonLink } from "../../ui/button.tsx";
import type { Column } from "../../ui/column.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { DateTime } from "../../ui/date-time.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { Money } from "../../ui/money.tsx";
import { Page, Panel } from "../../ui/page.tsx";
import { Picture } from "../../ui/picture.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { useAddressFilters } from "../../ui/use-address-filters.ts";
import type { BulkSelection } from "./bulk-draft.ts";
import { BulkEditDialog } from "./bulk-edit-dialog.tsx";
import { BulkProgress } from "./bulk-progress.tsx";
import { ProductStatusBadge, ScheduleBadges } from "./product-status.tsx";
import { useProductTypes } from "./use-product-types.ts";
import { useProductList } from "./use-product-search.ts";
import type { ProductRow } from "./use-product-search.ts";

const statuses = ["draft", "published", "archived"] as const;
const offered = { q: "text", status: statuses, category: "text", type: "text" } as const;

/** Every product, the last changed first. */
export default function ProductsPage() {
  const words = useProductText();
  const mayWrite = usePermission("catalog:write");
  const { filters, change, replace, any } = useAddressFilters(offered);
  const list = useProductList({
    ...(filters.q === undefined ? {} : { q: filters.q }),
    ...(filters.status === undefined ? {} : { status: filters.status }),
    ...(filters.category === undefined ? {} : { category: filters.category }),
    ...(filters.type === undefined ? {} : { type: filters.type }),
  });
  const columns = useColumns();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [editing, setEditing] = useState<BulkSelection | null>(null);
  const [editId, setEditId] = useState<string | null>(null);
  const create = (
    <ButtonLink to="/products/new" variant="primary" icon={Plus}>
      {words.newProduct}
    </ButtonLink>
  );
  return (
    <Page
      title={words.title}
      actions={
        mayWrite && (
          <>
            {list.rows.length > 0 && (
              <Button icon={ListChecks} onClick={() => setEditing({ filter: { ...filters } })}>
                {words.bulk.editAll}
              </Button>
            )}
            {create}
          </>
        )
      }
    >
      {editId !== null && (
        <BulkProgress id={editId} onUndo={setEditId} onClose={() => setEditId(null)} />
      )}
      <Panel flush>
        <FilterBar
          search={
            <SearchField
              label={words.search}
              value={filters.q ?? ""}
              onChange={(q) => change({ q })}
            />
          }
          active={[filters.status, filters.category, filters.type].filter(Boolean).length}
          onClear={() => replace(filters.q === undefined ? {} : { q: filters.q })}
        >
          <SelectField
            bare
            label={words.status}
            empty={words.anyStatus}
            value={filters.status ?? ""}
            choices={statuses.map((value) => ({ value, label: words.statuses[value] }))}
            onChange={(status) => change({ status })}
          />
          <CategoryFilter
            value={filters.category ?? ""}
            onChange={(category) => change({ category })}
          />
          <TypeFilter value={filters.type ?? ""} onChange={(type) => change({ type })} />
        </FilterBar>
        <DataTable
          label={words.title}
          list={list}
          columns={columns}
          rowId={(row) => row.id}
          rowName={(row) => row.title || row.handle}
          rowLink={(row) => `/products/${row.id}`}
          {...(mayWrite ? { selection: { ids: selected, onChange: setSelected } } : {})}
          card={(row) => <ProductCard row={row} />}
          empty={
            <EmptyState
              icon={Armchair}
              title={any ? words.noMatch : words.none}
              action={!any && mayWrite && create}
            >
              {any ? words.noMatchHint : words.noneHint}
            </EmptyState>
          }
        />
      </Panel>
      <BulkBar count={selected.size} onClear={() => setSelected(new Set())}>
        <Button
          size="small"
          icon={ListChecks}
          onClick={() => setEditing({ productIds: [...selected] })}
        >
          {words.bulk.edit}
        </Button>
      </BulkBar>
      {editing !== null && (
        <BulkEditDialog
          selection={editing}
          onStarted={({ id }) => {
            setEditing(null);
            setSelected(new Set());
            setEditId(id);
          }}
          onClose={() => setEditing(null)}
        />
      )}
    </Page>
  );
}

function TypeFilter({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const words = useProductTypeText();
  const locale = useLocale();
  const { types } = useProductTypes();
  if (types.length === 0) return null;
  return (
    <SelectField
      bare
      label={words.type}
      empty={words.anyType}
      value={value}
      choices={types.map((each) => ({
        value: each.id,
        label: each.names[locale] ?? each.names.en ?? each.code,
      }))}
      onChange={onChange}
    />
  );
}

function CategoryFilter({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const words = useProductText();
  const locale = useLocale();
  const read = useRead(listAdminCategories, {});
  return (
    <SelectField
      bare
      label={words.category}
      empty={words.anyCategory}
      value={value}
      choices={(read.data?.categories ?? []).map((category) => ({
        value: category.id,
        label: `${"  ".repeat(category.depth)}${category.texts[locale]?.name ?? category.code}`,
      }))}
      onChange={onChange}
    />
  );
}

function useColumns(): readonly Column<ProductRow>[] {
  const words = useProductText();
  const { columns } = words;
  return [
    {
      id: "product",
      header: columns.product,
      grow: true,
      cell: (row) => (
        <span className="flex items-center gap-3">
          <Picture pictureKey={row.picture?.key ?? null} />
          <span className="min-w-0">
            <span className="block truncate font-medium">{row.title || row.handle}</span>
            <span className="text-[0.8125rem] text-muted">{words.variants(row.variantCount)}</span>
          </span>
        </span>
      ),
    },
    {
      id: "status",
      header: columns.status,
      cell: (row) => (
        <span className="grid justify-items-start gap-1">
          <ProductStatusBadge status={row.status} />
          <ScheduleBadges {...row} />
        </span>
      ),
    },
    {
      id: "sku",
      header: columns.sku,
      from: "lg",
      cell: (row) => <span className="whitespace-nowrap text-muted">{sayMany(row.skus)}</span>,
    },
    {
      id: "available",
      header: columns.available,
      align: "end",
      cell: (row) => (
        <span className={row.available === 0 ? "nums text-bad" : "nums"}>{row.available}</span>
      ),
      total: (rows) => rows.reduce((sum, row) => sum + row.available, 0),
    },
    { id: "price", header: columns.price, align: "end", cell: (row) => <Prices row={row} /> },
    {
      id: "changed",
      header: columns.changed,
      from: "xl",
      cell: (row) => <DateTime at={row.changedAt} />,
    },
  ];
}

function Prices({ row }: { readonly row: ProductRow }) {
  return (
    <span className="grid justify-items-end">
      {row.prices.map((price) => (
        <Money key={price.currency} amount={price} />
      ))}
    </span>
  );
}

function ProductCard({ row }: { readonly row: ProductRow }) {
  const words = useProductText();
  return (
    <span className="flex items-center gap-3">
      <Picture pictureKey={row.picture?.key ?? null} size={56} />
      <span className="grid min-w-0 flex-1 gap-1">
        <span className="truncate font-medium">{row.title || row.handle}</span>
        <span className="flex flex-wrap items-center gap-2 text-[0.8125rem] text-muted">
          <ProductStatusBadge status={row.status} />
          {words.available(row.available)}
        </span>
      </span>
      <Prices row={row} />
    </span>
  );
}

function sayMany(skus: readonly string[]): string {
  const more = skus.length - 2;
  return `${skus.slice(0, 2).join(", ")}${more > 0 ? ` +${more}` : ""}`;
}

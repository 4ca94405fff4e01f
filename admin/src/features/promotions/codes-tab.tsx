import { useQueryClient } from "@tanstack/react-query";
import { Ticket } from "lucide-react";
import { useEffect, useState } from "react";
import {
  blockCoupon,
  createBatch,
  createCoupon,
  exportBatch,
  getPromotion,
  listBatches,
  listCoupons,
} from "@shopwright/server/contracts/promotions";
import type { BatchView, CouponView, PromotionView } from "@shopwright/server/contracts/promotions";
import { useAction } from "../../api/use-action.ts";
import { useList, useRead } from "../../api/use-read.ts";
import { useLocale } from "../../app/preferences.ts";
import { usePermission } from "../../app/session.tsx";
import { usePromotionText } from "../../locales/promotions.ts";
import { Button } from "../../ui/button.tsx";
import type { Column } from "../../ui/column.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { DateTime } from "../../ui/date-time.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ExportButton } from "../../ui/export-button.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Panel } from "../../ui/page.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { NumberField } from "../settings/number-field.tsx";

/** The codes that bring a promotion: one by one, or by the thousand. */
export function CodesTab({ promotion }: { readonly promotion: PromotionView }) {
  const words = usePromotionText().coupons;
  const mayWrite = usePermission("catalog:write");
  const asked = JSON.stringify(promotion.rule.condition).includes('"kind":"coupon"');
  return (
    <div className="grid gap-4">
      {!asked && <Notice tone="warn">{words.notAsked}</Notice>}
      {mayWrite && (
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <SingleCode promotion={promotion} />
          <ManyCodes promotion={promotion} />
        </div>
      )}
      <Batches promotion={promotion} />
      <Codes promotion={promotion} />
    </div>
  );
}

interface OfPromotion {
  readonly promotion: PromotionView;
}

function SingleCode({ promotion }: OfPromotion) {
  const words = usePromotionText().coupons;
  const [code, setCode] = useState("");
  const [maxUses, setMaxUses] = useState<number | null>(null);
  const add = useAction(createCoupon, {
    changes: [listCoupons, getPromotion],
    onDone: (coupon) => {
      setCode("");
      toast(words.added(coupon.code), { tone: "good" });
    },
  });
  return (
    <Panel title={words.single}>
      <Form
        error={add.error}
        onSubmit={() => add.mutate({ params: { id: promotion.id }, body: { code, maxUses } })}
        buttons={
          <Button type="submit" busy={add.isPending} disabled={code.trim().length < 2}>
            {words.add}
          </Button>
        }
      >
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField
            label={words.code}
            name="code"
            hint={words.codeHint}
            maxLength={40}
            value={code}
            onChange={setCode}
          />
          <NumberField
            label={words.maxUses}
            name="maxUses"
            hint={words.maxUsesHint}
            optional
            value={maxUses}
            onChange={(value) => setMaxUses(value === 0 ? null : value)}
          />
        </div>
      </Form>
    </Panel>
  );
}

function ManyCodes({ promotion }: OfPromotion) {
  const words = usePromotionText().coupons;
  const [count, setCount] = useState<number | null>(1000);
  const [prefix, setPrefix] = useState("");
  const [maxUses, setMaxUses] = useState<number | null>(1);
  const make = useAction(createBatch, {
    changes: [listBatches],
    onDone: () => toast(words.making, { tone: "good" }),
  });
  return (
    <Panel title={words.bulk}>
      <Form
        error={make.error}
        onSubmit={() =>
          make.mutate({
            params: { id: promotion.id },
            body: { count: count ?? 0, prefix, maxUses },
          })
        }
        buttons={
          <Button type="submit" busy={make.isPending} disabled={count === null}>
            {words.make}
          </Button>
        }
      >
        <div className="grid gap-3 sm:grid-cols-3">
          <NumberField
            label={words.count}
            name="count"
            hint={words.countHint}
            value={count}
            onChange={setCount}
          />
          <TextField
            label={words.prefix}
            name="prefix"
            optional
            maxLength={12}
            value={prefix}
            onChange={(typed) => setPrefix(typed.toUpperCase())}
          />
          <NumberField
            label={words.usesEach}
            name="maxUses"
            hint={words.maxUsesHint}
            optional
            value={maxUses}
            onChange={(value) => setMaxUses(value === 0 ? null : value)}
          />
        </div>
      </Form>
    </Panel>
  );
}

function Batches({ promotion }: OfPromotion) {
  const words = usePromotionText().coupons;
  const [unfinished, setUnfinished] = useState(true);
  const input = { params: { id: promotion.id } };
  const read = useRead(listBatches, input, unfinished ? { every: 1500 } : {});
  const batches = read.data?.items ?? [];
  const open = read.data === undefined || batches.some(({ made, wanted }) => made < wanted);
  if (open !== unfinished) setUnfinished(open);
  const made = batches.reduce((sum, each) => sum + each.made, 0);
  const client = useQueryClient();
  useEffect(() => {
    if (made > 0) void client.invalidateQueries({ queryKey: [listCoupons.id] });
  }, [client, made]);
  if (batches.length === 0) return null;
  return (
    <Panel title={words.batches} flush>
      <ul className="divide-y divide-line">
        {batches.map((batch) => (
          <Batch key={batch.id} batch={batch} />
        ))}
      </ul>
    </Panel>
  );
}

function Batch({ batch }: { readonly batch: BatchView }) {
  const words = usePromotionText().coupons;
  const locale = useLocale();
  const number = (value: number) => new Intl.NumberFormat(locale).format(value);
  const said = words.progress(number(batch.made), number(batch.wanted));
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2.5">
      <span className="font-medium">{batch.prefix || "–"}</span>
      <span className="grid min-w-40 flex-1 gap-1">
        <span className="nums text-[0.8125rem] text-muted">{said}</span>
        <progress
          className="h-1.5 w-full accent-(--accent)"
          max={batch.wanted}
          value={batch.made}
          aria-label={said}
        />
      </span>
      <span className="text-[0.8125rem] text-muted">
        <DateTime at={batch.createdAt} />
      </span>
      <ExportButton endpoint={exportBatch} input={{ params: { id: batch.id } }} />
    </li>
  );
}

function Codes({ promotion }: OfPromotion) {
  const words = usePromotionText().coupons;
  const [search, setSearch] = useState("");
  const list = useList(listCoupons, {
    params: { id: promotion.id },
    query: search === "" ? {} : { search },
  });
  const columns = useColumns();
  return (
    <Panel flush>
      <div className="max-w-sm px-4 pt-3 pb-2">
        <TextField label={words.search} value={search} maxLength={40} onChange={setSearch} />
      </div>
      <DataTable
        label={words.search}
        list={list}
        columns={columns}
        rowId={(row) => row.id}
        rowName={(row) => row.code}
        card={(row) => <CodeCard coupon={row} />}
        empty={
          <EmptyState icon={Ticket} title={words.none}>
            {words.noneHint}
          </EmptyState>
        }
      />
    </Panel>
  );
}

/** A code on a phone. */
function CodeCard({ coupon }: { readonly coupon: CouponView }) {
  const words = usePromotionText();
  const mayWrite = usePermission("catalog:write");
  const { uses, maxUses } = coupon;
  return (
    <div className="flex items-center gap-3">
      <span className="grid min-w-0 flex-1">
        <span className="nums font-medium break-all">{coupon.code}</span>
        <span className="text-[0.8125rem] text-muted">
          {words.coupons.columns.uses}:{" "}
          {maxUses === null ? uses : words.usesOf(String(uses), String(maxUses))}
        </span>
      </span>
      <CodeState coupon={coupon} />
      {mayWrite && <BlockButton coupon={coupon} />}
    </div>
  );
}

function useColumns(): readonly Column<CouponView>[] {
  const words = usePromotionText();
  const { columns } = words.coupons;
  const mayWrite = usePermission("catalog:write");
  return [
    {
      id: "code",
      header: columns.code,
      grow: true,
      cell: (row) => <span className="nums font-medium">{row.code}</span>,
    },
    {
      id: "uses",
      header: columns.uses,
      align: "end",
      cell: (row) => (
        <span className="nums">
          {row.maxUses === null ? row.uses : words.usesOf(String(row.uses), String(row.maxUses))}
        </span>
      ),
    },
    {
      id: "state",
      header: columns.state,
      cell: (row) => <CodeState coupon={row} />,
    },
    {
      id: "made",
      header: columns.made,
      from: "lg",
      cell: (row) => <DateTime at={row.createdAt} />,
    },
    ...(mayWrite
      ? [{ id: "block", header: "", cell: (row: CouponView) => <BlockButton coupon={row} /> }]
      : []),
  ];
}

function CodeState({ coupon }: { readonly coupon: CouponView }) {
  const words = usePromotionText().coupons;
  if (coupon.blocked) return <StatusBadge tone="bad">{words.blocked}</StatusBadge>;
  const usedUp = coupon.maxUses !== null && coupon.uses >= coupon.maxUses;
  if (usedUp) return <StatusBadge>{words.usedUp}</StatusBadge>;
  return <StatusBadge tone="good">{words.usable}</StatusBadge>;
}

function BlockButton({ coupon }: { readonly coupon: CouponView }) {
  const words = usePromotionText().coupons;
  const block = useAction(blockCoupon, { changes: [listCoupons] });
  return (
    <Button
      variant="ghost"
      size="small"
      busy={block.isPending}
      onClick={() =>
        block.mutate({ params: { id: coupon.id }, body: { blocked: !coupon.blocked } })
      }
    >
      {coupon.blocked ? words.release : words.block}
    </Button>
  );
}

import { useState } from "react";
import {
  carrierCodes,
  listFulfilments,
  listShipments,
  readFulfilment,
  shipParcel,
} from "@shopwright/server/contracts/fulfilment";
import type { FulfilmentView } from "@shopwright/server/contracts/fulfilment";
import { countOrders, listOrders, readOrder } from "@shopwright/server/contracts/desk";
import { useAction } from "../../api/use-action.ts";
import { useFulfilmentText } from "../../locales/fulfilment.ts";
import { useStatusText } from "../../locales/statuses.ts";
import { Button } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Panel } from "../../ui/page.tsx";
import { QuantityField } from "../../ui/quantity-field.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { useDraft } from "../../ui/use-draft.ts";

type Carrier = (typeof carrierCodes)[number];

/** What was picked and has not left; where nothing was picked yet, all that is left. */
function startOf(work: FulfilmentView): Record<string, number> {
  const picked = work.lines.some((line) => line.picked > line.shipped);
  return Object.fromEntries(
    work.lines.map((line) => [line.id, (picked ? line.picked : line.quantity) - line.shipped]),
  );
}

/** Sends a parcel: all that is picked, or a part of it. */
export function ShipPanel({ work }: { readonly work: FulfilmentView }) {
  const words = useFulfilmentText();
  const states = useStatusText();
  const [carrier, setCarrier] = useState<Carrier>(() => carrierFor(work));
  const [tracking, setTracking, dropTracking] = useDraft(`tracking ${work.id}`, "");
  const [chosen, setChosen] = useState<Readonly<Record<string, number>> | null>(null);
  const units = chosen ?? startOf(work);
  const open = work.lines.filter((line) => line.quantity > line.shipped);
  const count = open.reduce((sum, line) => sum + (units[line.id] ?? 0), 0);
  const left = open.reduce((sum, line) => sum + line.quantity - line.shipped, 0) - count;
  const unpicked = open.reduce(
    (sum, line) => sum + Math.max(0, (units[line.id] ?? 0) - (line.picked - line.shipped)),
    0,
  );
  const ship = useAction(shipParcel, {
    changes: [readFulfilment, readOrder, listFulfilments, listShipments, listOrders, countOrders],
    onDone: (parcel) => {
      dropTracking();
      setChosen(null);
      toast(
        parcel.state === "capturing"
          ? words.capturing(parcel.number)
          : words.shipped(parcel.number),
        {
          tone: "good",
        },
      );
    },
  });
  const submit = (): void => {
    if (ship.isPending || count === 0) return;
    const lines = open
      .map((line) => ({ line: line.id, quantity: units[line.id] ?? 0 }))
      .filter((line) => line.quantity > 0);
    ship.mutate({
      params: { id: work.id },
      body: {
        carrier,
        ...(tracking.trim() === "" ? {} : { trackingNumber: tracking.trim() }),
        lines,
      },
    });
  };
  const { pickup } = work.order;
  return (
    <Panel title={words.shipTitle}>
      <p className="mb-3 text-muted">{words.shipHint}</p>
      <Form onSubmit={submit} error={ship.error}>
        {!pickup && (
          <div className="grid gap-4 sm:grid-cols-2">
            <SelectField
              label={words.carrier}
              name="carrier"
              value={carrier}
              choices={carrierCodes.map((value) => ({ value, label: states.carriers[value] }))}
              onChange={(value) => {
                if (value !== "") setCarrier(value);
              }}
            />
            <TextField
              optional
              label={words.tracking}
              name="trackingNumber"
              hint={words.trackingHint}
              value={tracking}
              onChange={setTracking}
              maxLength={60}
              autoComplete="off"
            />
          </div>
        )}
        <fieldset className="grid grid-cols-1 gap-1">
          <legend className="mb-1 font-medium">{words.contents}</legend>
          <ul className="divide-y divide-line rounded-lg border border-line">
            {open.map((line) => (
              <li key={line.id} className="flex items-center gap-3 px-3 py-2">
                <span className="min-w-0 flex-1">
                  <span className="block truncate">{line.title}</span>
                  <span className="nums block truncate text-[0.8125rem] text-muted">
                    {[line.options, words.remaining(line.quantity - line.shipped)]
                      .filter(Boolean)
                      .join(" · ")}
                  </span>
                </span>
                <QuantityField
                  name={line.title}
                  value={units[line.id] ?? 0}
                  max={line.quantity - line.shipped}
                  onChange={(value) => setChosen({ ...units, [line.id]: value })}
                />
              </li>
            ))}
          </ul>
        </fieldset>
        {left > 0 && count > 0 && <Notice>{words.partial(left)}</Notice>}
        {unpicked > 0 && <Notice tone="warn">{words.notPicked(unpicked)}</Notice>}
        <Button
          type="submit"
          size="large"
          variant={work.state === "packed" ? "primary" : "secondary"}
          busy={ship.isPending}
          disabled={count === 0}
        >
          {pickup ? words.handOver(count) : words.shipAll(count)}
        </Button>
      </Form>
    </Panel>
  );
}

function carrierFor({ order }: FulfilmentView): Carrier {
  if (order.pickup) return "pickup";
  return carrierCodes.find((code) => code === order.carrier?.toLowerCase()) ?? "dhl";
}

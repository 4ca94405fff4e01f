import { useState } from "react";
import {
  carrierCodes,
  changeTracking,
  listShipments,
  markDelivered,
} from "@shopwright/server/contracts/fulfilment";
import type { ShipmentView } from "@shopwright/server/contracts/fulfilment";
import { readOrder } from "@shopwright/server/contracts/desk";
import { useAction } from "../../api/use-action.ts";
import { useFulfilmentText } from "../../locales/fulfilment.ts";
import { useStatusText } from "../../locales/statuses.ts";
import { useUiText } from "../../locales/ui.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";

export interface ParcelDialog {
  readonly kind: "delivered" | "tracking";
  readonly parcel: ShipmentView;
}

export function ParcelDialogs({
  dialog,
  onClose,
}: {
  readonly dialog: ParcelDialog | null;
  readonly onClose: () => void;
}) {
  if (dialog === null) return null;
  const { kind, parcel } = dialog;
  return kind === "delivered" ? (
    <DeliveredDialog parcel={parcel} onClose={onClose} />
  ) : (
    <TrackingDialog parcel={parcel} onClose={onClose} />
  );
}

interface DialogProps {
  readonly parcel: ShipmentView;
  readonly onClose: () => void;
}

function DeliveredDialog({ parcel, onClose }: DialogProps) {
  const words = useFulfilmentText();
  const mark = useAction(markDelivered, {
    changes: [listShipments, readOrder],
    onDone: () => {
      onClose();
      toast(words.deliveredDone(parcel.number), { tone: "good" });
    },
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={words.markDelivered(parcel.number)}
      description={words.deliveredHint}
      confirm={words.delivered}
      busy={mark.isPending}
      error={mark.error}
      effects={[
        { label: words.columns.order, value: parcel.orderNumber },
        {
          label: words.columns.units,
          value: parcel.lines.reduce((sum, line) => sum + line.quantity, 0),
        },
      ]}
      onConfirm={() => mark.mutate({ params: { id: parcel.id } })}
    />
  );
}

function TrackingDialog({ parcel, onClose }: DialogProps) {
  const words = useFulfilmentText();
  const states = useStatusText();
  const ui = useUiText();
  const [carrier, setCarrier] = useState(parcel.carrier);
  const [number, setNumber] = useState(parcel.trackingNumber);
  const change = useAction(changeTracking, {
    changes: [listShipments, readOrder],
    onDone: () => {
      onClose();
      toast(words.trackingSaved);
    },
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={words.changeTrackingTitle(parcel.number)}
      confirm={ui.save}
      busy={change.isPending}
      ready={number.trim() !== ""}
      error={change.error}
      onConfirm={() =>
        change.mutate({
          params: { id: parcel.id },
          body: { carrier, trackingNumber: number.trim() },
        })
      }
    >
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
        label={words.tracking}
        name="trackingNumber"
        value={number}
        onChange={setNumber}
        maxLength={60}
      />
    </ConfirmDialog>
  );
}

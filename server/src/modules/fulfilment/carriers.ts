/** Who carries parcels, and where a parcel's way can be seen. `{number}` is replaced; null: nowhere. */
export const carriers = {
  dhl: {
    name: "DHL",
    tracking: "https://www.dhl.com/global-en/home/tracking.html?tracking-id={number}",
  },
  dpd: { name: "DPD", tracking: "https://tracking.dpd.de/status/en_US/parcel/{number}" },
  gls: { name: "GLS", tracking: "https://gls-group.eu/track/{number}" },
  hermes: {
    name: "Hermes",
    tracking: "https://www.myhermes.de/empfangen/sendungsverfolgung/sendungsinformation#{number}",
  },
  ups: { name: "UPS", tracking: "https://www.ups.com/track?tracknum={number}" },
  fedex: { name: "FedEx", tracking: "https://www.fedex.com/fedextrack/?trknbr={number}" },
  usps: { name: "USPS", tracking: "https://tools.usps.com/go/TrackConfirmAction?tLabels={number}" },
  own: { name: "Own vehicle", tracking: null },
  pickup: { name: "Pickup", tracking: null },
  other: { name: "Other carrier", tracking: null },
} as const;

export type Carrier = keyof typeof carriers;
export const carrierCodes = Object.keys(carriers) as [Carrier, ...Carrier[]];

/** The address that shows a parcel's way; empty when there is none. */
export function trackingUrl(carrier: Carrier, number: string): string {
  const { tracking } = carriers[carrier];
  return tracking === null || number === ""
    ? ""
    : tracking.replace("{number}", encodeURIComponent(number));
}

import type { DemoWarehouse } from "./types.ts";

export const warehouses: readonly DemoWarehouse[] = [
  {
    code: "HAV",
    name: "Wiekhaven",
    address: {
      name: "Tidewick Lager",
      company: "Tidewick Werkstätten GmbH",
      line1: "Speicherkai 22, Tor 3",
      city: "Wiekhaven",
      postcode: "26979",
      country: "DE",
      phone: "+49 40 66969 140",
    },
    countries: [],
    priority: 20,
  },
  {
    code: "NJY",
    name: "Port Larkin, NJ",
    address: {
      name: "Tidewick Warehouse",
      company: "Tidewick America Inc.",
      line1: "410 Breakwater Avenue",
      line2: "Dock 6",
      city: "Port Larkin",
      region: "NJ",
      postcode: "07099",
      country: "US",
      phone: "+1 201 555 0144",
    },
    countries: ["US", "CA", "MX"],
    priority: 10,
  },
];

import type { DemoCustomer } from "./types.ts";

/** Invented people for sample orders; their mail domain is one that can never be registered. */
export const customers: readonly DemoCustomer[] = [
  {
    email: "wiebke.harmsen@post.example",
    name: "Wiebke Harmsen",
    locale: "de",
    address: {
      name: "Wiebke Harmsen",
      line1: "Lindengang 14",
      city: "Bremen",
      postcode: "28203",
      country: "DE",
      phone: "+49 40 66969 301",
    },
  },
  {
    email: "t.brandstaetter@post.example",
    name: "Tobias Brandstätter",
    locale: "de",
    address: {
      name: "Tobias Brandstätter",
      line1: "Am Holunderweg 3/11",
      city: "Graz",
      postcode: "8020",
      country: "AT",
    },
  },
  {
    email: "noemi.keller@post.example",
    name: "Noëmi Keller",
    locale: "de",
    address: {
      name: "Noëmi Keller",
      company: "Keller & Vonlanthen Architektur",
      line1: "Quellenhof 9",
      city: "Winterthur",
      postcode: "8400",
      country: "CH",
    },
  },
  {
    email: "sanne.terhorst@post.example",
    name: "Sanne ter Horst",
    locale: "en",
    address: {
      name: "Sanne ter Horst",
      line1: "Wilgenkade 118",
      city: "Utrecht",
      postcode: "3512 AB",
      country: "NL",
    },
  },
  {
    email: "camille.aubertin@post.example",
    name: "Camille Aubertin",
    locale: "en",
    address: {
      name: "Camille Aubertin",
      line1: "27 rue des Tilleuls",
      line2: "Bâtiment C",
      city: "Nantes",
      postcode: "44000",
      country: "FR",
    },
  },
  {
    email: "mikkel.thorup@post.example",
    name: "Mikkel Thorup-Lassen",
    locale: "en",
    address: {
      name: "Mikkel Thorup-Lassen",
      line1: "Rosenvænget 5, 2. tv.",
      city: "Aarhus C",
      postcode: "8000",
      country: "DK",
    },
  },
  {
    email: "dana.whitlock@post.example",
    name: "Dana Whitlock",
    locale: "en",
    address: {
      name: "Dana Whitlock",
      line1: "88 Larchmere Road",
      line2: "Apt 4B",
      city: "Montclair",
      region: "NJ",
      postcode: "07042",
      country: "US",
      phone: "+1 201 555 0187",
    },
  },
  {
    email: "r.okonjo@post.example",
    name: "Rafael Okonjo",
    locale: "en",
    address: {
      name: "Rafael Okonjo",
      line1: "1520 Juniper Terrace",
      city: "Berkeley",
      region: "CA",
      postcode: "94704",
      country: "US",
      phone: "+1 510 555 0119",
    },
  },
];

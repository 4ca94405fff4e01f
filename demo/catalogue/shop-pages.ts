import type { DemoPage } from "./types.ts";

/** The pages on which the shop speaks about itself and its service. */
export const shopPages: readonly DemoPage[] = [
  {
    code: "about",
    handle: { en: "about", de: "ueber-uns" },
    text: {
      en: {
        title: "About Tidewick",
        seoDescription:
          "Who we are: a workshop of forty in an old ropeworks by the sea, building furniture, lamps and stoneware of our own design.",
        sections: [
          {
            heading: "",
            paragraphs: [
              "Tidewick began with a leaking roof. In 2009 two joiners and a potter rented the old ropeworks on the quay of Wiekhaven, which nobody wanted, and paid the rent by repairing chairs for the neighbours. One learns a lot about chairs by mending them: where they break, and that it is nearly always the same place.",
              "So we drew a chair that would not break there. It is called Lind and we still build it, with two small changes, every week.",
            ],
          },
          {
            heading: "How we work",
            paragraphs: [
              "Everything is designed in the house and most of it is made there. Frames, tops and turned parts come from our joinery, the stoneware from our kilns, the covers from our upholstery. Glass, steel tube and bulbs we buy from firms that we visit.",
              "A new piece lives with one of us for a year before it goes on sale. About half of them come back with a list of complaints, and some never return from it.",
            ],
          },
          {
            heading: "What you see here",
            paragraphs: [
              "Tidewick is the demonstration shop of Shopwright. The town, the workshop and the goods are invented; the models were drawn and the pictures rendered for this shop. You may place orders as often as you like: no money is taken and nothing is sent.",
            ],
          },
        ],
      },
      de: {
        title: "Über Tidewick",
        seoDescription:
          "Wer wir sind: eine Werkstatt mit vierzig Leuten in einer alten Reepschlägerei am Meer, mit Möbeln, Leuchten und Steinzeug nach eigenem Entwurf.",
        sections: [
          {
            heading: "",
            paragraphs: [
              "Am Anfang von Tidewick stand ein undichtes Dach. 2009 mieteten zwei Tischler und eine Töpferin die alte Reepschlägerei am Kai von Wiekhaven, die sonst niemand haben wollte, und verdienten die Miete mit dem Reparieren von Stühlen aus der Nachbarschaft. Dabei lernt man viel über Stühle: wo sie brechen, und dass es fast immer dieselbe Stelle ist.",
              "Also zeichneten wir einen Stuhl, der dort nicht bricht. Er heißt Lind, und wir bauen ihn, mit zwei kleinen Änderungen, noch immer jede Woche.",
            ],
          },
          {
            heading: "Wie wir arbeiten",
            paragraphs: [
              "Entworfen wird alles im Haus, gebaut das meiste. Gestelle, Platten und Gedrechseltes kommen aus unserer Tischlerei, das Steinzeug aus unseren Öfen, die Bezüge aus unserer Polsterei. Glas, Stahlrohr und Leuchtmittel kaufen wir bei Betrieben, die wir besuchen.",
              "Jedes neue Stück wohnt ein Jahr lang bei einem von uns, bevor wir es verkaufen. Etwa die Hälfte kommt mit einer Mängelliste zurück, und manches kehrt gar nicht wieder.",
            ],
          },
          {
            heading: "Was Sie hier sehen",
            paragraphs: [
              "Tidewick ist der Vorführladen von Shopwright. Stadt, Werkstatt und Waren sind erfunden, die Modelle eigens gezeichnet und die Bilder daraus berechnet. Bestellen Sie, so oft Sie mögen: Es wird kein Geld eingezogen und nichts verschickt.",
            ],
          },
        ],
      },
    },
  },
  {
    code: "delivery",
    handle: { en: "delivery-and-returns", de: "lieferung-und-rueckgabe" },
    text: {
      en: {
        title: "Delivery & returns",
        seoDescription:
          "How Tidewick sends parcels and furniture, what delivery costs, how long it takes, and how to send something back within thirty days.",
        sections: [
          {
            heading: "How it comes to you",
            paragraphs: [
              "Small pieces travel by parcel. Large furniture is brought by two people to the room you name, at a time agreed by telephone, and they take the packaging away with them.",
              "We send from two warehouses: Wiekhaven for Europe and most of the world, Port Larkin for North America. When an order needs both, it comes in two consignments and you pay for delivery once.",
            ],
          },
          {
            heading: "Cost and time",
            paragraphs: [
              "The price and the expected day depend on where you live and what your order weighs. Both are shown at checkout, before you order. From a certain order value delivery is free.",
              "What is in stock leaves the warehouse within two working days. For pieces that we build or order for you, the product page names the number of days.",
              "In Wiekhaven you may also collect your order yourself, free of charge, as soon as we tell you that it is ready.",
            ],
          },
          {
            heading: "Sending something back",
            paragraphs: [
              "You have thirty days from the day of delivery to return anything, unused or tried out as you would in a shop. Write to us, and we send a label for parcels or collect large furniture.",
              "We pay the money back within fourteen days, in the way you paid, including the cost of standard delivery. If a piece arrives damaged, a photograph is enough; you need not return it first.",
            ],
          },
          {
            heading: "This shop is a demonstration",
            paragraphs: ["No order placed here is ever sent, and no payment is ever taken."],
          },
        ],
      },
      de: {
        title: "Lieferung & Rückgabe",
        seoDescription:
          "Wie Tidewick Pakete und Möbel verschickt, was die Lieferung kostet, wie lange sie dauert und wie man etwas binnen dreißig Tagen zurückgibt.",
        sections: [
          {
            heading: "So kommt es zu Ihnen",
            paragraphs: [
              "Kleines reist als Paket. Große Möbel bringen zwei Personen bis in das Zimmer, das Sie nennen, zu einer telefonisch vereinbarten Zeit, und nehmen die Verpackung wieder mit.",
              "Wir versenden aus zwei Lagern: aus Wiekhaven nach Europa und in den größten Teil der Welt, aus Port Larkin nach Nordamerika. Braucht eine Bestellung beide, kommt sie in zwei Sendungen, und Sie zahlen die Lieferung nur einmal.",
            ],
          },
          {
            heading: "Kosten und Dauer",
            paragraphs: [
              "Preis und voraussichtlicher Liefertag hängen davon ab, wo Sie wohnen und wie schwer Ihre Bestellung ist. Beides sehen Sie an der Kasse, bevor Sie bestellen. Ab einem bestimmten Bestellwert ist die Lieferung frei.",
              "Was auf Lager ist, verlässt das Haus innerhalb von zwei Werktagen. Bei Stücken, die wir für Sie bauen oder bestellen, nennt die Produktseite die Zahl der Tage.",
              "In Wiekhaven können Sie Ihre Bestellung auch kostenlos selbst abholen, sobald wir Ihnen schreiben, dass sie bereitsteht.",
            ],
          },
          {
            heading: "Etwas zurückgeben",
            paragraphs: [
              "Sie haben ab dem Tag der Lieferung dreißig Tage Zeit, alles zurückzugeben, was unbenutzt ist oder nur so ausprobiert wurde, wie man es im Laden täte. Schreiben Sie uns: Für Pakete schicken wir ein Etikett, große Möbel holen wir ab.",
              "Ihr Geld erhalten Sie binnen vierzehn Tagen auf dem Weg zurück, auf dem Sie gezahlt haben, einschließlich der Kosten für den Standardversand. Kommt etwas beschädigt an, genügt ein Foto; einschicken müssen Sie es vorher nicht.",
            ],
          },
          {
            heading: "Dies ist ein Vorführladen",
            paragraphs: [
              "Keine Bestellung, die hier aufgegeben wird, wird verschickt, und keine Zahlung wird eingezogen.",
            ],
          },
        ],
      },
    },
  },
  {
    code: "contact",
    handle: { en: "contact", de: "kontakt" },
    text: {
      en: {
        title: "Contact",
        seoDescription:
          "How to reach Tidewick by mail, telephone or on the quay in Wiekhaven, and what to have at hand when you ask about an order.",
        sections: [
          {
            heading: "",
            paragraphs: [
              "Write to hello@tidewick.example or call +49 40 66969 120, Monday to Friday from 9 am to 5 pm. The person who answers sits beside the workshop and can go and look.",
              "For questions about an order, please have its number ready; it begins with SO and stands in every mail from us.",
            ],
          },
          {
            heading: "The showroom",
            paragraphs: [
              "Tidewick, Am Alten Kran 7, 26979 Wiekhaven. Monday to Friday 9 am to 5 pm, Saturday 10 am to 3 pm. There is coffee, a kiln to look into, and a basket of seconds by the door.",
            ],
          },
          {
            heading: "This shop is a demonstration",
            paragraphs: [
              "The town, the address and the telephone number are invented, so nobody will answer. We are sorry about the coffee.",
            ],
          },
        ],
      },
      de: {
        title: "Kontakt",
        seoDescription:
          "So erreichen Sie Tidewick: per E-Mail, am Telefon oder am Kai in Wiekhaven, und was Sie bei Fragen zur Bestellung bereithalten sollten.",
        sections: [
          {
            heading: "",
            paragraphs: [
              "Schreiben Sie an hello@tidewick.example oder rufen Sie an: +49 40 66969 120, Montag bis Freitag von 9 bis 17 Uhr. Wer abnimmt, sitzt neben der Werkstatt und kann schnell nachsehen.",
              "Bei Fragen zu einer Bestellung halten Sie bitte die Nummer bereit; sie beginnt mit SO und steht in jeder E-Mail von uns.",
            ],
          },
          {
            heading: "Die Ausstellung",
            paragraphs: [
              "Tidewick, Am Alten Kran 7, 26979 Wiekhaven. Montag bis Freitag 9 bis 17 Uhr, Samstag 10 bis 15 Uhr. Es gibt Kaffee, einen Brennofen zum Hineinschauen und einen Korb mit zweiter Wahl neben der Tür.",
            ],
          },
          {
            heading: "Dies ist ein Vorführladen",
            paragraphs: [
              "Stadt, Anschrift und Telefonnummer sind erfunden, es wird also niemand abnehmen. Um den Kaffee tut es uns leid.",
            ],
          },
        ],
      },
    },
  },
];

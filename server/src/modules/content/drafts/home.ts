import type { Home } from "../shapes.ts";

/** The home page of a shop that has not written its own yet: true of most shops, special to none. */
export const draftHome: Home = {
  hero: "hero",
  heroPortrait: "hero-portrait",
  texts: {
    en: {
      seoTitle: "{name}",
      seoDescription: "{name}: our goods, with honest prices, sent from {city}.",
      headline: "Welcome to {name}",
      lead: "Have a look at what we sell. Prices, stock and delivery dates are shown before you order.",
      invitation: "Look around",
      featuredHeading: "Chosen for you",
      categoriesHeading: "Where would you like to begin?",
      storyHeading: "Who we are",
      story: `{name} sells from {city}. If something is not right with your order, write to us at {email}.`,
      promises: [
        {
          heading: "Prices without small print",
          text: "What stands beside the picture is what you pay for it. Delivery and tax are named before you order, not after.",
        },
        {
          heading: "Stock you can trust",
          text: "What we say is on the shelf is on the shelf. If it has to be made first, we tell you by when.",
        },
        {
          heading: "Easy to send back",
          text: "What does not suit goes back, and your money with it. The page on delivery and returns says how.",
        },
      ],
    },
    de: {
      seoTitle: "{name}",
      seoDescription: "{name}: unser Sortiment, zu ehrlichen Preisen, verschickt aus {city}.",
      headline: "Willkommen bei {name}",
      lead: "Sehen Sie sich um. Preise, Bestand und Liefertermine stehen fest, bevor Sie bestellen.",
      invitation: "Umsehen",
      featuredHeading: "Für Sie ausgesucht",
      categoriesHeading: "Womit möchten Sie anfangen?",
      storyHeading: "Wer wir sind",
      story: `{name} verkauft aus {city}. Wenn mit Ihrer Bestellung etwas nicht stimmt, schreiben Sie uns an {email}.`,
      promises: [
        {
          heading: "Preise ohne Kleingedrucktes",
          text: "Was neben dem Bild steht, das kostet es. Versand und Steuer nennen wir vor der Bestellung und nicht danach.",
        },
        {
          heading: "Verlässlicher Bestand",
          text: "Was bei uns als vorrätig gilt, liegt im Regal. Muss etwas erst gefertigt werden, sagen wir, bis wann.",
        },
        {
          heading: "Einfach zurückgeben",
          text: "Was nicht passt, geht zurück, und das Geld kommt wieder. Wie, steht auf der Seite zu Versand und Rückgabe.",
        },
      ],
    },
  },
};

import type { Home } from "../shapes.ts";

/** The home page of a shop that has not written its own yet: true of most shops, special to none. */
export const draftHome: Home = {
  hero: "hero",
  heroPortrait: "hero-portrait",
  texts: {
    en: {
      seoTitle: "{name}: things made to be kept",
      seoDescription:
        "{name} makes and sells a small range of things for the home: built with care, honestly priced, sent from {city}.",
      headline: "Made to be kept",
      lead: "A small range, thought through to the last joint. We would rather make one thing well and go on making it than bring out something new each season.",
      invitation: "Look around",
      featuredHeading: "Chosen for you",
      categoriesHeading: "Where would you like to begin?",
      storyHeading: "From {city}, with patience",
      story: `Good things take a while. Wood has to dry, glaze has to cool, and a seat has to be sat in for a year before we believe it.

What you order here is packed by the people who know it. If something is not right, you talk to them as well.`,
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
          text: "Live with it for a few weeks. What does not suit goes back, and your money with it.",
        },
      ],
    },
    de: {
      seoTitle: "{name}: Dinge, die bleiben",
      seoDescription:
        "{name} fertigt und verkauft ein kleines Sortiment für zu Hause: sorgfältig gebaut, ehrlich im Preis, verschickt aus {city}.",
      headline: "Dinge, die bleiben",
      lead: "Ein kleines Sortiment, bis zur letzten Fuge durchdacht. Lieber machen wir eine Sache gut und immer wieder, als jede Saison etwas Neues zu bringen.",
      invitation: "Umsehen",
      featuredHeading: "Für Sie ausgesucht",
      categoriesHeading: "Womit möchten Sie anfangen?",
      storyHeading: "Aus {city}, mit Geduld",
      story: `Gute Dinge brauchen Zeit. Holz muss trocknen, Glasur muss abkühlen, und auf einem Sitz muss ein Jahr lang jemand gesessen haben, bevor wir ihm glauben.

Was Sie hier bestellen, packen die Leute ein, die es kennen. Und wenn etwas nicht stimmt, sprechen Sie mit denselben Leuten.`,
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
          text: "Leben Sie ein paar Wochen damit. Was nicht passt, geht zurück, und das Geld kommt wieder.",
        },
      ],
    },
  },
};

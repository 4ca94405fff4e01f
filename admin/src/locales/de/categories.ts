import type { categories as english } from "../en/categories.ts";
import { counted } from "../words.ts";
import type { Words } from "../words.ts";

export const categories: Words<typeof english> = {
  title: "Kategorien",
  newCategory: "Neue Kategorie",
  newBelow: (name) => `Neue Kategorie unter ${name}`,
  tree: "Der Baum der Kategorien",
  none: "Noch keine Kategorien",
  noneHint:
    "Über Kategorien findet man sich im Shop zurecht: Stühle, Lampen, Geschirr. Unter jeder können weitere stehen.",
  products: (count) => counted(count, "Produkt", "Produkte"),
  choose: "Wählen Sie eine Kategorie zum Bearbeiten",
  chooseHint: "Die Pfeile daneben verschieben sie; unter eine andere kommt sie mit „Steht unter“.",
  moveUp: (name) => `${name} nach oben`,
  moveDown: (name) => `${name} nach unten`,
  moved: (name) => `${name} verschoben`,
  parent: "Steht unter",
  noParent: "Nichts: Es ist eine Hauptkategorie",
  code: "Code",
  codeHint: "Ein Kurzname für Aufzeichnungen und Importe; im Shop nie zu sehen.",
  name: "Name",
  slug: "Name in der Adresse",
  intro: "Einleitung",
  languages: { en: "Englisch", de: "Deutsch" },
  picture: "Bild",
  pictureHint: "JPEG, PNG, WebP oder AVIF, bis 15 MB. Es ersetzt das vorhandene.",
  pictureSaved: "Bild gespeichert",
  save: "Speichern",
  create: "Kategorie anlegen",
  saved: "Gespeichert",
  remove: "Löschen",
  removeTitle: (name) => `${name} löschen?`,
  removeHint: "Löschen lässt sich nur eine Kategorie ohne Produkte und Unterkategorien.",
  removed: (name) => `${name} gelöscht`,
  discard: "Änderungen verwerfen",
  conflictHint:
    "Jemand anderes hat diese Kategorie geändert. Ihres steht noch im Formular; erneutes Speichern legt es über das andere.",
};

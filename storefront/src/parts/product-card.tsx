import type { ProductCardView } from "@shopwright/server/contracts/catalog";
import { pathIn, productPath } from "../addresses.ts";
import type { Frame } from "../visit.ts";
import { Availability } from "./availability.tsx";
import { Picture } from "./picture.tsx";
import { Price } from "./price.tsx";

const cardSizes = "(min-width: 75rem) 18rem, (min-width: 48rem) 30vw, 45vw";

interface CardProps {
  readonly frame: Frame;
  readonly card: ProductCardView;
  /** Among the first on its page: its picture is not put off. */
  readonly first?: boolean;
}

/** A product in a list: one link, its picture, what it is and what it costs. */
export function ProductCard({ frame, card, first }: CardProps) {
  const { locale } = frame.visit;
  return (
    <li class="card">
      <a href={pathIn(locale, productPath(card.handle))}>
        <span class="tile">
          {card.picture && (
            <Picture picture={card.picture} sizes={cardSizes} alt="" first={first === true} />
          )}
          {card.secondPicture && (
            <Picture picture={card.secondPicture} sizes={cardSizes} alt="" class="second" />
          )}
        </span>
        <span class="card-title">{card.title}</span>
      </a>
      <p class="quiet">{card.subtitle}</p>
      <p>
        <Price frame={frame} price={card.price} from={card.priceVaries} />
      </p>
      <Swatches card={card} />
      {card.availability.state !== "in_stock" && (
        <p class="small">
          <Availability frame={frame} availability={card.availability} />
        </p>
      )}
    </li>
  );
}

function Swatches({ card }: { readonly card: ProductCardView }) {
  if (card.swatches.length < 2) return null;
  return (
    <ul class="dots">
      {card.swatches.slice(0, 6).map(({ code, label, swatch }) => (
        <li key={code} style={{ background: swatch ?? "transparent" }}>
          <span class="unseen">{label}</span>
        </li>
      ))}
    </ul>
  );
}

interface GridProps {
  readonly frame: Frame;
  readonly cards: readonly ProductCardView[];
  /** How many of the first pictures are seen at once. */
  readonly firstCount?: number;
}

export function ProductGrid({ frame, cards, firstCount = 0 }: GridProps) {
  return (
    <ul class="grid">
      {cards.map((card, index) => (
        <ProductCard key={card.id} frame={frame} card={card} first={index < firstCount} />
      ))}
    </ul>
  );
}

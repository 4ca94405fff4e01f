import "../styles/tokens.css";
import "../styles/base.css";
import "../styles/frame.css";
import "../styles/list.css";
import "../styles/product.css";
import "../styles/checkout.css";
import { startAddToBasket } from "./add-to-basket.ts";
import { startCheckout } from "./checkout.ts";
import { startGallery } from "./gallery.ts";
import { refreshHeader } from "./header-state.ts";
import { startLive } from "./live.ts";
import { startSuggestions } from "./suggestions.ts";

document.documentElement.classList.add("js");
startLive();
startAddToBasket();
startGallery();
startSuggestions();
startCheckout();
void refreshHeader();
lookAgain();

/** A page that waits for something comes again by itself. */
function lookAgain(): void {
  const waiting = document.querySelector<HTMLElement>("[data-look-again]");
  const seconds = Number(waiting?.dataset["lookAgain"] ?? 0);
  if (seconds > 0) setTimeout(() => location.reload(), seconds * 1000);
}

import type { Context } from "../../platform/context.ts";
import { businessDate } from "../../kernel/time.ts";
import { getSettings } from "../settings/index.ts";
import type { Moment } from "./engine/basket.ts";

const clocks = new Map<string, Intl.DateTimeFormat>();

/** A moment as the clock in the shop shows it. */
export async function momentOf(ctx: Context, at: Date): Promise<Moment> {
  const { timeZone } = await getSettings(ctx, "shop");
  const day = businessDate(at, timeZone);
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" });
  clocks.set(timeZone, clock);
  const [hour = 0, minute = 0] = clock.format(at).split(":").map(Number);
  const sundayIsZero = new Date(`${day}T00:00:00Z`).getUTCDay();
  return { at, day, weekday: sundayIsZero === 0 ? 7 : sundayIsZero, minute: hour * 60 + minute };
}

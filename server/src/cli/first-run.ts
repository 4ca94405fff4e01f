import { seedContent } from "../modules/content/index.ts";
import { createFirstOwner, createSetUpCode, setUpNeeded } from "../modules/identity/index.ts";
import { seedSettings } from "../modules/settings/index.ts";
import type { Edge } from "../platform/edge.ts";
import { fillDemoShop } from "./demo-shop.ts";
import type { FirstSignIn } from "./greeting.ts";

const DEMO_OWNER = "owner@tidewick.example";

/**
 * Makes a shop out of an empty database: the demo shop with an owner, or settings alone and a code
 * with which the browser leads through the rest. Null when the shop has its people already; until
 * then a start that was cut off, or a set-up not yet gone through, is taken up again.
 */
export async function firstRun(edge: Edge, empty: boolean): Promise<FirstSignIn | null> {
  if (!(await setUpNeeded(edge.reading()))) return null;
  if (empty) {
    const code = await edge.transaction(async (ctx) => {
      await seedSettings(ctx);
      await seedContent(ctx);
      return createSetUpCode(ctx);
    });
    return code === null ? null : { kind: "set-up", code };
  }
  console.log("First start: filling the demo shop …");
  await fillDemoShop(edge);
  const owner = await edge.transaction((ctx) => createFirstOwner(ctx, { email: DEMO_OWNER }));
  return owner && { kind: "account", ...owner };
}

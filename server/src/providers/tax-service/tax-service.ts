import { z } from "zod";
import { type ServiceAnswer, taxReasons, type TaxService } from "../../modules/tax/index.ts";
import { postJson } from "../post-json.ts";

export interface TaxServiceAccess {
  /** Without a trailing slash. */
  readonly url: string;
  readonly apiKey: string;
  readonly timeoutMs: number;
}

const calculation = z.object({
  lines: z
    .array(
      z.object({
        ref: z.string().max(100),
        rate: z.string().regex(/^\d{1,3}(\.\d{1,4})?$/),
        jurisdiction: z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,12})?$/),
        reason: z.enum(taxReasons),
        tax: z.string().regex(/^\d{1,15}$/),
      }),
    )
    .max(1000),
});

/**
 * A tax service by a small interface of our own, behind which that of any such service fits:
 * `POST /v1/calculations` with what is sold, from where, to where and when. It answers with each line's tax;
 * 422 says that it cannot tell; anything else, or nothing in time, is no answer.
 */
export function taxService({ url, apiKey, timeoutMs }: TaxServiceAccess): TaxService {
  return {
    kind: "service",
    name: "tax-service",
    calculate: async (request): Promise<ServiceAnswer> => {
      const reply = await postJson({
        url: `${url}/v1/calculations`,
        headers: { authorization: `Bearer ${apiKey}` },
        timeoutMs,
        body: {
          ship_from: request.shipFrom,
          ship_to: request.shipTo,
          date: request.on,
          tax_included: request.taxIncluded,
          buyer: request.buyer,
          lines: request.lines.map(({ amount, ...line }) => ({ ...line, amount: `${amount}` })),
        },
      });
      if (reply === null || reply.status >= 500) return { state: "failed", reason: "service_down" };
      if (reply.status === 422) return { state: "failed", reason: "service_refused" };
      const answer = calculation.safeParse(reply.body);
      if (reply.status !== 200 || !answer.success) {
        return { state: "failed", reason: "service_wrong" };
      }
      const lines = answer.data.lines.map(({ tax, ...line }) => ({ ...line, taxMinor: tax }));
      return { state: "ok", lines };
    },
  };
}

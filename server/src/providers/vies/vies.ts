import { z } from "zod";
import type { VatId, VatIdAnswer, VatRegister } from "../../modules/tax/index.ts";
import { postJson } from "../post-json.ts";

export interface ViesAccess {
  /** Without a trailing slash; the Commission's is `…/taxation_customs/vies/rest-api`. */
  readonly url: string;
  readonly timeoutMs: number;
}

/** What is read of an answer; a state that does not tell names and addresses writes "---". */
const answered = z.object({
  valid: z.boolean(),
  name: z.string().max(500).nullish(),
  address: z.string().max(1000).nullish(),
  requestIdentifier: z.string().max(100).nullish(),
});

/**
 * The Commission's register of VAT ids (VIES), by its REST interface: `POST /check-vat-number`. It says no only
 * by `valid: false`; refusals such as MS_UNAVAILABLE, MS_MAX_CONCURRENT_REQ or TIMEOUT come as
 * `actionSucceed: false`, with whatever status, and are no answer. With the requester's own id it gives a
 * consultation number, the proof that it was asked.
 */
export function viesRegister({ url, timeoutMs }: ViesAccess): VatRegister {
  return {
    name: "vies",
    ask: async (vatId, requester) => {
      const body = {
        countryCode: vatId.prefix,
        vatNumber: vatId.number,
        ...requestedBy(requester),
      };
      const reply = await postJson({ url: `${url}/check-vat-number`, body, timeoutMs });
      return reply?.status === 200 ? read(reply.body) : { state: "unavailable" };
    },
  };
}

function requestedBy(requester: VatId | null): object {
  if (requester === null) return {};
  return { requesterMemberStateCode: requester.prefix, requesterNumber: requester.number };
}

function read(body: unknown): VatIdAnswer {
  const answer = answered.safeParse(body);
  if (!answer.success) return { state: "unavailable" };
  const { valid, name, address, requestIdentifier } = answer.data;
  return {
    state: valid ? "valid" : "invalid",
    name: told(name),
    address: told(address),
    consultationNumber: told(requestIdentifier) || null,
  };
}

function told(text: string | null | undefined): string {
  const tidy = (text ?? "").replace(/\s+/g, " ").trim();
  return /^-*$/.test(tidy) ? "" : tidy;
}

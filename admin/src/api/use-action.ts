import { useState } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { UseMutationResult } from "@tanstack/react-query";
import type { CallInput, Endpoint, ReplyOf } from "@shopwright/server/kernel/endpoint";
import { newIntention } from "./intention.ts";
import { ApiProblem } from "./problem.ts";
import { mayPass } from "./query-client.ts";
import { call } from "./shop.ts";

type ActionInput<E extends Endpoint> = Omit<CallInput<E>, "idempotencyKey">;

interface ActionOptions<E extends Endpoint> {
  /** Endpoints whose answers are another now; they are asked again before `onDone` is over. */
  readonly changes?: readonly Endpoint[];
  readonly onDone?: (reply: ReplyOf<E>, input: ActionInput<E>) => void;
  readonly onProblem?: (error: Error) => void;
}

/**
 * A button's deed. Endpoints that take an Idempotency-Key get one per intention: pressing again
 * after no answer came sends the same key, so it cannot happen twice.
 */
export function useAction<E extends Endpoint>(
  endpoint: E,
  { changes = [], onDone, onProblem }: ActionOptions<E> = {},
): UseMutationResult<ReplyOf<E>, Error, ActionInput<E>> {
  const [intention] = useState(() => newIntention());
  const client = useQueryClient();
  return useMutation({
    mutationKey: [endpoint.id],
    mutationFn: (input: ActionInput<E>) => {
      // Two files look alike to the intention, so each is meant anew.
      if ((input as { body?: unknown }).body instanceof Blob) intention.settle();
      const key = endpoint.idempotent ? { idempotencyKey: intention.keyFor(input) } : {};
      return call(endpoint, { ...input, ...key } as unknown as CallInput<E>);
    },
    retry: (count, error) => endpoint.idempotent && count < 2 && mayPass(error),
    onSuccess: async (reply, input) => {
      intention.settle();
      await Promise.all(
        changes.map((changed) => client.invalidateQueries({ queryKey: [changed.id] })),
      );
      onDone?.(reply, input);
    },
    onError: (error) => {
      // A clear no: nothing was done, so the next press is meant anew.
      if (isRefusal(error)) intention.settle();
      onProblem?.(error);
    },
  });
}

function isRefusal(error: Error): boolean {
  return error instanceof ApiProblem && error.status < 500 && error.code !== "in_flight";
}

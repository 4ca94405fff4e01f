import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { ApiProblem, hasCode, NoAnswer } from "./problem.ts";

/** One cache of what was read. `onSignedOut` hears when the session has ended under someone's hands. */
export function newQueryClient(onSignedOut: () => void): QueryClient {
  const watch = (error: unknown): void => {
    if (hasCode(error, "sign_in_required")) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError: watch }),
    mutationCache: new MutationCache({ onError: watch }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (count, error) => count < 2 && mayPass(error),
        refetchOnWindowFocus: true,
      },
      // Waiting for the connection would look like a frozen button; the error says what was kept.
      mutations: { networkMode: "always" },
    },
  });
}

/** Worth asking again: nothing came back, or something the shop needs was away for a moment. */
export function mayPass(error: unknown): boolean {
  return error instanceof NoAnswer || (error instanceof ApiProblem && error.status === 503);
}

import { CircleAlert } from "lucide-react";
import { ApiProblem, hasCode } from "../api/problem.ts";
import { sayError, useErrorText } from "../locales/errors.ts";
import { useUiText } from "../locales/ui.ts";
import { Button } from "./button.tsx";

/** Something could not be loaded: what happened, and the way to try again. */
export function ErrorState({
  error,
  onRetry,
}: {
  readonly error: Error;
  readonly onRetry?: () => void;
}) {
  const words = useUiText();
  const errors = useErrorText();
  // An address that cannot be right (a mistyped id) leads to nothing, as one that is unknown.
  const nowhere = hasCode(error, "bad_request", "not_found");
  const requestId = error instanceof ApiProblem ? error.requestId : "";
  return (
    <div role="alert" className="grid justify-items-center gap-2 px-6 py-14 text-center">
      <span className="grid size-12 place-items-center rounded-full bg-bad-soft text-bad">
        <CircleAlert aria-hidden className="size-6" />
      </span>
      <h2 className="text-base font-semibold">{words.errorTitle}</h2>
      <p className="max-w-prose text-muted">
        {nowhere ? errors.codes.not_found : sayError(errors, error)}
      </p>
      {requestId !== "" && <p className="text-[0.75rem] text-muted">{errors.request(requestId)}</p>}
      {onRetry && !nowhere && <Button onClick={onRetry}>{words.retry}</Button>}
    </div>
  );
}

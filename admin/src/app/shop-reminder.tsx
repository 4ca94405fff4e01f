import { useLocation } from "@tanstack/react-router";
import { nextStep, useSetUp } from "../features/begin/set-up-state.ts";
import { useBeginText } from "../locales/begin.ts";
import { Link } from "../ui/link.tsx";
import { Notice } from "../ui/notice.tsx";
import { usePermission } from "./session.tsx";

/** Shown to who can go on with it, until a new shop's set-up is through. */
export function ShopReminder() {
  const here = useLocation({ select: ({ pathname }) => pathname });
  return usePermission("settings:write") && !here.endsWith("/begin") ? <Reminder /> : null;
}

function Reminder() {
  const words = useBeginText().reminder;
  const { state } = useSetUp();
  const next = state === undefined ? null : nextStep(state);
  if (next === null) return null;
  return (
    <div className="mx-auto mb-4 max-w-[92rem]">
      <Notice tone="warn">
        {words[next]}{" "}
        <Link to="/begin" plain className="font-semibold underline">
          {words.goOn}
        </Link>
      </Notice>
    </div>
  );
}

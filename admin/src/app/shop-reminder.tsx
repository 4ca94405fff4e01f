import { getAllSettings } from "@shopwright/server/contracts/settings";
import { useRead } from "../api/use-read.ts";
import { useShellText } from "../locales/shell.ts";
import { Link } from "../ui/link.tsx";
import { Notice } from "../ui/notice.tsx";
import { usePermission } from "./session.tsx";

/** Shown to who can change it, until the name and address that a new shop is born with were saved once. */
export function ShopReminder() {
  return usePermission("settings:write") ? <Reminder /> : null;
}

function Reminder() {
  const words = useShellText();
  const settings = useRead(getAllSettings, {});
  if (settings.data === undefined) return null;
  const { version, value } = settings.data.shop;
  // A shop begins with version 1, written by its set-up; the demo shop's name is its own.
  if (version > 1 || value.demo) return null;
  return (
    <div className="mx-auto mb-4 max-w-[92rem]">
      <Notice tone="warn">
        {words.shopUnnamed}{" "}
        <Link to="/settings" plain className="font-semibold underline">
          {words.nameShop}
        </Link>
      </Notice>
    </div>
  );
}

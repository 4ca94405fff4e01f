import { useSyncExternalStore } from "react";
import { useShellText } from "../locales/shell.ts";
import { Notice } from "../ui/notice.tsx";

/** Says that there is no connection, for as long as there is none. */
export function OfflineNotice() {
  const words = useShellText();
  const online = useSyncExternalStore(listen, () => navigator.onLine);
  if (online) return null;
  return (
    <div className="mx-auto mb-4 max-w-[92rem]">
      <Notice tone="warn" alert>
        {words.offline}
      </Notice>
    </div>
  );
}

function listen(listener: () => void): () => void {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}

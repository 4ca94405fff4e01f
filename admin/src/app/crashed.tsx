import { Bug } from "lucide-react";
import { useEffect } from "react";
import { useShellText } from "../locales/shell.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";

/** A page that threw: a bug, or code of a version that is no longer served. Loading again cures both or says so. */
export function Crashed({ error }: { readonly error: unknown }) {
  const words = useShellText();
  const outdated = /dynamically imported module|Importing a module script failed/.test(
    String(error),
  );
  useEffect(() => {
    console.error(error);
  }, [error]);
  return (
    <EmptyState
      icon={Bug}
      title={outdated ? words.newVersion : words.crashed}
      action={
        <Button variant="primary" onClick={() => window.location.reload()}>
          {words.reload}
        </Button>
      }
    >
      {words.crashedHint}
    </EmptyState>
  );
}

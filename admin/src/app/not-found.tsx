import { Compass } from "lucide-react";
import { useShellText } from "../locales/shell.ts";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";

export function NotFound() {
  const words = useShellText();
  return (
    <Page title={words.notFound}>
      <EmptyState
        icon={Compass}
        title={words.notFound}
        action={
          <ButtonLink to="/" variant="primary">
            {words.toDesk}
          </ButtonLink>
        }
      >
        {words.notFoundHint}
      </EmptyState>
    </Page>
  );
}

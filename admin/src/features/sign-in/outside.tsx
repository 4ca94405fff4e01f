import { Store } from "lucide-react";
import { useEffect } from "react";
import type { ReactNode } from "react";
import { getShop } from "@shopwright/server/contracts/settings";
import { locales } from "@shopwright/server/kernel/locale";
import { useRead } from "../../api/use-read.ts";
import { changePreferences, useLocale } from "../../app/preferences.ts";
import { useShellText } from "../../locales/shell.ts";
import { useSignInText } from "../../locales/sign-in.ts";

/** Around the pages for people who are not signed in. */
export function Outside({
  title,
  hint,
  children,
}: {
  readonly title: string;
  readonly hint?: ReactNode;
  readonly children: ReactNode;
}) {
  const words = useSignInText();
  const shell = useShellText();
  const locale = useLocale();
  const shop = useRead(getShop, {});
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main className="grid min-h-dvh grid-rows-[1fr_auto] justify-items-center gap-8 px-4 py-8">
      <div className="grid w-full max-w-sm content-center gap-5">
        <p className="flex min-h-9 items-center gap-2.5 text-muted">
          <span className="grid size-9 place-items-center rounded-xl bg-accent text-on-accent">
            <Store aria-hidden className="size-5" />
          </span>
          {shop.data ? words.to(shop.data.name) : shell.product}
        </p>
        <div className="panel p-6">
          <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
          {hint != null && <div className="mt-1 text-muted">{hint}</div>}
          <div className="mt-5">{children}</div>
        </div>
      </div>
      <fieldset className="flex gap-1">
        <legend className="sr-only">{shell.language}</legend>
        {locales.map((each) => (
          <button
            key={each}
            type="button"
            lang={each}
            aria-pressed={each === locale}
            className="min-h-9 rounded-lg px-3 text-muted hover:bg-sunken aria-pressed:font-semibold aria-pressed:text-ink"
            onClick={() => changePreferences({ locale: each })}
          >
            {shell.languages[each]}
          </button>
        ))}
      </fieldset>
    </main>
  );
}

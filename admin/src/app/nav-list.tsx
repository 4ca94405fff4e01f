import { Link as RouterLink } from "@tanstack/react-router";
import { useShellText } from "../locales/shell.ts";
import type { NavEntry, NavGroup } from "./feature.ts";
import { features } from "./features.ts";
import { useMe } from "./session.tsx";

const groups: readonly NavGroup[] = ["work", "goods", "people", "money", "system"];

/** Menu entries that the role includes. */
export function useNavEntries(): readonly NavEntry[] {
  const { permissions } = useMe();
  return features
    .flatMap((feature) => feature.nav)
    .filter((entry) => entry.permission === undefined || permissions.includes(entry.permission));
}

/** The menu, by group. */
export function NavList({ onGo }: { readonly onGo?: () => void }) {
  const words = useShellText();
  const entries = useNavEntries();
  return (
    <nav aria-label={words.menu} className="grid gap-3">
      {groups.map((group) => {
        const own = entries.filter((entry) => entry.group === group);
        if (own.length === 0) return null;
        return (
          <div key={group}>
            <p className="px-2.5 pb-1 text-[0.75rem] font-medium text-muted">
              {words.groups[group]}
            </p>
            <ul className="grid gap-px">
              {own.map((entry) => (
                <li key={entry.path}>
                  <RouterLink
                    to={entry.path}
                    activeOptions={{ exact: entry.path === "/", includeSearch: false }}
                    activeProps={{ className: "bg-accent-soft font-semibold text-accent-ink" }}
                    inactiveProps={{ className: "hover:bg-sunken" }}
                    className="flex min-h-7 items-center gap-2.5 rounded-lg px-2.5 max-lg:min-h-11"
                    {...(onGo === undefined ? {} : { onClick: onGo })}
                  >
                    <entry.icon aria-hidden className="size-4 shrink-0" />
                    {words.pages[entry.page]}
                  </RouterLink>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}

import { useNavigate } from "@tanstack/react-router";
import { ChevronsUpDown, CircleUser, Keyboard, LogOut } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { DropdownMenu as Menu } from "radix-ui";
import { signOut } from "@shopwright/server/contracts/identity";
import { useAction } from "../api/use-action.ts";
import { useShellText } from "../locales/shell.ts";
import { changePreferences, densities, themes, usePreferences } from "./preferences.ts";
import { useMe, useTakeSession } from "./session.tsx";
import { locales } from "@shopwright/server/kernel/locale";

const itemLook =
  "flex min-h-9 cursor-pointer items-center gap-2 rounded-lg px-2.5 outline-none data-highlighted:bg-sunken";

/** Who is signed in; appearance, density, language; sign out. */
export function AccountMenu({
  onHelp,
  side,
}: {
  readonly onHelp: () => void;
  readonly side: "top" | "bottom";
}) {
  const words = useShellText();
  const me = useMe();
  const navigate = useNavigate();
  const takeSession = useTakeSession();
  const leave = useAction(signOut, { onDone: () => takeSession(null) });
  return (
    <Menu.Root>
      <Menu.Trigger className="flex min-h-11 w-full items-center gap-2.5 rounded-lg px-2 text-left hover:bg-sunken">
        <span
          aria-hidden
          className="grid size-7 shrink-0 place-items-center rounded-full bg-sunken text-[0.75rem] font-semibold"
        >
          {initialsOf(me.name)}
        </span>
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium">{me.name}</span>
          <span className="block truncate text-[0.75rem] text-muted">{me.email}</span>
        </span>
        <ChevronsUpDown aria-hidden className="size-4 text-muted" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Content
          side={side}
          align="start"
          sideOffset={6}
          className="appear z-[60] w-60 rounded-xl border border-line bg-surface p-1 shadow-raised"
        >
          <Item
            icon={CircleUser}
            label={words.pages.profile}
            onSelect={() => void navigate({ to: "/profile" })}
          />
          <Item icon={Keyboard} label={words.help} onSelect={onHelp} />
          <PreferenceItems />
          <Menu.Separator className="my-1 h-px bg-line" />
          <Item icon={LogOut} label={words.signOut} onSelect={() => leave.mutate({})} />
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  );
}

function PreferenceItems() {
  const words = useShellText();
  const { theme, density, locale } = usePreferences();
  return (
    <>
      <Choices
        label={words.theme}
        value={theme}
        values={themes}
        name={(value) => words.themes[value]}
        onChange={(value) => changePreferences({ theme: value })}
      />
      <Choices
        label={words.density}
        value={density}
        values={densities}
        name={(value) => words.densities[value]}
        onChange={(value) => changePreferences({ density: value })}
      />
      <Choices
        label={words.language}
        value={locale}
        values={locales}
        name={(value) => words.languages[value]}
        onChange={(value) => changePreferences({ locale: value })}
      />
    </>
  );
}

function Item({
  icon: Icon,
  label,
  onSelect,
}: {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly onSelect: () => void;
}) {
  return (
    <Menu.Item className={itemLook} onSelect={onSelect}>
      <Icon aria-hidden className="size-4 text-muted" />
      {label}
    </Menu.Item>
  );
}

function Choices<Value extends string>({
  label,
  value,
  values,
  name,
  onChange,
}: {
  readonly label: string;
  readonly value: Value;
  readonly values: readonly Value[];
  readonly name: (value: Value) => string;
  readonly onChange: (value: Value) => void;
}) {
  return (
    <>
      <Menu.Separator className="my-1 h-px bg-line" />
      <Menu.Label className="px-2.5 pt-1 text-[0.75rem] text-muted">{label}</Menu.Label>
      <Menu.RadioGroup value={value}>
        {values.map((each) => (
          <Menu.RadioItem
            key={each}
            value={each}
            className={`${itemLook} justify-between data-[state=checked]:font-semibold data-[state=checked]:text-accent-ink`}
            onSelect={(event) => {
              event.preventDefault();
              onChange(each);
            }}
          >
            {name(each)}
            <Menu.ItemIndicator>✓</Menu.ItemIndicator>
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}

function initialsOf(name: string): string {
  const parts = name.split(/\s+/).filter(Boolean);
  return `${parts[0]?.[0] ?? ""}${parts.length > 1 ? (parts.at(-1)?.[0] ?? "") : ""}`.toUpperCase();
}

import { useNavigate } from "@tanstack/react-router";
import { Command } from "cmdk";
import { ClipboardList, Languages, Moon, Rows3, Users } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { Dialog } from "radix-ui";
import { useDeferredValue, useEffect, useState } from "react";
import { listCustomers } from "@shopwright/server/contracts/customers";
import { listOrders } from "@shopwright/server/contracts/desk";
import { useRead } from "../api/use-read.ts";
import { useShellText } from "../locales/shell.ts";
import { useNavEntries } from "./nav-list.tsx";
import { changePreferences, usePreferences } from "./preferences.ts";
import { usePermission } from "./session.tsx";

/** ⌘K: a page, a command, an order or a customer, by typing. */
export function CommandPalette({
  open,
  onOpenChange,
}: {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}) {
  const words = useShellText();
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState("");
  const close = (): void => {
    onOpenChange(false);
    setTyped("");
  };
  return (
    <Dialog.Root open={open} onOpenChange={(next) => (next ? onOpenChange(true) : close())}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/45" />
        <Dialog.Content
          aria-describedby={undefined}
          className="appear fixed top-[7dvh] left-1/2 z-50 w-[min(38rem,94vw)] -translate-x-1/2 overflow-hidden rounded-2xl bg-surface shadow-raised outline-none"
        >
          <Dialog.Title className="sr-only">{words.search}</Dialog.Title>
          <Command label={words.search} loop value={chosen} onValueChange={setChosen}>
            <Command.Input
              value={typed}
              onValueChange={setTyped}
              placeholder={words.searchHint}
              className="w-full border-b border-line bg-transparent px-4 py-3.5 text-base outline-none"
            />
            <Command.List className="max-h-[min(60dvh,28rem)] overflow-y-auto p-1.5">
              <Command.Empty className="px-4 py-8 text-center text-muted">
                {words.noHit}
              </Command.Empty>
              <FoundOrders typed={typed} close={close} onFirst={setChosen} />
              <FoundCustomers typed={typed} close={close} />
              <PageItems close={close} />
              <CommandItems close={close} />
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

interface Part {
  readonly close: () => void;
}

function PageItems({ close }: Part) {
  const words = useShellText();
  const navigate = useNavigate();
  const entries = useNavEntries();
  return (
    <Group heading={words.menu}>
      {entries.map((entry) => (
        <Item
          key={entry.path}
          icon={entry.icon}
          value={`page ${words.pages[entry.page]}`}
          onSelect={() => {
            close();
            void navigate({ to: entry.path });
          }}
        >
          {words.pages[entry.page]}
        </Item>
      ))}
    </Group>
  );
}

function CommandItems({ close }: Part) {
  const words = useShellText();
  const { locale, density } = usePreferences();
  const dark = document.documentElement.dataset["theme"] === "dark";
  const run = (change: Parameters<typeof changePreferences>[0]) => () => {
    changePreferences(change);
    close();
  };
  const otherLocale = locale === "en" ? "de" : "en";
  const otherDensity = density === "compact" ? "comfortable" : "compact";
  return (
    <Group heading={words.commands}>
      <Item
        icon={Moon}
        value="theme"
        keywords={[words.theme]}
        onSelect={run({ theme: dark ? "light" : "dark" })}
      >
        {words.theme}: {dark ? words.themes.light : words.themes.dark}
      </Item>
      <Item
        icon={Rows3}
        value="density"
        keywords={[words.density]}
        onSelect={run({ density: otherDensity })}
      >
        {words.density}: {words.densities[otherDensity]}
      </Item>
      <Item
        icon={Languages}
        value="language"
        keywords={[words.language]}
        onSelect={run({ locale: otherLocale })}
      >
        {words.language}: {words.languages[otherLocale]}
      </Item>
    </Group>
  );
}

function FoundOrders({
  typed,
  close,
  onFirst,
}: Part & { readonly typed: string; readonly onFirst: (value: string) => void }) {
  const words = useShellText();
  const navigate = useNavigate();
  const asked = useDeferredValue(typed.trim());
  const enabled = usePermission("orders:read") && asked.length >= 2;
  const found = useRead(listOrders, { query: { search: asked, limit: "6" } }, { enabled });
  const first = enabled ? found.data?.items[0]?.id : undefined;
  useEffect(() => {
    // Answers come while people look: the best one, on top, is what Enter opens.
    if (first !== undefined) onFirst(first);
  }, [first, onFirst]);
  if (!enabled || found.data === undefined || found.data.items.length === 0) return null;
  return (
    <Group heading={words.ordersFound}>
      {found.data.items.map((order) => (
        <Item
          key={order.id}
          icon={ClipboardList}
          value={order.id}
          // What the server found may match by a SKU or an amount that is not shown here.
          keywords={[typed, order.number, order.name, order.email]}
          onSelect={() => {
            close();
            void navigate({ to: `/orders/${order.id}` });
          }}
        >
          <span className="font-medium">{order.number}</span>
          <span className="truncate text-muted">
            {order.name} · {order.email}
          </span>
        </Item>
      ))}
    </Group>
  );
}

function FoundCustomers({ typed, close }: Part & { readonly typed: string }) {
  const words = useShellText();
  const navigate = useNavigate();
  const asked = useDeferredValue(typed.trim());
  const enabled = usePermission("customers:read") && asked.length >= 2;
  const found = useRead(listCustomers, { query: { search: asked, limit: "4" } }, { enabled });
  if (!enabled || found.data === undefined || found.data.items.length === 0) return null;
  return (
    <Group heading={words.customersFound}>
      {found.data.items.map((customer) => (
        <Item
          key={customer.id}
          icon={Users}
          value={customer.id}
          keywords={[typed, customer.name, customer.email]}
          onSelect={() => {
            close();
            void navigate({ to: `/customers/${customer.id}` });
          }}
        >
          <span className="font-medium">{customer.name}</span>
          <span className="truncate text-muted">{customer.email}</span>
        </Item>
      ))}
    </Group>
  );
}

function Group({
  heading,
  children,
}: {
  readonly heading: string;
  readonly children: React.ReactNode;
}) {
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-[0.75rem] [&_[cmdk-group-heading]]:text-muted"
    >
      {children}
    </Command.Group>
  );
}

function Item({
  icon: Icon,
  value,
  keywords,
  onSelect,
  children,
}: {
  readonly icon: LucideIcon;
  readonly value: string;
  readonly keywords?: string[];
  readonly onSelect: () => void;
  readonly children: React.ReactNode;
}) {
  return (
    <Command.Item
      value={value}
      {...(keywords === undefined ? {} : { keywords })}
      onSelect={onSelect}
      className="flex min-h-10 cursor-pointer items-center gap-2.5 rounded-lg px-3 data-[selected=true]:bg-accent-soft"
    >
      <Icon aria-hidden className="size-4 shrink-0 text-muted" />
      {children}
    </Command.Item>
  );
}

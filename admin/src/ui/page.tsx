import { ChevronLeft } from "lucide-react";
import { useEffect } from "react";
import type { ReactNode } from "react";
import { cx } from "./class-names.ts";
import { Link } from "./link.tsx";

/** A page: its title (also the tab's), what goes beside it, and its content. */
export function Page({
  title,
  aside,
  back,
  narrow = false,
  actions,
  children,
}: {
  readonly title: string;
  /** Beside the title: states in badges. */
  readonly aside?: ReactNode;
  readonly back?: { readonly to: string; readonly label: string };
  readonly narrow?: boolean;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <div
      className={cx(
        "mx-auto grid w-full grid-cols-1 gap-4",
        narrow ? "max-w-3xl" : "max-w-[92rem]",
      )}
    >
      <header className="grid gap-1">
        {back && (
          <Link
            to={back.to}
            className="inline-flex w-fit items-center gap-1 py-0.5 text-[0.8125rem]"
          >
            <ChevronLeft aria-hidden className="size-4" />
            {back.label}
          </Link>
        )}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <h1 tabIndex={-1} className="text-xl font-semibold tracking-tight outline-none">
            {title}
          </h1>
          {aside}
          {actions != null && (
            <div className="ml-auto flex flex-wrap items-center gap-2">{actions}</div>
          )}
        </div>
      </header>
      {children}
    </div>
  );
}

/** A titled panel of a page. */
export function Panel({
  title,
  actions,
  flush = false,
  children,
}: {
  readonly title?: string;
  readonly actions?: ReactNode;
  /** The content brings its own padding (a table). */
  readonly flush?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <section className="panel min-w-0 overflow-hidden">
      {(title !== undefined || actions != null) && (
        <header className="flex flex-wrap items-center gap-2 px-4 pt-3.5 pb-1">
          {title !== undefined && <h2 className="flex-1 font-semibold">{title}</h2>}
          {actions}
        </header>
      )}
      <div className={flush ? "" : "px-4 pt-2 pb-4"}>{children}</div>
    </section>
  );
}

/** Name and value pairs, one under the other. */
export function Facts({ facts }: { readonly facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="grid gap-1.5">
      {facts.map(([name, value]) => (
        <div key={name} className="flex flex-wrap justify-between gap-x-4">
          <dt className="text-muted">{name}</dt>
          <dd className="min-w-0 text-right break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

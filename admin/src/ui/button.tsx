import { Link as RouterLink } from "@tanstack/react-router";
import { LoaderCircle } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "./class-names.ts";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger";

const looks: Readonly<Record<ButtonVariant, string>> = {
  primary: "bg-accent text-on-accent border-transparent hover:bg-accent-hover",
  secondary: "bg-surface text-ink border-line-strong/60 hover:bg-sunken",
  ghost: "bg-transparent text-ink border-transparent hover:bg-sunken",
  danger: "bg-bad text-on-bad border-transparent hover:opacity-90",
};

interface Look {
  readonly variant?: ButtonVariant;
  readonly size?: "small" | "normal" | "large";
  readonly icon?: LucideIcon;
  readonly children?: ReactNode;
}

function lookOf({ variant = "secondary", size = "normal" }: Look, iconOnly: boolean): string {
  return cx(
    "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-lg border font-medium select-none",
    "transition-colors disabled:cursor-not-allowed disabled:opacity-55",
    size === "small" && "min-h-7 text-[0.8125rem]",
    size === "normal" && "min-h-control",
    size === "large" && "min-h-14 text-base",
    size === "small" ? (iconOnly ? "w-7" : "px-2") : iconOnly ? "w-control" : "px-3",
    looks[variant],
  );
}

type ButtonProps = Look & {
  /** Shows that it works and takes no second press; keeps its width. */
  readonly busy?: boolean;
} & Omit<ComponentProps<"button">, "children">;

/** The one filled button of a page is `primary`. An icon alone needs an `aria-label`. */
export function Button({
  variant,
  size,
  icon: Icon,
  busy = false,
  children,
  className,
  disabled,
  type = "button",
  ...rest
}: ButtonProps) {
  const look = lookOf({ ...(variant && { variant }), ...(size && { size }) }, children == null);
  return (
    <button
      {...rest}
      type={type}
      className={cx(look, className)}
      disabled={disabled}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      {...(busy ? { onClick: (event) => event.preventDefault() } : {})}
    >
      {busy ? (
        <LoaderCircle aria-hidden className="size-4 animate-spin" />
      ) : (
        Icon && <Icon aria-hidden className={size === "large" ? "size-5" : "size-4"} />
      )}
      {children}
    </button>
  );
}

/** Looks like a button, goes somewhere. */
export function ButtonLink({
  to,
  search,
  variant,
  size,
  icon: Icon,
  children,
}: Look & { readonly to: string; readonly search?: Readonly<Record<string, string>> }) {
  const look = lookOf({ ...(variant && { variant }), ...(size && { size }) }, children == null);
  return (
    <RouterLink to={to} {...(search === undefined ? {} : { search })} className={look}>
      {Icon && <Icon aria-hidden className="size-4" />}
      {children}
    </RouterLink>
  );
}

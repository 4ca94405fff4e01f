import { Link as RouterLink } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { cx } from "./class-names.ts";

interface LinkProps {
  /** A path below /admin, such as "/orders/order_01…". */
  readonly to: string;
  readonly search?: Readonly<Record<string, string>>;
  readonly className?: string;
  /** Plain: looks like the text around it. */
  readonly plain?: boolean;
  readonly children: ReactNode;
}

/** A link inside the back office: no page load. */
export function Link({ to, search, className, plain = false, children }: LinkProps) {
  return (
    <RouterLink
      to={to}
      {...(search === undefined ? {} : { search })}
      className={cx(!plain && "text-accent-ink underline-offset-2 hover:underline", className)}
    >
      {children}
    </RouterLink>
  );
}

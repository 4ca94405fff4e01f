import { pathIn } from "../addresses.ts";
import type { Frame } from "../visit.ts";

export interface Crumb {
  readonly name: string;
  /** Without the language in front. */
  readonly path: string;
}

/** The way from the front page to here. */
export function Breadcrumbs({
  frame,
  crumbs,
}: {
  readonly frame: Frame;
  readonly crumbs: readonly Crumb[];
}) {
  const { locale, text } = frame.visit;
  return (
    <nav class="crumbs" aria-label={text.frame.breadcrumbs}>
      <ol>
        <li>
          <a href={pathIn(locale, "/")}>{text.frame.home}</a>
        </li>
        {crumbs.map(({ name, path }) => (
          <li key={path}>
            <a href={pathIn(locale, path)}>{name}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

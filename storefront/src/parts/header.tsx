import type { CategoryView } from "@shopwright/server/contracts/catalog";
import type { Locale } from "@shopwright/server/kernel/locale";
import { categoryPath, pathIn } from "../addresses.ts";
import type { Frame } from "../visit.ts";
import { Icon } from "./icon.tsx";

interface HeaderProps {
  readonly frame: Frame;
  /** This page in each language. */
  readonly paths: Partial<Record<Locale, string>>;
}

/** Name, categories, search, account and basket. The same for everyone: an island adds what is the shopper's own. */
export function Header({ frame, paths }: HeaderProps) {
  const { visit, info } = frame;
  const { locale, text } = visit;
  return (
    <header class="top">
      <OtherLanguage frame={frame} paths={paths} />
      <div class="bar">
        <button class="icon-button menu-button" type="button" popovertarget="menu">
          <Icon name="menu" />
          <span class="unseen">{text.frame.menu}</span>
        </button>
        <a class="wordmark" href={pathIn(locale, "/")}>
          {info.name}
        </a>
        <nav id="menu" class="menu" popover="auto" aria-label={text.frame.categories}>
          <ul>
            {roots(frame).map((root) => (
              <li key={root.id}>
                <a href={pathIn(locale, categoryPath(root.slug))}>{root.name}</a>
                <Children frame={frame} of={root} />
              </li>
            ))}
          </ul>
        </nav>
        <SearchForm frame={frame} place="header" />
        <a class="icon-button" href={pathIn(locale, "/account")} data-account>
          <Icon name="person" />
          <span class="unseen" data-account-name>
            {text.frame.account}
          </span>
        </a>
        <a
          class="icon-button basket-button"
          href={pathIn(locale, "/basket")}
          data-basket={pathIn(locale, "/basket/state")}
        >
          <Icon name="basket" />
          <span class="unseen">{text.frame.basket}</span>
          <span class="count" data-basket-count hidden />
        </a>
      </div>
    </header>
  );
}

function roots(frame: Frame): readonly CategoryView[] {
  return frame.categories.filter(({ parentId }) => parentId === null);
}

function Children({ frame, of: parent }: { readonly frame: Frame; readonly of: CategoryView }) {
  const children = frame.categories.filter(({ parentId }) => parentId === parent.id);
  if (children.length === 0) return null;
  return (
    <ul>
      {children.map((child) => (
        <li key={child.id}>
          <a href={pathIn(frame.visit.locale, categoryPath(child.slug))}>{child.name}</a>
        </li>
      ))}
    </ul>
  );
}

interface SearchProps {
  readonly frame: Frame;
  /** There may be two on a page; their ids differ. */
  readonly place: "header" | "page";
  readonly value?: string;
}

/** The search field; an island shows suggestions below it while words are typed. */
export function SearchForm({ frame, place, value = "" }: SearchProps) {
  const { locale, text } = frame.visit;
  const id = `search-${place}`;
  return (
    <search class={`search search-${place}`}>
      <form action={pathIn(locale, "/search")} data-suggest={pathIn(locale, "/search/suggestions")}>
        <label class="unseen" for={id}>
          {text.search.label}
        </label>
        <input
          id={id}
          type="search"
          name="q"
          value={value}
          maxLength={200}
          placeholder={text.search.placeholder}
          autocomplete="off"
        />
        <button class="icon-button" type="submit">
          <Icon name="search" />
          <span class="unseen">{text.search.submit}</span>
        </button>
        <div class="suggestions" data-suggestions hidden />
      </form>
    </search>
  );
}

/** Offers the page in the browser's language; nobody is sent there unasked. */
function OtherLanguage({ frame, paths }: HeaderProps) {
  const { visit } = frame;
  const preferred = visit.request.preferredLocale;
  const path = paths[preferred];
  if (preferred === visit.locale || path === undefined) return null;
  if (!frame.info.locales.includes(preferred)) return null;
  return (
    <p class="other-language">
      <a href={pathIn(preferred, path)} lang={preferred} hreflang={preferred}>
        {visit.text.frame.alsoIn[preferred]}
      </a>
    </p>
  );
}

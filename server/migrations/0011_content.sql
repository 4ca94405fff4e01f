-- What the shop says about itself: pages of text and the words of the home page.
CREATE SCHEMA content;

CREATE TABLE content.page (
  id         uuid PRIMARY KEY,
  handle     text NOT NULL UNIQUE,             -- stays for ever: faces and content tags go by it
  kind       text NOT NULL CHECK (kind IN ('service', 'legal')),
  built_in   boolean NOT NULL DEFAULT false,   -- one that other pages link to: may be hidden, not deleted
  position   integer NOT NULL,
  published  boolean NOT NULL DEFAULT false,
  version    integer NOT NULL DEFAULT 1,
  changed_at timestamptz NOT NULL
);

CREATE TABLE content.page_text (
  page_id     uuid NOT NULL REFERENCES content.page (id) ON DELETE CASCADE,
  locale      text NOT NULL,
  slug        text NOT NULL,
  title       text NOT NULL,
  description text NOT NULL,
  body        text NOT NULL,                   -- headings, paragraphs, lists, links; never HTML
  PRIMARY KEY (page_id, locale),
  UNIQUE (locale, slug)
);

-- One row at most; without it the built-in words apply.
CREATE TABLE content.home (
  single        boolean PRIMARY KEY DEFAULT true CHECK (single),
  hero          text,                          -- names of pictures
  hero_portrait text,
  texts         jsonb NOT NULL,                -- {locale: words}
  version       integer NOT NULL,
  changed_at    timestamptz NOT NULL
);

-- Files that come in and go out: imports with what each row would do, exports, and feeds for others' shops.
CREATE SCHEMA exchange;

CREATE TABLE exchange.import (
  id          uuid PRIMARY KEY,
  kind        text NOT NULL CHECK (kind IN ('products', 'stock', 'customers', 'redirects')),
  state       text NOT NULL CHECK (state IN ('mapping', 'reading', 'checking', 'checked', 'running', 'done', 'cancelled', 'failed')),
  file_name   text NOT NULL,
  file_key    text NOT NULL,
  bytes       bigint NOT NULL,
  format      jsonb NOT NULL,                    -- csv with encoding and delimiter, or xlsx
  dialect     text NOT NULL,
  headers     text[] NOT NULL,
  sample      jsonb NOT NULL,                    -- the first rows, for whoever maps the columns
  mapping     jsonb NOT NULL,                    -- one field or null for each column
  options     jsonb NOT NULL,
  position    integer NOT NULL DEFAULT 0,        -- rows read, or items checked or run: where a crash goes on
  rows        integer NOT NULL DEFAULT 0,
  items       integer NOT NULL DEFAULT 0,
  counts      jsonb NOT NULL DEFAULT '{}',       -- items by what would become of them, then by what became
  problem     text,                              -- why the whole of it failed
  failures    integer NOT NULL DEFAULT 0,        -- how often its job broke off
  created_at  timestamptz NOT NULL,
  created_by  text NOT NULL,
  changed_at  timestamptz NOT NULL,
  ended_at    timestamptz,
  version     integer NOT NULL DEFAULT 1
);
CREATE INDEX import_by_time ON exchange.import (created_at DESC, id DESC);

-- The file's rows as they were read; `key` says which belong together, `code` what may stand in the file once.
CREATE TABLE exchange.row (
  import_id uuid NOT NULL REFERENCES exchange.import (id) ON DELETE CASCADE,
  number    integer NOT NULL,
  key       text NOT NULL,
  code      text,
  problem   text,                                -- why this row cannot be read
  cells     jsonb NOT NULL,
  PRIMARY KEY (import_id, number)
);
CREATE INDEX row_by_key ON exchange.row (import_id, key, number);

-- Rows of one key: one product, one stock count, one customer. What it would do, and what it did.
CREATE TABLE exchange.item (
  import_id  uuid NOT NULL REFERENCES exchange.import (id) ON DELETE CASCADE,
  position   integer NOT NULL,
  key        text NOT NULL,
  first_row  integer NOT NULL,
  row_count  integer NOT NULL,
  title      text NOT NULL DEFAULT '',
  verdict    text CHECK (verdict IN ('create', 'change', 'unchanged', 'kept', 'refused')),
  problem    jsonb,                              -- {code, field, …}
  difference jsonb NOT NULL DEFAULT '[]',        -- [{field, before, after}]
  done       boolean NOT NULL DEFAULT false,
  PRIMARY KEY (import_id, position)
);
CREATE INDEX item_by_verdict ON exchange.item (import_id, verdict, position);

-- How the columns of a file with these headers were mapped last.
CREATE TABLE exchange.mapping (
  kind       text NOT NULL,
  headers    text NOT NULL,                      -- a hash of the headers in their order
  mapping    jsonb NOT NULL,
  options    jsonb NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (kind, headers)
);

-- Pictures to be fetched by address, and those that were: the same address is not fetched twice for a product.
CREATE TABLE exchange.picture (
  id         uuid PRIMARY KEY,
  import_id  uuid REFERENCES exchange.import (id) ON DELETE SET NULL,
  product_id uuid NOT NULL REFERENCES catalog.product (id) ON DELETE CASCADE,
  address    text NOT NULL,
  place      integer NOT NULL,
  alt        jsonb NOT NULL,
  option_code text,                              -- the option value it shows, if any
  value_code text,
  first_row  integer NOT NULL,
  picture_id uuid REFERENCES media.picture (id) ON DELETE SET NULL,
  state      text NOT NULL CHECK (state IN ('waiting', 'kept', 'refused')),
  problem    text,
  changed_at timestamptz NOT NULL,
  UNIQUE (product_id, address)
);
CREATE INDEX picture_by_import ON exchange.picture (import_id, state, first_row);
CREATE INDEX picture_by_picture ON exchange.picture (picture_id);

CREATE TABLE exchange.export (
  id         uuid PRIMARY KEY,
  kind       text NOT NULL CHECK (kind IN ('products', 'stock', 'customers', 'orders', 'redirects')),
  format     text NOT NULL CHECK (format IN ('own', 'shopify', 'xlsx')),
  state      text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'cancelled', 'failed')),
  file_key   text,
  rows       integer NOT NULL DEFAULT 0,
  bytes      bigint NOT NULL DEFAULT 0,
  problem    text,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  ended_at   timestamptz
);
CREATE INDEX export_by_time ON exchange.export (created_at DESC, id DESC);

-- A file that other people's machines fetch, made anew in the background.
CREATE TABLE exchange.feed (
  id       uuid PRIMARY KEY,
  kind     text NOT NULL CHECK (kind IN ('google', 'meta', 'rss')),
  market   text NOT NULL,
  locale   text NOT NULL,
  pages    jsonb NOT NULL DEFAULT '[]',          -- storage keys, one a page
  items    integer NOT NULL DEFAULT 0,
  problems jsonb NOT NULL DEFAULT '{}',          -- how many items lack what, with examples
  etag     text NOT NULL DEFAULT '',
  made_at  timestamptz,
  failure  text,
  UNIQUE (kind, market, locale)
);

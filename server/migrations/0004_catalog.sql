CREATE SCHEMA catalog;

-- A text in the language asked for, else in English, else in any that it exists in.
CREATE FUNCTION catalog.in_locale(texts jsonb, locale text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(texts ->> locale, texts ->> 'en', jsonb_path_query_first(texts, '$.*') #>> '{}', '')
$$;

CREATE TABLE catalog.category (
  id         uuid PRIMARY KEY,
  parent_id  uuid REFERENCES catalog.category (id),
  code       text NOT NULL UNIQUE,
  position   integer NOT NULL DEFAULT 0,
  picture_id uuid,
  version    integer NOT NULL DEFAULT 1
);

CREATE TABLE catalog.category_text (
  category_id uuid NOT NULL REFERENCES catalog.category (id) ON DELETE CASCADE,
  locale      text NOT NULL,
  name        text NOT NULL,
  slug        text NOT NULL,
  intro       text NOT NULL DEFAULT '',
  PRIMARY KEY (category_id, locale),
  UNIQUE (locale, slug)
);

CREATE TABLE catalog.product (
  id           uuid PRIMARY KEY,
  handle       text NOT NULL UNIQUE,
  status       text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'published', 'archived')),
  tax_category text NOT NULL DEFAULT 'standard',
  featured     boolean NOT NULL DEFAULT false,   -- first in recommended order
  model        jsonb,                            -- the parametric 3D model it is rendered from, if any
  published_at timestamptz,
  created_at   timestamptz NOT NULL,
  changed_at   timestamptz NOT NULL,
  version      integer NOT NULL DEFAULT 1
);
CREATE INDEX product_by_status ON catalog.product (status, published_at DESC, id);
CREATE INDEX product_by_change ON catalog.product (changed_at DESC, id DESC);

CREATE TABLE catalog.product_text (
  product_id      uuid NOT NULL REFERENCES catalog.product (id) ON DELETE CASCADE,
  locale          text NOT NULL,
  title           text NOT NULL,
  subtitle        text NOT NULL DEFAULT '',
  description     text NOT NULL DEFAULT '',
  care            text NOT NULL DEFAULT '',
  seo_title       text NOT NULL DEFAULT '',
  seo_description text NOT NULL DEFAULT '',
  PRIMARY KEY (product_id, locale)
);
CREATE INDEX product_text_search ON catalog.product_text USING gin (lower(title) gin_trgm_ops);

CREATE TABLE catalog.product_category (
  product_id  uuid NOT NULL REFERENCES catalog.product (id) ON DELETE CASCADE,
  category_id uuid NOT NULL REFERENCES catalog.category (id) ON DELETE CASCADE,
  position    integer NOT NULL DEFAULT 0,         -- the product's place in the category
  main        boolean NOT NULL DEFAULT false,     -- the category that its page says it stands in
  PRIMARY KEY (product_id, category_id)
);
CREATE INDEX product_category_by_category ON catalog.product_category (category_id, position, product_id);

CREATE TABLE catalog.related_product (
  product_id uuid NOT NULL REFERENCES catalog.product (id) ON DELETE CASCADE,
  related_id uuid NOT NULL REFERENCES catalog.product (id) ON DELETE CASCADE,
  position   integer NOT NULL DEFAULT 0,
  PRIMARY KEY (product_id, related_id),
  CHECK (product_id <> related_id)
);
CREATE INDEX related_product_by_related ON catalog.related_product (related_id);

-- Options (size, colour, material) of a product and their values, in order.
CREATE TABLE catalog.option (
  id         uuid PRIMARY KEY,
  product_id uuid NOT NULL REFERENCES catalog.product (id) ON DELETE CASCADE,
  code       text NOT NULL,
  names      jsonb NOT NULL,
  position   integer NOT NULL,
  UNIQUE (product_id, code)
);

CREATE TABLE catalog.option_value (
  id        uuid PRIMARY KEY,
  option_id uuid NOT NULL REFERENCES catalog.option (id) ON DELETE CASCADE,
  code      text NOT NULL,
  labels    jsonb NOT NULL,
  swatch    text,
  position  integer NOT NULL,
  UNIQUE (option_id, code)
);

-- The chosen values as a list, sorted: {"material":"oak","size":"l"} → {material:oak,size:l}.
CREATE FUNCTION catalog.choices_of(options jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(array_agg(key || ':' || value ORDER BY key), '{}') FROM jsonb_each_text(options)
$$;

CREATE TABLE catalog.variant (
  id                uuid PRIMARY KEY,
  product_id        uuid NOT NULL REFERENCES catalog.product (id),
  sku               text NOT NULL UNIQUE,
  barcode           text UNIQUE,
  options           jsonb NOT NULL DEFAULT '{}', -- {option code: value code}
  choices           text[] NOT NULL GENERATED ALWAYS AS (catalog.choices_of(options)) STORED,
  weight_grams      integer NOT NULL CHECK (weight_grams >= 0),
  width_mm          integer,
  depth_mm          integer,
  height_mm         integer,
  stock_policy      text NOT NULL DEFAULT 'refuse'
                    CHECK (stock_policy IN ('refuse', 'backorder', 'order_from_supplier')),
  backorder_cap     integer NOT NULL DEFAULT 0 CHECK (backorder_cap >= 0),
  backorder_days    integer NOT NULL DEFAULT 0 CHECK (backorder_days >= 0),
  position          integer NOT NULL DEFAULT 0,
  active            boolean NOT NULL DEFAULT true,
  version           integer NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX variant_options ON catalog.variant (product_id, options) WHERE active;
CREATE INDEX variant_by_product ON catalog.variant (product_id, position);
CREATE INDEX variant_by_sku ON catalog.variant (lower(sku) text_pattern_ops);

-- Pictures: files live in storage, sizes made by the program.
CREATE SCHEMA media;
CREATE TABLE media.picture (
  id         uuid PRIMARY KEY,
  name       text UNIQUE,                        -- what pages ask for it by, if any: home-wide
  file_key   text NOT NULL UNIQUE,               -- storage key without size and extension
  width      integer NOT NULL,
  height     integer NOT NULL,
  widths     integer[] NOT NULL,                 -- sizes that exist, ascending
  alt        jsonb NOT NULL DEFAULT '{}',
  sha256     text NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE catalog.product_picture (
  product_id   uuid NOT NULL REFERENCES catalog.product (id) ON DELETE CASCADE,
  picture_id   uuid NOT NULL REFERENCES media.picture (id),
  option_code  text,                             -- shown first when this option value is chosen
  value_code   text,
  position     integer NOT NULL,
  PRIMARY KEY (product_id, picture_id)
);
CREATE INDEX product_picture_by_picture ON catalog.product_picture (picture_id);
ALTER TABLE catalog.category ADD CONSTRAINT category_picture FOREIGN KEY (picture_id) REFERENCES media.picture (id);

CREATE SCHEMA pricing;
CREATE TABLE pricing.price (
  variant_id       uuid NOT NULL REFERENCES catalog.variant (id) ON DELETE CASCADE,
  currency         char(3) NOT NULL,
  amount_minor     bigint NOT NULL CHECK (amount_minor >= 0),
  compare_at_minor bigint CHECK (compare_at_minor > amount_minor),
  version          integer NOT NULL DEFAULT 1,
  PRIMARY KEY (variant_id, currency)
);
CREATE TABLE pricing.price_change (
  id           uuid PRIMARY KEY,
  variant_id   uuid NOT NULL,
  currency     char(3) NOT NULL,
  amount_minor bigint,
  changed_at   timestamptz NOT NULL,
  changed_by   text NOT NULL
);
CREATE INDEX price_change_by_variant ON pricing.price_change (variant_id, currency, changed_at);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON pricing.price_change
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
-- What other rooms may know of prices.
CREATE VIEW pricing.listed_price AS
SELECT variant_id, currency, amount_minor, compare_at_minor, version FROM pricing.price;

-- What other rooms may know of a variant: enough to put it into a cart, an order or a parcel.
CREATE VIEW catalog.shelf_variant AS
SELECT v.id AS variant_id, v.product_id, p.handle, v.sku, v.barcode, v.weight_grams, p.tax_category,
       v.stock_policy, v.backorder_cap, v.backorder_days,
       v.active AND p.status = 'published' AS on_sale,
       (SELECT jsonb_object_agg(t.locale, t.title)
        FROM catalog.product_text t WHERE t.product_id = v.product_id) AS titles,
       (SELECT jsonb_agg(c.labels ORDER BY o.position)
        FROM catalog.option o
        JOIN catalog.option_value c ON c.option_id = o.id AND c.code = v.options ->> o.code
        WHERE o.product_id = v.product_id) AS option_labels,
       -- The first picture of one of its option values, else the first of none.
       (SELECT m.file_key
        FROM catalog.product_picture pp
        JOIN media.picture m ON m.id = pp.picture_id
        WHERE pp.product_id = v.product_id
        ORDER BY CASE WHEN v.options ->> pp.option_code = pp.value_code THEN 0
                      WHEN pp.option_code IS NULL THEN 1
                      ELSE 2 END, pp.position
        LIMIT 1) AS picture_key
FROM catalog.variant v
JOIN catalog.product p ON p.id = v.product_id;

-- The codes that find a product of the range.
CREATE VIEW catalog.shelf_code AS
SELECT product_id, lower(sku) AS sku_folded, barcode FROM catalog.variant WHERE active;

-- Search: one document a product and language, rebuilt when the product changes.
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;
CREATE SCHEMA search;

CREATE TEXT SEARCH CONFIGURATION search.en (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION search.en
  ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;
CREATE TEXT SEARCH CONFIGURATION search.de (COPY = pg_catalog.german);
ALTER TEXT SEARCH CONFIGURATION search.de
  ALTER MAPPING FOR hword, hword_part, word WITH unaccent, german_stem;

CREATE TABLE search.document (
  product_id uuid NOT NULL REFERENCES catalog.product (id) ON DELETE CASCADE,
  locale     text NOT NULL,
  words      tsvector NOT NULL,                  -- weighted: title A, categories and options B, the rest C and D
  plain      text NOT NULL,                      -- title, categories and options, lower case without accents
  PRIMARY KEY (product_id, locale)
);
CREATE INDEX document_words ON search.document USING gin (words);
CREATE INDEX document_plain ON search.document USING gin (plain gin_trgm_ops);

-- Words the shop uses, to correct typing errors with.
CREATE TABLE search.word (
  locale text NOT NULL,
  word   text NOT NULL,
  folded text NOT NULL,                          -- without accents
  PRIMARY KEY (locale, word)
);

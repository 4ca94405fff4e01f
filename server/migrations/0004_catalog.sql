CREATE SCHEMA catalog;

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
  model        jsonb,                            -- the parametric 3D model it is rendered from, if any
  published_at timestamptz,
  created_at   timestamptz NOT NULL,
  changed_at   timestamptz NOT NULL,
  version      integer NOT NULL DEFAULT 1
);
CREATE INDEX product_by_status ON catalog.product (status, published_at DESC, id);

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

CREATE TABLE catalog.product_category (
  product_id  uuid NOT NULL REFERENCES catalog.product (id) ON DELETE CASCADE,
  category_id uuid NOT NULL REFERENCES catalog.category (id) ON DELETE CASCADE,
  position    integer NOT NULL DEFAULT 0,
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

CREATE TABLE catalog.variant (
  id                uuid PRIMARY KEY,
  product_id        uuid NOT NULL REFERENCES catalog.product (id),
  sku               text NOT NULL UNIQUE,
  barcode           text UNIQUE,
  options           jsonb NOT NULL DEFAULT '{}', -- {option code: value code}
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
  version           integer NOT NULL DEFAULT 1,
  UNIQUE (product_id, options)
);
CREATE INDEX variant_by_product ON catalog.variant (product_id, position);

-- Pictures: files live in storage, sizes made by the program.
CREATE SCHEMA media;
CREATE TABLE media.picture (
  id         uuid PRIMARY KEY,
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

CREATE SCHEMA settings;

-- One row an area (shop, checkout, cash-on-delivery, …); the shape is checked by the program's schema of that name.
CREATE TABLE settings.setting (
  name       text PRIMARY KEY,
  value      jsonb NOT NULL,
  version    integer NOT NULL DEFAULT 1,
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL
);

CREATE TABLE settings.market (
  code            text PRIMARY KEY CHECK (code ~ '^[a-z][a-z0-9-]{1,15}$'),
  names           jsonb NOT NULL,             -- {locale: text}
  currency        char(3) NOT NULL,
  countries       text[] NOT NULL,            -- empty: every country no other market names
  default_country char(2) NOT NULL,
  tax_included    boolean NOT NULL,
  tax_treatment   text NOT NULL CHECK (tax_treatment IN ('eu-vat', 'us-sales-tax', 'none')),
  position        integer NOT NULL,
  active          boolean NOT NULL DEFAULT true,
  version         integer NOT NULL DEFAULT 1
);

-- Delivery choices: which zone, which basket, what it costs, how long it takes (working days).
CREATE TABLE settings.delivery_option (
  id               uuid PRIMARY KEY,
  code             text NOT NULL UNIQUE,
  kind             text NOT NULL CHECK (kind IN ('shipping', 'pickup')),
  names            jsonb NOT NULL,              -- {locale: text}
  carrier          text,
  pickup_location  uuid,
  countries        text[] NOT NULL,             -- empty: everywhere
  currency         char(3) NOT NULL,
  min_weight_grams bigint NOT NULL DEFAULT 0,
  max_weight_grams bigint,
  min_total_minor  bigint NOT NULL DEFAULT 0,
  max_total_minor  bigint,
  price_minor      bigint NOT NULL CHECK (price_minor >= 0),
  free_from_minor  bigint,
  min_days         integer NOT NULL CHECK (min_days >= 0),
  max_days         integer NOT NULL CHECK (max_days >= min_days),
  position         integer NOT NULL,
  active           boolean NOT NULL DEFAULT true,
  version          integer NOT NULL DEFAULT 1
);

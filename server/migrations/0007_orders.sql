CREATE SCHEMA cart;
CREATE TABLE cart.cart (
  id                 uuid PRIMARY KEY,            -- random: knowing it is the right to use it
  customer_id        uuid REFERENCES customers.customer (id),
  market             text NOT NULL REFERENCES settings.market (code),
  currency           char(3) NOT NULL,
  locale             text NOT NULL,
  email              text,
  shipping_address   jsonb,
  billing_address    jsonb,                       -- null: same as shipping
  delivery_option_id uuid REFERENCES settings.delivery_option (id) DEFERRABLE INITIALLY DEFERRED,
  payment_method     text,
  note               text NOT NULL DEFAULT '',
  version            integer NOT NULL DEFAULT 1,
  order_id           uuid UNIQUE,                 -- set once, when the order exists
  created_at         timestamptz NOT NULL,
  changed_at         timestamptz NOT NULL
);
CREATE INDEX cart_by_customer ON cart.cart (customer_id, changed_at DESC) WHERE customer_id IS NOT NULL AND order_id IS NULL;
CREATE TABLE cart.line (
  id               uuid PRIMARY KEY,
  cart_id          uuid NOT NULL REFERENCES cart.cart (id) ON DELETE CASCADE,
  variant_id       uuid NOT NULL REFERENCES catalog.variant (id),
  quantity         integer NOT NULL CHECK (quantity > 0),
  price_seen_minor bigint NOT NULL,               -- the unit price the shopper last saw
  added_at         timestamptz NOT NULL,
  UNIQUE (cart_id, variant_id)
);

CREATE SCHEMA orders;
CREATE SEQUENCE orders.order_number START 10001;
CREATE TABLE orders.order (
  id                uuid PRIMARY KEY,
  number            text NOT NULL UNIQUE,         -- SO-10042
  cart_id           uuid NOT NULL UNIQUE,
  customer_id       uuid REFERENCES customers.customer (id),
  email             text NOT NULL,
  status            text NOT NULL CHECK (status IN ('pending', 'placed', 'completed', 'cancelled')),
  market            text NOT NULL,
  currency          char(3) NOT NULL,
  locale            text NOT NULL,
  tax_included      boolean NOT NULL,
  shipping_address  jsonb,
  billing_address   jsonb NOT NULL,
  delivery          jsonb NOT NULL,               -- the choice as sold: code, name, carrier, dates
  payment_method    text NOT NULL,
  capture_moment    text NOT NULL CHECK (capture_moment IN ('at_order', 'at_shipping')),
  note              text NOT NULL DEFAULT '',
  net_minor         bigint NOT NULL,
  tax_minor         bigint NOT NULL,
  total_minor       bigint NOT NULL CHECK (total_minor = net_minor + tax_minor),
  authorised_minor  bigint NOT NULL DEFAULT 0,    -- projections of payments, compared by the audit
  captured_minor    bigint NOT NULL DEFAULT 0,
  refunded_minor    bigint NOT NULL DEFAULT 0,
  cancelled_minor   bigint NOT NULL DEFAULT 0,    -- value of lines cancelled before shipping
  units             bigint NOT NULL,              -- item units sold, cancelled, shipped, returned to stock
  units_cancelled   bigint NOT NULL DEFAULT 0,
  units_shipped     bigint NOT NULL DEFAULT 0,
  payment_status    text NOT NULL GENERATED ALWAYS AS (
    CASE WHEN captured_minor > 0 AND refunded_minor >= captured_minor THEN 'refunded'
         WHEN refunded_minor > 0 THEN 'partly_refunded'
         WHEN captured_minor > 0 AND captured_minor >= total_minor - cancelled_minor THEN 'paid'
         WHEN captured_minor > 0 THEN 'partly_paid'
         WHEN authorised_minor > 0 THEN 'authorised'
         WHEN total_minor = 0 THEN 'paid'
         ELSE 'unpaid' END) STORED,
  fulfilment_status text NOT NULL GENERATED ALWAYS AS (
    CASE WHEN units_shipped > 0 AND units_shipped >= units - units_cancelled THEN 'shipped'
         WHEN units_shipped > 0 THEN 'partly_shipped'
         ELSE 'unshipped' END) STORED,
  hold_reason       text,                         -- set: nothing is captured or shipped
  held_by           text,
  pay_by            timestamptz,                  -- unpaid after this: cancelled by the sweeper
  link_secret_hash  text NOT NULL,                -- sha256 of the secret in the status link
  cancel_reason     text,
  created_at        timestamptz NOT NULL,
  placed_at         timestamptz,
  closed_at         timestamptz,
  version           integer NOT NULL DEFAULT 1
);
CREATE INDEX order_by_time ON orders.order (created_at DESC, id DESC);
CREATE INDEX order_open ON orders.order (created_at DESC, id DESC) WHERE status = 'placed';
CREATE INDEX order_by_customer ON orders.order (customer_id, created_at DESC) WHERE customer_id IS NOT NULL;
CREATE INDEX order_by_email ON orders.order (lower(email));
CREATE INDEX order_pay_by ON orders.order (pay_by) WHERE pay_by IS NOT NULL AND status IN ('pending', 'placed');
CREATE UNIQUE INDEX order_by_link ON orders.order (link_secret_hash);
CREATE INDEX order_search ON orders.order USING gin ((number || ' ' || email || ' ' || coalesce(billing_address ->> 'name', '')) gin_trgm_ops);

CREATE TABLE orders.line (
  id                 uuid PRIMARY KEY,
  order_id           uuid NOT NULL REFERENCES orders.order (id),
  position           smallint NOT NULL,
  kind               text NOT NULL CHECK (kind IN ('item', 'delivery', 'payment_fee')),
  variant_id         uuid REFERENCES catalog.variant (id),
  sku                text NOT NULL,
  title              text NOT NULL,
  options            text NOT NULL DEFAULT '',    -- as people read it: Oak, 140 cm
  picture_key        text,
  quantity           integer NOT NULL CHECK (quantity > 0),
  unit_price_minor   bigint NOT NULL,
  net_minor          bigint NOT NULL,
  tax_minor          bigint NOT NULL,
  total_minor        bigint NOT NULL CHECK (total_minor = net_minor + tax_minor),
  tax_category       text NOT NULL,
  tax_rate           numeric(7, 4) NOT NULL,
  tax_jurisdiction   text NOT NULL,
  tax_reason         text NOT NULL,
  weight_grams       integer NOT NULL DEFAULT 0,
  quantity_cancelled integer NOT NULL DEFAULT 0,
  quantity_shipped   integer NOT NULL DEFAULT 0,
  quantity_refunded  integer NOT NULL DEFAULT 0,
  refunded_net_minor bigint NOT NULL DEFAULT 0,
  refunded_tax_minor bigint NOT NULL DEFAULT 0,
  invoiced_net_minor bigint NOT NULL DEFAULT 0,
  invoiced_tax_minor bigint NOT NULL DEFAULT 0,
  promised_by        date,
  UNIQUE (order_id, position),
  CHECK ((kind = 'item') = (variant_id IS NOT NULL)),
  CHECK (quantity_cancelled + quantity_shipped <= quantity),
  CHECK (quantity_refunded <= quantity),
  CHECK (refunded_net_minor <= net_minor AND refunded_tax_minor <= tax_minor)
);
CREATE INDEX line_by_variant ON orders.line (variant_id) WHERE variant_id IS NOT NULL;

-- Tax by (rate, jurisdiction) as calculated when the order was placed; never recalculated.
CREATE TABLE orders.tax_line (
  order_id     uuid NOT NULL REFERENCES orders.order (id),
  position     smallint NOT NULL,
  category     text NOT NULL,
  rate         numeric(7, 4) NOT NULL,
  jurisdiction text NOT NULL,
  reason       text NOT NULL,
  net_minor    bigint NOT NULL,
  tax_minor    bigint NOT NULL,
  PRIMARY KEY (order_id, position)
);

CREATE TABLE orders.timeline (
  id       uuid PRIMARY KEY,
  order_id uuid NOT NULL REFERENCES orders.order (id),
  at       timestamptz NOT NULL,
  actor    text NOT NULL,                         -- customer, system, staff name
  kind     text NOT NULL,                         -- placed, note, hold, captured, … (orders/timeline.ts)
  public   boolean NOT NULL,                      -- shown to the shopper
  details  jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX timeline_by_order ON orders.timeline (order_id, at, id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON orders.timeline
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
-- Checked at the commit: a cart is claimed for its order by one statement, before the order is written.
ALTER TABLE cart.cart ADD CONSTRAINT cart_order FOREIGN KEY (order_id) REFERENCES orders.order (id)
  DEFERRABLE INITIALLY DEFERRED;

-- What other rooms may read of orders and their lines.
CREATE VIEW orders.public_order AS
SELECT id, number, cart_id, customer_id, email, status, payment_status, fulfilment_status, market, currency,
       locale, tax_included, shipping_address, billing_address, delivery, payment_method, capture_moment, note,
       net_minor, tax_minor, total_minor, authorised_minor, captured_minor, refunded_minor, cancelled_minor,
       units, units_cancelled, units_shipped, hold_reason, held_by, pay_by, cancel_reason,
       created_at, placed_at, closed_at, version
FROM orders.order;
CREATE VIEW orders.public_line AS
SELECT id, order_id, position, kind, variant_id, sku, title, options, picture_key, quantity, unit_price_minor,
       net_minor, tax_minor, total_minor, tax_category, tax_rate, tax_jurisdiction, tax_reason, weight_grams,
       quantity_cancelled, quantity_shipped, quantity_refunded, refunded_net_minor, refunded_tax_minor,
       invoiced_net_minor, invoiced_tax_minor, promised_by
FROM orders.line;

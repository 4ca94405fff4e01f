CREATE SCHEMA promotions;

-- A reason to pay less. What it asks and gives is in `rule`, in the shape of promotions/shapes.ts.
CREATE TABLE promotions.promotion (
  id              uuid PRIMARY KEY,
  names           jsonb NOT NULL,                 -- what shoppers read, by locale
  rule            jsonb NOT NULL,                 -- { condition, action }
  lane            smallint NOT NULL DEFAULT 1 CHECK (lane BETWEEN 1 AND 9),
  priority        integer NOT NULL DEFAULT 0,     -- the higher one wins where the shopper gains the same
  combinable      boolean NOT NULL DEFAULT true,
  markets         text[] NOT NULL DEFAULT '{}',   -- empty: all
  starts_at       timestamptz,
  ends_at         timestamptz,
  weekdays        smallint[] NOT NULL DEFAULT '{}', -- 1 = Monday; empty: every day
  from_minute     smallint CHECK (from_minute BETWEEN 0 AND 1439),
  to_minute       smallint CHECK (to_minute BETWEEN 1 AND 1440),
  paused          boolean NOT NULL DEFAULT false,
  max_uses        integer CHECK (max_uses > 0),
  uses            integer NOT NULL DEFAULT 0,     -- counted while max_uses is set
  max_per_person  integer CHECK (max_per_person > 0),
  gift_variant_id uuid REFERENCES catalog.variant (id),
  version         integer NOT NULL DEFAULT 1,
  created_at      timestamptz NOT NULL,
  changed_at      timestamptz NOT NULL,
  CHECK (max_uses IS NULL OR uses BETWEEN 0 AND max_uses),
  CHECK (ends_at IS NULL OR starts_at IS NULL OR ends_at > starts_at)
);
CREATE INDEX promotion_gift ON promotions.promotion (gift_variant_id) WHERE gift_variant_id IS NOT NULL;

-- How much a promotion may give away in each currency.
CREATE TABLE promotions.budget (
  promotion_id uuid NOT NULL REFERENCES promotions.promotion (id) ON DELETE CASCADE,
  currency     char(3) NOT NULL,
  limit_minor  bigint NOT NULL CHECK (limit_minor > 0),
  spent_minor  bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (promotion_id, currency),
  CHECK (spent_minor BETWEEN 0 AND limit_minor)
);

-- Codes made in one go, by a job.
CREATE TABLE promotions.batch (
  id           uuid PRIMARY KEY,
  promotion_id uuid NOT NULL REFERENCES promotions.promotion (id) ON DELETE CASCADE,
  prefix       text NOT NULL DEFAULT '',
  wanted       integer NOT NULL CHECK (wanted BETWEEN 1 AND 100000),
  made         integer NOT NULL DEFAULT 0,
  max_uses     integer CHECK (max_uses > 0),
  created_by   text NOT NULL,
  created_at   timestamptz NOT NULL,
  CHECK (made BETWEEN 0 AND wanted)
);
CREATE INDEX batch_by_promotion ON promotions.batch (promotion_id, created_at DESC);

CREATE TABLE promotions.coupon (
  id           uuid PRIMARY KEY,
  promotion_id uuid NOT NULL REFERENCES promotions.promotion (id) ON DELETE CASCADE,
  batch_id     uuid REFERENCES promotions.batch (id),
  code         text NOT NULL,                     -- as it is printed
  code_key     text NOT NULL UNIQUE,              -- upper case, without spaces: what is compared
  max_uses     integer CHECK (max_uses > 0),      -- never changed
  uses         integer NOT NULL DEFAULT 0,        -- counted while max_uses is set
  blocked      boolean NOT NULL DEFAULT false,
  created_at   timestamptz NOT NULL,
  CHECK (max_uses IS NULL OR uses BETWEEN 0 AND max_uses)
);
CREATE INDEX coupon_by_promotion ON promotions.coupon (promotion_id, id);
CREATE INDEX coupon_by_batch ON promotions.coupon (batch_id, id) WHERE batch_id IS NOT NULL;

-- A promotion as one order used it. Given back when the order is cancelled.
CREATE TABLE promotions.redemption (
  order_id      uuid NOT NULL REFERENCES orders.order (id),
  promotion_id  uuid NOT NULL REFERENCES promotions.promotion (id),
  coupon_id     uuid REFERENCES promotions.coupon (id),
  persons       text[] NOT NULL,                  -- who used it: see person_use
  currency      char(3) NOT NULL,
  amount_minor  bigint NOT NULL CHECK (amount_minor > 0),
  used_at       timestamptz NOT NULL,
  given_back_at timestamptz,
  PRIMARY KEY (order_id, promotion_id)
);
CREATE INDEX redemption_by_promotion ON promotions.redemption (promotion_id, currency);
CREATE INDEX redemption_by_coupon ON promotions.redemption (coupon_id) WHERE coupon_id IS NOT NULL;

-- How often one customer, or one mailbox, has used a promotion; `allowed` as the last use found it.
CREATE TABLE promotions.person_use (
  person       text NOT NULL,                     -- customer:<id> or mail:<hash>
  promotion_id uuid NOT NULL REFERENCES promotions.promotion (id) ON DELETE CASCADE,
  uses         integer NOT NULL,
  allowed      integer,
  PRIMARY KEY (person, promotion_id),
  CHECK (uses >= 0 AND (allowed IS NULL OR uses <= allowed))
);

-- The same mailbox however it is written: without case, and without what follows a plus.
CREATE FUNCTION promotions.mailbox(email text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT 'mail:' || encode(sha256(convert_to(lower(regexp_replace(trim(email), '\+[^@]*@', '@')), 'UTF8')), 'hex')
$$;

-- What a cart may know of a code that was typed into it.
CREATE VIEW promotions.known_code AS
SELECT id AS coupon_id, promotion_id, code, code_key, blocked,
       max_uses IS NOT NULL AND uses >= max_uses AS used_up
FROM promotions.coupon;

CREATE VIEW promotions.used_by AS
SELECT person, promotion_id, uses FROM promotions.person_use WHERE uses > 0;

CREATE VIEW promotions.gift_on_offer AS
SELECT DISTINCT gift_variant_id AS variant_id FROM promotions.promotion
WHERE gift_variant_id IS NOT NULL AND NOT paused;

-- By what promotions choose goods: categories are those it was put into, without their parents.
CREATE VIEW catalog.variant_fact AS
SELECT v.id AS variant_id, v.options,
       (SELECT coalesce(jsonb_agg(c.category_id), '[]')
        FROM catalog.product_category c WHERE c.product_id = v.product_id) AS categories
FROM catalog.variant v;
CREATE VIEW catalog.category_parent AS SELECT id, parent_id FROM catalog.category;

-- Codes as the shopper entered them, in the form that is compared.
ALTER TABLE cart.cart ADD COLUMN codes text[] NOT NULL DEFAULT '{}' CHECK (cardinality(codes) <= 5);

-- What was taken off a line before tax, on the basis of its price; and by what. A price that lost its tax for a
-- buyer who is spared it is rounded by unit, hence the leeway of a cent each.
ALTER TABLE orders.line ADD COLUMN discount_minor bigint NOT NULL DEFAULT 0
  CHECK (discount_minor >= 0 AND discount_minor <= (unit_price_minor + 1) * quantity);
CREATE TABLE orders.discount (
  order_id     uuid NOT NULL REFERENCES orders.order (id),
  line_id      uuid NOT NULL REFERENCES orders.line (id),
  promotion_id uuid NOT NULL,
  name         text NOT NULL,                     -- as sold, in the order's language
  code         text,                              -- the coupon that brought it
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  PRIMARY KEY (order_id, line_id, promotion_id)
);
CREATE INDEX discount_by_promotion ON orders.discount (promotion_id, order_id);

CREATE VIEW orders.public_discount AS
SELECT order_id, line_id, promotion_id, name, code, amount_minor FROM orders.discount;
CREATE OR REPLACE VIEW orders.public_line AS
SELECT id, order_id, position, kind, variant_id, sku, title, options, picture_key, quantity, unit_price_minor,
       net_minor, tax_minor, total_minor, tax_category, tax_rate, tax_jurisdiction, tax_reason, weight_grams,
       quantity_cancelled, quantity_shipped, quantity_refunded, refunded_net_minor, refunded_tax_minor,
       invoiced_net_minor, invoiced_tax_minor, promised_by, discount_minor
FROM orders.line;

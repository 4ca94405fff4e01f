CREATE SCHEMA inventory;

CREATE TABLE inventory.location (
  id        uuid PRIMARY KEY,
  code      text NOT NULL UNIQUE,
  name      text NOT NULL,
  kind      text NOT NULL CHECK (kind IN ('warehouse', 'supplier', 'customer', 'loss', 'transit', 'production')),
  address   jsonb,
  countries text[] NOT NULL DEFAULT '{}',        -- countries this warehouse serves first; empty: any
  priority  integer NOT NULL DEFAULT 0,          -- the higher is asked first
  active    boolean NOT NULL DEFAULT true,       -- an inactive one promises nothing and ships what it has promised
  version   integer NOT NULL DEFAULT 1
);

-- Where goods come from and go to besides the warehouses (inventory/location.ts knows these ids).
INSERT INTO inventory.location (id, code, name, kind) VALUES
  ('00000000-0000-7000-8000-000000000001', 'supplier', 'Suppliers', 'supplier'),
  ('00000000-0000-7000-8000-000000000002', 'customer', 'Customers', 'customer'),
  ('00000000-0000-7000-8000-000000000003', 'loss', 'Losses and findings', 'loss'),
  ('00000000-0000-7000-8000-000000000004', 'transit', 'In transit', 'transit'),
  ('00000000-0000-7000-8000-000000000005', 'production', 'Workshop', 'production');

-- The shared stock row: the one place demand meets supply. Locations of every kind have rows, so
-- that a variant's on_hand sums to zero over all of them; only warehouses must stay non-negative.
-- backorder_limit is how many units beyond on_hand are promised here with leave of the variant's
-- policy; it rises with a backorder and falls as backorders are covered.
CREATE TABLE inventory.stock (
  variant_id      uuid NOT NULL REFERENCES catalog.variant (id),
  location_id     uuid NOT NULL REFERENCES inventory.location (id),
  lot             text NOT NULL DEFAULT '',
  warehouse       boolean NOT NULL,
  on_hand         bigint NOT NULL DEFAULT 0,
  reserved        bigint NOT NULL DEFAULT 0 CHECK (reserved >= 0),
  backorder_limit bigint NOT NULL DEFAULT 0 CHECK (backorder_limit >= 0),
  PRIMARY KEY (variant_id, location_id, lot),
  CONSTRAINT on_hand_not_negative CHECK (NOT warehouse OR on_hand >= 0),
  CONSTRAINT never_oversold CHECK (NOT warehouse OR reserved <= on_hand + backorder_limit)
) WITH (fillfactor = 70);
CREATE INDEX stock_by_location ON inventory.stock (location_id, variant_id) WHERE warehouse;

-- What can be promised of each variant: `available` from the shelves of active warehouses, and
-- `backorder_room` beyond that (a million, the most one line may ask for, when the supplier delivers).
CREATE VIEW inventory.availability AS
SELECT v.id AS variant_id,
       s.available,
       CASE v.stock_policy
         WHEN 'backorder' THEN greatest(v.backorder_cap - s.backordered, 0)
         WHEN 'order_from_supplier' THEN 1000000
         ELSE 0
       END::bigint AS backorder_room
FROM catalog.variant v
CROSS JOIN LATERAL (
  SELECT coalesce(sum(greatest(r.on_hand - r.reserved, 0)) FILTER (WHERE l.active), 0)::bigint AS available,
         coalesce(sum(greatest(r.reserved - r.on_hand, 0)), 0)::bigint AS backordered
  FROM inventory.stock r
  JOIN inventory.location l ON l.id = r.location_id
  WHERE r.variant_id = v.id AND r.warehouse
) s;

-- What a variant is called and how it sells when it is short, for the statements of this room.
CREATE VIEW inventory.item AS
SELECT v.id AS variant_id, v.product_id, v.sku, v.barcode, v.active, v.position,
       v.stock_policy, v.backorder_cap, v.backorder_days
FROM catalog.variant v;

-- The same for people: the product's title, and the options as they read them ("Oak, 140 cm").
CREATE VIEW inventory.item_text AS
SELECT v.id AS variant_id, t.locale, t.title,
       coalesce((
         SELECT string_agg(coalesce(ov.labels ->> t.locale, ov.labels ->> 'en', ov.code), ', ' ORDER BY o.position)
         FROM catalog.option o
         JOIN catalog.option_value ov ON ov.option_id = o.id AND ov.code = v.options ->> o.code
         WHERE o.product_id = v.product_id), '') AS options
FROM catalog.variant v
JOIN catalog.product_text t ON t.product_id = v.product_id;

CREATE TABLE inventory.movement (
  id            uuid PRIMARY KEY,
  variant_id    uuid NOT NULL REFERENCES catalog.variant (id),
  lot           text NOT NULL DEFAULT '',
  from_location uuid NOT NULL REFERENCES inventory.location (id),
  to_location   uuid NOT NULL REFERENCES inventory.location (id),
  quantity      bigint NOT NULL CHECK (quantity > 0),
  reason        text NOT NULL CHECK (reason IN ('receipt', 'shipment', 'return', 'adjustment', 'transfer', 'reversal')),
  note          text NOT NULL DEFAULT '',
  cause_type    text NOT NULL,
  cause_id      uuid NOT NULL,
  order_id      uuid,
  value_minor   bigint NOT NULL DEFAULT 0 CHECK (value_minor >= 0), -- what it carried into or out of the warehouses
  reverses_id   uuid UNIQUE REFERENCES inventory.movement (id),
  moved_at      timestamptz NOT NULL,
  moved_by      text NOT NULL,
  CHECK (from_location <> to_location)
);
CREATE INDEX movement_by_variant ON inventory.movement (variant_id, moved_at DESC, id DESC);
CREATE INDEX movement_by_cause ON inventory.movement (cause_type, cause_id);
CREATE INDEX movement_by_order ON inventory.movement (order_id, variant_id) WHERE order_id IS NOT NULL;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON inventory.movement
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

-- The stored plan: what each order line was promised, from where, and how far that has come.
CREATE TABLE inventory.reservation (
  id            uuid PRIMARY KEY,
  order_id      uuid NOT NULL,
  order_line_id uuid NOT NULL,
  variant_id    uuid NOT NULL,
  location_id   uuid NOT NULL,
  lot           text NOT NULL DEFAULT '',
  quantity      bigint NOT NULL CHECK (quantity > 0),
  backordered   boolean NOT NULL DEFAULT false,  -- promised beyond what was on hand
  state         text NOT NULL CHECK (state IN ('held', 'allocated', 'picked', 'shipped', 'released')),
  expires_at    timestamptz,
  changed_at    timestamptz NOT NULL,
  FOREIGN KEY (variant_id, location_id, lot) REFERENCES inventory.stock (variant_id, location_id, lot),
  CHECK ((state = 'held') = (expires_at IS NOT NULL))
);
CREATE INDEX reservation_by_order ON inventory.reservation (order_id);
CREATE INDEX reservation_live ON inventory.reservation (variant_id, location_id, lot) WHERE state IN ('held', 'allocated', 'picked');
CREATE INDEX reservation_expiry ON inventory.reservation (expires_at) WHERE state = 'held';

-- Moving-average value of what all warehouses hold of a variant, in the books' currency.
CREATE TABLE inventory.valuation (
  variant_id  uuid PRIMARY KEY REFERENCES catalog.variant (id),
  quantity    bigint NOT NULL CHECK (quantity >= 0),
  value_minor bigint NOT NULL CHECK (value_minor >= 0),
  currency    char(3) NOT NULL,
  CHECK (quantity > 0 OR value_minor = 0)
);

CREATE SCHEMA purchasing;
-- Goods that an order needs and the shelf does not have.
CREATE TABLE purchasing.purchase_request (
  id            uuid PRIMARY KEY,
  variant_id    uuid NOT NULL REFERENCES catalog.variant (id),
  location_id   uuid NOT NULL REFERENCES inventory.location (id),
  order_id      uuid NOT NULL,
  order_line_id uuid NOT NULL,
  quantity      bigint NOT NULL CHECK (quantity > 0),
  state         text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'ordered', 'received', 'cancelled')),
  needed_by     date,
  requested_at  timestamptz NOT NULL,
  changed_at    timestamptz NOT NULL,
  changed_by    text NOT NULL
);
CREATE INDEX purchase_request_by_state ON purchasing.purchase_request (state, requested_at, id);
CREATE INDEX purchase_request_by_order ON purchasing.purchase_request (order_id);

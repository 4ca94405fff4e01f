CREATE SCHEMA fulfilment;
-- Work for one warehouse: what it has to send for one order.
CREATE TABLE fulfilment.fulfilment_order (
  id          uuid PRIMARY KEY,
  order_id    uuid NOT NULL REFERENCES orders.order (id),
  location_id uuid NOT NULL REFERENCES inventory.location (id),
  state       text NOT NULL CHECK (state IN ('open', 'picking', 'packed', 'shipped', 'cancelled')),
  created_at  timestamptz NOT NULL,
  changed_at  timestamptz NOT NULL,
  version     integer NOT NULL DEFAULT 1
);
CREATE INDEX fulfilment_order_by_state ON fulfilment.fulfilment_order (state, location_id, created_at, id);
CREATE INDEX fulfilment_order_by_order ON fulfilment.fulfilment_order (order_id);
-- Goods that come later join the work that is still open in that warehouse, or begin a new one.
CREATE UNIQUE INDEX fulfilment_order_once ON fulfilment.fulfilment_order (order_id, location_id)
  WHERE state IN ('open', 'picking', 'packed');
CREATE TABLE fulfilment.line (
  id                  uuid PRIMARY KEY,
  fulfilment_order_id uuid NOT NULL REFERENCES fulfilment.fulfilment_order (id),
  order_line_id       uuid NOT NULL REFERENCES orders.line (id),
  variant_id          uuid NOT NULL,
  lot                 text NOT NULL DEFAULT '',
  quantity            integer NOT NULL CHECK (quantity >= 0),
  picked              integer NOT NULL DEFAULT 0,
  shipped             integer NOT NULL DEFAULT 0,
  UNIQUE (fulfilment_order_id, order_line_id, lot),
  CHECK (shipped <= picked AND picked <= quantity)
);
CREATE TABLE fulfilment.shipment (
  id                  uuid PRIMARY KEY,
  number              text NOT NULL UNIQUE,       -- SH-20007
  fulfilment_order_id uuid NOT NULL REFERENCES fulfilment.fulfilment_order (id),
  order_id            uuid NOT NULL REFERENCES orders.order (id),
  location_id         uuid NOT NULL,
  state               text NOT NULL CHECK (state IN ('capturing', 'shipped', 'delivered', 'abandoned')),
  carrier             text NOT NULL,
  tracking_number     text NOT NULL DEFAULT '',
  tracking_url        text NOT NULL DEFAULT '',
  problem             text,
  created_at          timestamptz NOT NULL,
  shipped_at          timestamptz,
  delivered_at        timestamptz,
  shipped_by          text NOT NULL,
  CHECK ((shipped_at IS NULL) = (state IN ('capturing', 'abandoned')))
);
CREATE INDEX shipment_unfinished ON fulfilment.shipment (created_at) WHERE state = 'capturing';
CREATE SEQUENCE fulfilment.shipment_number START 20001;
CREATE INDEX shipment_by_order ON fulfilment.shipment (order_id, created_at);
CREATE INDEX shipment_by_time ON fulfilment.shipment (created_at DESC, id DESC);
CREATE TABLE fulfilment.shipment_line (
  shipment_id        uuid NOT NULL REFERENCES fulfilment.shipment (id),
  fulfilment_line_id uuid NOT NULL REFERENCES fulfilment.line (id),
  order_line_id      uuid NOT NULL,
  variant_id         uuid NOT NULL,
  quantity           integer NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (shipment_id, fulfilment_line_id)
);

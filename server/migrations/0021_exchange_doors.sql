-- What imports, exports and feeds need of other rooms.

-- Old addresses and where what stood there is now.
CREATE TABLE content.redirect (
  id         uuid PRIMARY KEY,
  from_path  text NOT NULL UNIQUE,               -- without the language, in lower case: /old-chair
  to_path    text NOT NULL,                      -- a path of this shop
  changed_at timestamptz NOT NULL
);

-- An order's lines with what a list of orders says of the order beside each.
CREATE VIEW orders.listed_line AS
SELECT o.id AS order_id, l.position, o.number, o.created_at, o.status, o.payment_status,
       o.fulfilment_status, o.payment_method, o.market, o.currency, o.email, o.billing_address,
       o.shipping_address, o.note, o.total_minor AS order_total_minor, o.refunded_minor,
       l.kind, l.sku, l.title, l.options, l.quantity, l.quantity_cancelled, l.quantity_shipped,
       l.quantity_refunded, l.unit_price_minor, l.net_minor, l.tax_minor, l.total_minor, l.tax_rate
FROM orders.order o
JOIN orders.line l ON l.order_id = o.id;

-- Who buys, for lists.
CREATE VIEW customers.listed AS
SELECT c.id, c.email, c.name, c.locale, c.has_account, c.created_at,
       (SELECT a.address FROM customers.address a WHERE a.customer_id = c.id AND a.is_default) AS address
FROM customers.customer c;

-- What lies where, for lists.
CREATE VIEW inventory.listed_stock AS
SELECT v.id AS variant_id, v.sku, l.id AS location_id, l.code AS location, s.lot, s.on_hand, s.reserved
FROM inventory.stock s
JOIN inventory.location l ON l.id = s.location_id
JOIN catalog.variant v ON v.id = s.variant_id
WHERE s.warehouse;

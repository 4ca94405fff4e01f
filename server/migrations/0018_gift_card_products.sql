-- What kind of thing a product is: goods that are sent, or a gift card, which is mailed once it is paid.
ALTER TABLE catalog.product ADD COLUMN kind text NOT NULL DEFAULT 'physical'
  CHECK (kind IN ('physical', 'gift_card'));
-- A gift card is a multi-purpose voucher: taxed when it is redeemed, not when it is sold.
ALTER TABLE catalog.product ADD CHECK (kind <> 'gift_card' OR tax_category = 'zero');

CREATE OR REPLACE VIEW catalog.shelf_variant AS
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
        LIMIT 1) AS picture_key,
       p.kind
FROM catalog.variant v
JOIN catalog.product p ON p.id = v.product_id;

-- Gift cards lie on no shelf: they are made when they are sold.
CREATE OR REPLACE VIEW inventory.availability AS
SELECT v.id AS variant_id,
       CASE WHEN p.kind = 'physical' THEN s.available ELSE 1000000 END::bigint AS available,
       CASE WHEN p.kind <> 'physical' THEN 0 ELSE
         CASE v.stock_policy
           WHEN 'backorder' THEN greatest(v.backorder_cap - s.backordered, 0)
           WHEN 'order_from_supplier' THEN 1000000
           ELSE 0
         END
       END::bigint AS backorder_room
FROM catalog.variant v
JOIN catalog.product p ON p.id = v.product_id
CROSS JOIN LATERAL (
  SELECT coalesce(sum(greatest(r.on_hand - r.reserved, 0)) FILTER (WHERE l.active), 0)::bigint AS available,
         coalesce(sum(greatest(r.reserved - r.on_hand, 0)), 0)::bigint AS backordered
  FROM inventory.stock r
  JOIN inventory.location l ON l.id = r.location_id
  WHERE r.variant_id = v.id AND r.warehouse
) s;

-- The kind as it was sold.
ALTER TABLE orders.line ADD COLUMN product_kind text NOT NULL DEFAULT 'physical';
CREATE OR REPLACE VIEW orders.public_line AS
SELECT id, order_id, position, kind, variant_id, sku, title, options, picture_key, quantity, unit_price_minor,
       net_minor, tax_minor, total_minor, tax_category, tax_rate, tax_jurisdiction, tax_reason, weight_grams,
       quantity_cancelled, quantity_shipped, quantity_refunded, refunded_net_minor, refunded_tax_minor,
       invoiced_net_minor, invoiced_tax_minor, promised_by, discount_minor,
       product_kind
FROM orders.line;

CREATE INDEX movement_by_refund ON credit.movement (cause_id) WHERE cause_type = 'refund';

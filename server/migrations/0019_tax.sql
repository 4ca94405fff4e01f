-- Tax beyond tables of rates: VAT ids and what is known of them, certificates of exemption, and what
-- carts and orders keep of both.
ALTER TABLE settings.market DROP CONSTRAINT market_tax_treatment_check;
ALTER TABLE settings.market ADD CONSTRAINT market_tax_treatment_check CHECK
  (tax_treatment IN ('eu-vat', 'uk-vat', 'swiss-vat', 'norwegian-vat', 'us-sales-tax', 'none'));

CREATE SCHEMA tax;

-- The latest that is known of a VAT id; orders keep what was known when they were placed.
CREATE TABLE tax.vat_id (
  vat_id              text PRIMARY KEY CHECK (vat_id ~ '^[A-Z]{2}[A-Z0-9+*]{2,12}$'),
  state               text NOT NULL CHECK (state IN ('valid', 'invalid', 'unavailable')),
  name                text NOT NULL DEFAULT '',   -- as the register has it; empty where it does not tell
  address             text NOT NULL DEFAULT '',
  consultation_number text,                       -- the register's proof that it was asked
  checked_at          timestamptz,                -- when the register last said yes or no
  asked_at            timestamptz NOT NULL,       -- when it was last asked, with or without an answer
  check_at            timestamptz,                -- set: asked again by a job from then on
  CHECK (state = 'unavailable' OR checked_at IS NOT NULL)
);
CREATE INDEX vat_id_due ON tax.vat_id (check_at) WHERE check_at IS NOT NULL;

-- Which customers ordered under which VAT id.
CREATE TABLE tax.customer_vat_id (
  customer_id uuid NOT NULL REFERENCES customers.customer (id) ON DELETE CASCADE,
  vat_id      text NOT NULL,
  used_at     timestamptz NOT NULL,
  PRIMARY KEY (customer_id, vat_id)
);

-- A customer is spared the tax of these places until the last day. Withdrawn, never deleted: orders name it.
CREATE TABLE tax.exemption_certificate (
  id           uuid PRIMARY KEY,
  customer_id  uuid NOT NULL REFERENCES customers.customer (id) ON DELETE CASCADE,
  number       text NOT NULL,
  places       text[] NOT NULL CHECK (cardinality(places) > 0),   -- US-NY, GB
  expires_on   date NOT NULL,
  added_by     text NOT NULL,
  added_at     timestamptz NOT NULL,
  withdrawn_at timestamptz,
  withdrawn_by text
);
CREATE INDEX exemption_certificate_by_customer ON tax.exemption_certificate (customer_id, added_at DESC);

-- What other rooms may read.
CREATE VIEW tax.known_vat_id AS
SELECT vat_id, state, name, consultation_number, checked_at, asked_at FROM tax.vat_id;
CREATE VIEW tax.certificate_in_force AS
SELECT customer_id, number, places, expires_on FROM tax.exemption_certificate WHERE withdrawn_at IS NULL;

ALTER TABLE cart.cart
  ADD COLUMN vat_id text,                          -- as typed
  ADD COLUMN kept_tax jsonb;                       -- a tax service's answer, by the fingerprint of what it was asked
-- VAT id and certificate as known at placing; null: neither played a part.
ALTER TABLE orders.order ADD COLUMN tax_evidence jsonb;

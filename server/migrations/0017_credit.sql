-- Gift cards and customers' store credit: money the shop owes as goods. One account is one card or one
-- customer's credit in one currency; its ledger is only added to.
CREATE SCHEMA credit;
CREATE TABLE credit.account (
  id              uuid PRIMARY KEY,
  kind            text NOT NULL CHECK (kind IN ('gift_card', 'store_credit')),
  currency        char(3) NOT NULL,
  balance_minor   bigint NOT NULL DEFAULT 0 CHECK (balance_minor >= 0),
  held_minor      bigint NOT NULL DEFAULT 0,      -- promised to orders that are not paid yet
  blocked         boolean NOT NULL DEFAULT false,
  expires_on      date,                           -- the last day it can be used
  code_hash       text UNIQUE,                    -- of a gift card's code, keyed; the code is stored nowhere
  code_end        text,                           -- its last four characters, for people
  code_shown_at   timestamptz,                    -- when staff were shown it, which happens once
  customer_id     uuid REFERENCES customers.customer (id),
  recipient_email text NOT NULL DEFAULT '',
  recipient_name  text NOT NULL DEFAULT '',
  message         text NOT NULL DEFAULT '',
  locale          text NOT NULL DEFAULT 'en',
  source          text NOT NULL CHECK (source IN ('sold', 'issued', 'refund')),
  order_line_id   uuid,                           -- the line that sold it
  created_at      timestamptz NOT NULL,
  created_by      text NOT NULL,
  version         integer NOT NULL DEFAULT 1,
  CHECK (held_minor BETWEEN 0 AND balance_minor),
  CHECK ((kind = 'gift_card') = (code_hash IS NOT NULL) AND (kind = 'gift_card') = (code_end IS NOT NULL)),
  CHECK ((kind = 'store_credit') = (customer_id IS NOT NULL))
);
CREATE UNIQUE INDEX account_of_customer ON credit.account (customer_id, currency) WHERE customer_id IS NOT NULL;
CREATE INDEX account_by_time ON credit.account (created_at DESC, id DESC) WHERE kind = 'gift_card';
CREATE INDEX account_by_end ON credit.account (code_end) WHERE kind = 'gift_card';
CREATE INDEX account_by_recipient ON credit.account USING gin (lower(recipient_email || ' ' || recipient_name) gin_trgm_ops);
CREATE INDEX account_by_line ON credit.account (order_line_id) WHERE order_line_id IS NOT NULL;
CREATE INDEX account_to_expire ON credit.account (expires_on) WHERE expires_on IS NOT NULL AND balance_minor > held_minor;

-- Each change of a balance and of what is held of it, with its cause; one a cause and kind.
CREATE TABLE credit.movement (
  id           uuid PRIMARY KEY,
  account_id   uuid NOT NULL REFERENCES credit.account (id),
  kind         text NOT NULL CHECK (kind IN ('issued', 'held', 'redeemed', 'released', 'refunded', 'expired',
                 'adjusted', 'returned')),
  amount_minor bigint NOT NULL,
  held_minor   bigint NOT NULL,
  cause_type   text NOT NULL,                     -- order_line, attempt, operation, refund, staff, expiry
  cause_id     uuid NOT NULL,
  order_id     uuid,
  reason       text NOT NULL DEFAULT '',
  actor        text NOT NULL,
  at           timestamptz NOT NULL,
  UNIQUE (account_id, kind, cause_type, cause_id),
  CHECK (amount_minor <> 0 OR held_minor <> 0)
);
CREATE INDEX movement_by_account ON credit.movement (account_id, at, id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON credit.movement
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

-- What other rooms may know: enough to show it and to count with it.
CREATE VIEW credit.spendable AS
SELECT id, kind, currency, code_end, customer_id, balance_minor, balance_minor - held_minor AS available_minor,
       blocked, expires_on, order_line_id
FROM credit.account;
CREATE VIEW credit.public_movement AS
SELECT account_id, kind, amount_minor, held_minor, cause_type, cause_id, order_id FROM credit.movement;

-- Gift cards entered into a cart, in the order in which they were.
CREATE TABLE cart.gift_card (
  cart_id    uuid NOT NULL REFERENCES cart.cart (id) ON DELETE CASCADE,
  account_id uuid NOT NULL REFERENCES credit.account (id),
  added_at   timestamptz NOT NULL,
  PRIMARY KEY (cart_id, account_id)
);
-- A signed-in customer's store credit pays first, unless they say otherwise.
ALTER TABLE cart.cart ADD COLUMN use_store_credit boolean NOT NULL DEFAULT true;

-- A part of an order that a gift card or store credit pays is an attempt of its own.
ALTER TABLE payments.attempt ADD COLUMN credit_id uuid REFERENCES credit.account (id);
ALTER TABLE payments.attempt ADD CHECK ((provider IN ('gift-card', 'store-credit')) = (credit_id IS NOT NULL));
-- A refund that goes to another account than the money came from.
ALTER TABLE payments.operation ADD COLUMN paid_to uuid REFERENCES credit.account (id);
ALTER TABLE payments.operation ADD CHECK (paid_to IS NULL OR kind = 'refund');

-- A mail that shows a gift card: its code is filled in when it is handed to the mail server, and kept nowhere.
ALTER TABLE notifications.mail ADD COLUMN gift_card_id uuid;

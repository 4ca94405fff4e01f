CREATE SCHEMA payments;
CREATE TABLE payments.attempt (
  id               uuid PRIMARY KEY,
  order_id         uuid NOT NULL REFERENCES orders.order (id),
  provider         text NOT NULL,
  currency         char(3) NOT NULL,
  amount_minor     bigint NOT NULL CHECK (amount_minor > 0),
  state            text NOT NULL CHECK (state IN ('created', 'authorising', 'requires_action', 'authorised',
                     'capturing', 'captured', 'voiding', 'voided', 'refunding', 'failed', 'unknown')),
  -- How far the provider has come with it; only ever forward, in this order. The state follows from
  -- it and from the operations (payments/advance.ts).
  phase            text NOT NULL CHECK (phase IN ('open', 'action', 'failed', 'authorised', 'released')),
  provider_ref     text,
  action           jsonb,                         -- what the shopper must do next: {type: redirect, url} or {type: transfer}
  captured_minor   bigint NOT NULL DEFAULT 0,
  refunded_minor   bigint NOT NULL DEFAULT 0,
  failure          text,
  expires_at       timestamptz,                   -- when an authorisation lapses
  check_at         timestamptz,                   -- when the sweeper next asks the provider
  checks           integer NOT NULL DEFAULT 0,
  created_at       timestamptz NOT NULL,
  changed_at       timestamptz NOT NULL,
  version          integer NOT NULL DEFAULT 1,
  -- A card cannot give more than was asked; a bank transfer can bring more, and the surplus goes back.
  CHECK (captured_minor >= 0 AND (captured_minor <= amount_minor OR provider = 'bank-transfer')),
  CHECK (refunded_minor BETWEEN 0 AND captured_minor)
);
CREATE INDEX attempt_by_order ON payments.attempt (order_id, created_at);
CREATE UNIQUE INDEX attempt_provider_ref ON payments.attempt (provider, provider_ref) WHERE provider_ref IS NOT NULL;
CREATE INDEX attempt_to_check ON payments.attempt (check_at) WHERE check_at IS NOT NULL;
-- One live attempt an order: a second one waits until the first has ended.
CREATE UNIQUE INDEX attempt_one_live ON payments.attempt (order_id)
  WHERE phase IN ('open', 'action');

-- Each call that moves money, written before it is made. Its id is the provider's idempotency key.
CREATE TABLE payments.operation (
  id           uuid PRIMARY KEY,
  attempt_id   uuid NOT NULL REFERENCES payments.attempt (id),
  kind         text NOT NULL CHECK (kind IN ('capture', 'void', 'refund')),
  amount_minor bigint NOT NULL CHECK (amount_minor >= 0),
  state        text NOT NULL CHECK (state IN ('created', 'unknown', 'succeeded', 'failed')),
  provider_ref text,
  failure      text,
  cause_type   text NOT NULL,                     -- order, shipment, refund, cancellation, bank_line, cash, …
  cause_id     uuid NOT NULL,
  check_at     timestamptz,
  checks       integer NOT NULL DEFAULT 0,
  created_at   timestamptz NOT NULL,
  changed_at   timestamptz NOT NULL,
  UNIQUE (kind, cause_type, cause_id, attempt_id)
);
CREATE INDEX operation_by_attempt ON payments.operation (attempt_id, created_at);
CREATE INDEX operation_to_check ON payments.operation (check_at) WHERE check_at IS NOT NULL;

-- A refund as the merchant decided it: which lines, how much, why. Money follows by operations.
CREATE TABLE payments.refund (
  id           uuid PRIMARY KEY,
  order_id     uuid NOT NULL REFERENCES orders.order (id),
  currency     char(3) NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  net_minor    bigint NOT NULL,
  tax_minor    bigint NOT NULL,
  -- refund: of what was invoiced; cancellation: of what will not be sent; surplus: more than was owed
  purpose      text NOT NULL CHECK (purpose IN ('refund', 'cancellation', 'surplus')),
  reason       text NOT NULL,
  lines        jsonb NOT NULL,                    -- [{orderLineId, quantity, netMinor, taxMinor}], amounts as text
  state        text NOT NULL CHECK (state IN ('pending', 'succeeded', 'failed')),
  created_at   timestamptz NOT NULL,
  created_by   text NOT NULL,
  changed_at   timestamptz NOT NULL,
  CHECK (net_minor + tax_minor = amount_minor)
);
CREATE INDEX refund_by_order ON payments.refund (order_id, created_at);

CREATE TABLE payments.webhook (
  provider     text NOT NULL,
  event_id     text NOT NULL,
  reference    text,                              -- our attempt, as far as it says
  payload      jsonb NOT NULL,
  received_at  timestamptz NOT NULL,
  processed_at timestamptz,
  outcome      text,
  PRIMARY KEY (provider, event_id)
);
CREATE INDEX webhook_unprocessed ON payments.webhook (received_at) WHERE processed_at IS NULL;
CREATE INDEX webhook_by_time ON payments.webhook (received_at DESC, provider, event_id);

-- Lines of bank statements, each booked once.
CREATE TABLE payments.bank_line (
  id           uuid PRIMARY KEY,
  fingerprint  text NOT NULL UNIQUE,
  booked_on    date NOT NULL,
  amount_minor bigint NOT NULL,
  currency     char(3) NOT NULL,
  reference    text NOT NULL,
  payer        text NOT NULL DEFAULT '',
  order_id     uuid REFERENCES orders.order (id),
  state        text NOT NULL CHECK (state IN ('matched', 'unmatched', 'ignored')),
  problem      text,
  imported_at  timestamptz NOT NULL,
  imported_by  text NOT NULL
);
CREATE INDEX bank_line_by_state ON payments.bank_line (state, imported_at DESC, id);

-- What running the invariants found, newest first: by hand in the back office or by night.
CREATE SCHEMA operations;
CREATE TABLE operations.audit_run (
  id          uuid PRIMARY KEY,
  started_at  timestamptz NOT NULL,
  finished_at timestamptz NOT NULL,
  started_by  text NOT NULL,
  clean       boolean NOT NULL,
  results     jsonb NOT NULL                      -- [{id, title, milliseconds, offences}]
);
CREATE INDEX audit_run_by_time ON operations.audit_run (started_at DESC);

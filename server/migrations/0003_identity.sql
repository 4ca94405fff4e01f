-- Who signs in: customers to the store, staff to the back office.
CREATE SCHEMA identity;

CREATE TABLE identity.account (
  id                  uuid PRIMARY KEY,
  kind                text NOT NULL CHECK (kind IN ('customer', 'staff')),
  subject_id          uuid NOT NULL UNIQUE,       -- whom it stands for: the customer, or the member of staff (then = id)
  email               text NOT NULL,
  name                text NOT NULL,
  locale              text NOT NULL,
  role                text CHECK (role IN ('owner', 'manager', 'warehouse', 'accounts', 'support')),
  active              boolean NOT NULL DEFAULT true,
  password_hash       text,                       -- argon2id; null until the first one is set
  password_generated  boolean NOT NULL DEFAULT false,
  created_at          timestamptz NOT NULL,
  version             integer NOT NULL DEFAULT 1,
  CHECK ((kind = 'staff') = (role IS NOT NULL)),
  CHECK (kind = 'customer' OR subject_id = id)
);
CREATE UNIQUE INDEX account_email ON identity.account (kind, lower(email));

CREATE TABLE identity.session (
  id           uuid PRIMARY KEY,
  token_hash   bytea NOT NULL UNIQUE,             -- SHA-256 of the cookie's value
  account_id   uuid NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
  address      text NOT NULL,
  started_at   timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL
);
CREATE INDEX session_by_account ON identity.session (account_id, started_at DESC);
CREATE INDEX session_expiry ON identity.session (expires_at);

-- Links and codes that work once: sign-up, new password, invitation, first set-up.
CREATE TABLE identity.link (
  token_hash bytea PRIMARY KEY,                   -- SHA-256 of what the mail carries
  purpose    text NOT NULL CHECK (purpose IN ('sign-up', 'reset', 'invitation', 'set-up')),
  account_id uuid REFERENCES identity.account (id) ON DELETE CASCADE,
  email      text,                                -- of a sign-up, which has no account yet
  locale     text,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at    timestamptz
);
CREATE INDEX link_by_account ON identity.link (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX link_expiry ON identity.link (expires_at);

CREATE TABLE identity.totp (
  account_id   uuid PRIMARY KEY REFERENCES identity.account (id) ON DELETE CASCADE,
  secret       bytea NOT NULL,
  confirmed_at timestamptz,                       -- null: being set up, asks nothing of anyone yet
  last_step    bigint NOT NULL DEFAULT 0          -- newest time step whose code was used; none works twice
);
CREATE TABLE identity.recovery_code (
  account_id uuid NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
  hash       bytea NOT NULL,
  used_at    timestamptz,
  PRIMARY KEY (account_id, hash)
);

-- How often something was tried lately: level falls with time, streak only with success.
CREATE TABLE identity.throttle (
  key        text PRIMARY KEY,
  level      double precision NOT NULL,
  streak     integer NOT NULL,
  counted_at timestamptz NOT NULL
);
CREATE INDEX throttle_age ON identity.throttle (counted_at);

CREATE SCHEMA customers;
CREATE TABLE customers.customer (
  id          uuid PRIMARY KEY,
  email       text NOT NULL,
  name        text NOT NULL DEFAULT '',
  locale      text NOT NULL DEFAULT 'en',
  has_account boolean NOT NULL DEFAULT false,     -- can sign in; else known from buying as a guest
  created_at  timestamptz NOT NULL,
  version     integer NOT NULL DEFAULT 1
);
-- One account and one guest record an address: buying as a guest never lands in someone's account.
CREATE UNIQUE INDEX customer_account_email ON customers.customer (lower(email)) WHERE has_account;
CREATE UNIQUE INDEX customer_guest_email ON customers.customer (lower(email)) WHERE NOT has_account;
CREATE INDEX customer_by_time ON customers.customer (created_at DESC, id DESC);
CREATE INDEX customer_search ON customers.customer USING gin ((lower(email) || ' ' || lower(name)) gin_trgm_ops);

CREATE TABLE customers.address (
  id          uuid PRIMARY KEY,
  customer_id uuid NOT NULL REFERENCES customers.customer (id) ON DELETE CASCADE,
  address     jsonb NOT NULL,
  is_default  boolean NOT NULL DEFAULT false,
  created_at  timestamptz NOT NULL
);
CREATE INDEX address_by_customer ON customers.address (customer_id, created_at);
CREATE UNIQUE INDEX address_default ON customers.address (customer_id) WHERE is_default;

CREATE TABLE customers.note (
  id          uuid PRIMARY KEY,
  customer_id uuid NOT NULL REFERENCES customers.customer (id) ON DELETE CASCADE,
  text        text NOT NULL,
  author      text NOT NULL,
  created_at  timestamptz NOT NULL
);
CREATE INDEX note_by_customer ON customers.note (customer_id, created_at DESC);

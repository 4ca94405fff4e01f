-- Who signs in. The tables that the sign-in library keeps are added by the identity room below.
CREATE SCHEMA identity;

CREATE SCHEMA customers;
CREATE TABLE customers.customer (
  id         uuid PRIMARY KEY,
  email      text NOT NULL,
  name       text NOT NULL DEFAULT '',
  locale     text NOT NULL DEFAULT 'en',
  user_id    text UNIQUE,                         -- the sign-in, once they have one
  created_at timestamptz NOT NULL,
  version    integer NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX customer_email ON customers.customer (lower(email));
CREATE TABLE customers.address (
  id          uuid PRIMARY KEY,
  customer_id uuid NOT NULL REFERENCES customers.customer (id) ON DELETE CASCADE,
  address     jsonb NOT NULL,
  is_default  boolean NOT NULL DEFAULT false,
  created_at  timestamptz NOT NULL
);
CREATE INDEX address_by_customer ON customers.address (customer_id, created_at);

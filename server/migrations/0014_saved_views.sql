-- Filters of the back office's lists under a name: of one member of staff, or shared with all.
CREATE TABLE identity.saved_view (
  id         uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
  list       text NOT NULL,
  name       text NOT NULL,
  address    text NOT NULL,                       -- the filters as a query, without "?"
  shared     boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  version    integer NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX saved_view_name ON identity.saved_view (account_id, list, lower(name));
CREATE INDEX saved_view_shared ON identity.saved_view (list) WHERE shared;

-- Which view a list opens with, for each member of staff.
CREATE TABLE identity.first_view (
  account_id uuid NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
  list       text NOT NULL,
  view_id    uuid NOT NULL REFERENCES identity.saved_view (id) ON DELETE CASCADE,
  PRIMARY KEY (account_id, list)
);
CREATE INDEX first_view_by_view ON identity.first_view (view_id);

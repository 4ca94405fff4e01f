-- What products were: the whole document after each save. Nothing is removed.
CREATE TABLE catalog.product_revision (
  product_id uuid NOT NULL REFERENCES catalog.product (id) ON DELETE CASCADE,
  number     integer NOT NULL,
  document   jsonb NOT NULL,
  saved_by   text NOT NULL,
  saved_at   timestamptz NOT NULL,
  PRIMARY KEY (product_id, number)
);
CREATE TRIGGER append_only BEFORE UPDATE ON catalog.product_revision
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

-- When a product goes on sale, or off it, by itself.
ALTER TABLE catalog.product
  ADD COLUMN publish_at       timestamptz,
  ADD COLUMN unpublish_at     timestamptz,
  ADD COLUMN schedule_problem text;             -- code of the refusal that the last attempt met

-- Addresses that were. Whoever has one now comes first; these point to a row, so chains are one step.
CREATE TABLE catalog.old_handle (
  handle     text PRIMARY KEY,
  product_id uuid NOT NULL REFERENCES catalog.product (id) ON DELETE CASCADE,
  changed_at timestamptz NOT NULL
);
CREATE TABLE catalog.old_slug (
  locale      text NOT NULL,
  slug        text NOT NULL,
  category_id uuid NOT NULL REFERENCES catalog.category (id) ON DELETE CASCADE,
  changed_at  timestamptz NOT NULL,
  PRIMARY KEY (locale, slug)
);

-- What a bulk edit can be taken back to.
ALTER TABLE catalog.bulk_edit_item ADD COLUMN revision integer;  -- that the edit made

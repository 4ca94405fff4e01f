-- Typed attributes: what products of one type say about themselves.
CREATE TABLE catalog.product_type (
  id         uuid PRIMARY KEY,
  code       text NOT NULL UNIQUE,
  names      jsonb NOT NULL,
  revision   integer NOT NULL DEFAULT 1,       -- counts changes of the schema; products follow by job
  version    integer NOT NULL DEFAULT 1,
  changed_at timestamptz NOT NULL
);

CREATE TABLE catalog.attribute (
  id           uuid PRIMARY KEY,
  type_id      uuid NOT NULL REFERENCES catalog.product_type (id) ON DELETE CASCADE,
  code         text NOT NULL,
  position     integer NOT NULL,
  names        jsonb NOT NULL,
  help         jsonb NOT NULL DEFAULT '{}',     -- for staff, beside the field
  groups       jsonb NOT NULL DEFAULT '{}',     -- the heading it stands under, by language
  kind         text NOT NULL CHECK (kind IN ('text', 'rich_text', 'number', 'boolean', 'date', 'choice',
                                             'multi_choice', 'swatch', 'file', 'reference')),
  level        text NOT NULL DEFAULT 'product' CHECK (level IN ('product', 'variant')),
  required     boolean NOT NULL DEFAULT false,
  translatable boolean NOT NULL DEFAULT false,
  filterable   boolean NOT NULL DEFAULT false,
  unit         text,
  target       text CHECK (target IN ('product', 'page')),
  choices      jsonb NOT NULL DEFAULT '[]',     -- [{code, labels, swatch}], in order
  UNIQUE (type_id, code) DEFERRABLE INITIALLY DEFERRED
);

-- A change of a type's schema that its products follow: what was, and what is.
CREATE TABLE catalog.type_change (
  type_id    uuid NOT NULL REFERENCES catalog.product_type (id) ON DELETE CASCADE,
  revision   integer NOT NULL,                  -- the revision that the change made
  before     jsonb NOT NULL,
  after      jsonb NOT NULL,
  changed_by text NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (type_id, revision)
);

-- The values are one document beside the row that they describe, {attribute code: value}.
ALTER TABLE catalog.product
  ADD COLUMN type_id uuid REFERENCES catalog.product_type (id),
  ADD COLUMN type_revision integer NOT NULL DEFAULT 1,  -- of the schema that its values follow
  ADD COLUMN attributes jsonb NOT NULL DEFAULT '{}';
CREATE INDEX product_by_type ON catalog.product (type_id, type_revision, id) WHERE type_id IS NOT NULL;

-- What lists filter by follows from the documents of the product and the variant: @code:value for
-- choices and yes or no, numbers by code. Kept by the room with each change.
ALTER TABLE catalog.variant
  ADD COLUMN attributes jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN filter_keys text[] NOT NULL DEFAULT '{}',
  ADD COLUMN filter_numbers jsonb NOT NULL DEFAULT '{}';
CREATE INDEX variant_filter_keys ON catalog.variant USING gin (filter_keys) WHERE active;

CREATE FUNCTION catalog.filter_keys(type uuid, held jsonb) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg('@' || a.code || ':' || k.key ORDER BY a.code, k.key), '{}')
  FROM catalog.attribute a
  CROSS JOIN LATERAL (
    SELECT CASE held ->> a.code WHEN 'true' THEN 'yes' ELSE 'no' END AS key
    WHERE a.kind = 'boolean' AND jsonb_typeof(held -> a.code) = 'boolean'
    UNION ALL
    SELECT held ->> a.code
    WHERE a.kind IN ('choice', 'swatch') AND jsonb_typeof(held -> a.code) = 'string'
    UNION ALL
    SELECT each.value FROM jsonb_array_elements_text(
      CASE WHEN a.kind = 'multi_choice' AND jsonb_typeof(held -> a.code) = 'array'
           THEN held -> a.code ELSE '[]' END) AS each (value)
  ) k
  WHERE a.type_id = type AND a.filterable
$$;

CREATE FUNCTION catalog.filter_numbers(type uuid, held jsonb) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT coalesce(jsonb_object_agg(a.code, held -> a.code), '{}')
  FROM catalog.attribute a
  WHERE a.type_id = type AND a.filterable AND a.kind = 'number' AND jsonb_typeof(held -> a.code) = 'number'
$$;

-- The words of a product's texts and chosen values in a language, for search documents.
CREATE FUNCTION catalog.attribute_words(product uuid, locale text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT string_agg(DISTINCT w.word, ' ')
  FROM catalog.product p
  JOIN catalog.attribute a ON a.type_id = p.type_id
  CROSS JOIN LATERAL (
    SELECT p.attributes -> a.code AS value WHERE a.level = 'product'
    UNION ALL
    SELECT v.attributes -> a.code FROM catalog.variant v
    WHERE a.level = 'variant' AND v.product_id = p.id AND v.active
  ) held
  CROSS JOIN LATERAL (
    SELECT catalog.in_locale(held.value, locale) AS word
    WHERE a.kind IN ('text', 'rich_text') AND jsonb_typeof(held.value) = 'object'
    UNION ALL
    SELECT held.value #>> '{}' WHERE a.kind IN ('text', 'rich_text') AND jsonb_typeof(held.value) = 'string'
    UNION ALL
    SELECT catalog.in_locale(c.choice -> 'labels', locale)
    FROM jsonb_array_elements(a.choices) AS c (choice)
    WHERE a.kind IN ('choice', 'swatch', 'multi_choice') AND held.value @> (c.choice -> 'code')
  ) w
  WHERE p.id = product AND w.word <> ''
$$;

-- For other rooms: what each variant says of itself, its product's values included.
CREATE VIEW catalog.shelf_attribute AS
SELECT v.id AS variant_id, v.product_id, t.code AS type_code, a.code, a.kind, a.level, a.unit,
       CASE a.level WHEN 'variant' THEN v.attributes -> a.code ELSE p.attributes -> a.code END AS value
FROM catalog.variant v
JOIN catalog.product p ON p.id = v.product_id
JOIN catalog.product_type t ON t.id = p.type_id
JOIN catalog.attribute a ON a.type_id = t.id
WHERE CASE a.level WHEN 'variant' THEN v.attributes ? a.code ELSE p.attributes ? a.code END;

-- Work on many products at once, product by product, so that a crash costs nothing.
CREATE TABLE catalog.bulk_edit (
  id          uuid PRIMARY KEY,
  change      jsonb NOT NULL,
  state       text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'done')),
  total       integer NOT NULL,
  done        integer NOT NULL DEFAULT 0,       -- products looked at, those left as they were included
  failed      integer NOT NULL DEFAULT 0,
  started_by  text NOT NULL,
  started_at  timestamptz NOT NULL,
  finished_at timestamptz
);
CREATE INDEX bulk_edit_by_start ON catalog.bulk_edit (started_at DESC, id DESC);

CREATE TABLE catalog.bulk_edit_item (
  bulk_edit_id uuid NOT NULL REFERENCES catalog.bulk_edit (id) ON DELETE CASCADE,
  product_id   uuid NOT NULL REFERENCES catalog.product (id) ON DELETE CASCADE,
  state        text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'unchanged', 'failed')),
  problem      text,                            -- code of the refusal
  PRIMARY KEY (bulk_edit_id, product_id)
);
CREATE INDEX bulk_edit_item_waiting ON catalog.bulk_edit_item (bulk_edit_id, product_id) WHERE state = 'waiting';

-- Files that a shopper may take home: data sheets, instructions.
CREATE TABLE media.file (
  id           uuid PRIMARY KEY,
  name         text NOT NULL,
  content_type text NOT NULL,
  file_key     text NOT NULL,
  bytes        integer NOT NULL,
  created_at   timestamptz NOT NULL
);

-- What other rooms may point to.
CREATE VIEW content.published_page AS
SELECT p.handle, jsonb_object_agg(t.locale, t.slug) AS slugs, jsonb_object_agg(t.locale, t.title) AS titles
FROM content.page p
JOIN content.page_text t ON t.page_id = p.id
WHERE p.published
GROUP BY p.id;

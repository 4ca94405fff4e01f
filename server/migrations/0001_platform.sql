-- What the program itself needs: events, jobs, idempotency keys, page-cache invalidations.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

CREATE SCHEMA platform;

-- Refuses every UPDATE and DELETE: attached to tables whose rows are history.
CREATE FUNCTION platform.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%.% is append-only', TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = 'SW001';
END $$;

CREATE TABLE platform.event (
  id          uuid PRIMARY KEY,
  type        text NOT NULL,
  payload     jsonb NOT NULL,
  occurred_at timestamptz NOT NULL
);
CREATE INDEX event_by_time ON platform.event (occurred_at, id);

CREATE TABLE platform.job (
  id           uuid PRIMARY KEY,
  name         text NOT NULL,
  payload      jsonb NOT NULL,
  event_id     uuid REFERENCES platform.event (id),
  unique_key   text,
  state        text NOT NULL DEFAULT 'ready' CHECK (state IN ('ready', 'done', 'failed')),
  run_at       timestamptz NOT NULL,
  attempts     integer NOT NULL DEFAULT 0,
  max_attempts integer NOT NULL DEFAULT 12,
  leased_until timestamptz,
  leased_by    text,
  error        text,
  created_at   timestamptz NOT NULL,
  done_at      timestamptz
);
CREATE INDEX job_ready ON platform.job (run_at, id) WHERE state = 'ready';
CREATE INDEX job_failed ON platform.job (created_at, id) WHERE state = 'failed';
CREATE UNIQUE INDEX job_unique_key ON platform.job (name, unique_key) WHERE state = 'ready' AND unique_key IS NOT NULL;
CREATE UNIQUE INDEX job_once_per_event ON platform.job (event_id, name) WHERE event_id IS NOT NULL;

-- One row a recurring job: whoever moves next_at forward enqueues the run.
CREATE TABLE platform.schedule (
  name    text PRIMARY KEY,
  next_at timestamptz NOT NULL
);

CREATE TABLE platform.idempotency_key (
  scope        text NOT NULL,
  key          text NOT NULL,
  endpoint     text NOT NULL,
  request_hash text NOT NULL,
  state        text NOT NULL CHECK (state IN ('in_flight', 'done')),
  leased_until timestamptz,
  status       integer,
  reply        jsonb,
  created_at   timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  PRIMARY KEY (scope, key)
);
CREATE INDEX idempotency_key_expiry ON platform.idempotency_key (expires_at);

-- A content tag that a transaction changed. Readers compare transaction ids with the snapshot of
-- their last look, so that a row committed late is never missed.
CREATE TABLE platform.touched_tag (
  xid        xid8 NOT NULL DEFAULT pg_current_xact_id(),
  tag        text NOT NULL,
  touched_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX touched_tag_by_xid ON platform.touched_tag (xid);

-- Who did what in the back office. Each row's hash covers the row before it.
CREATE TABLE platform.audit_trail (
  position   bigint PRIMARY KEY,
  at         timestamptz NOT NULL,
  actor      text NOT NULL,
  action     text NOT NULL,
  subject    text NOT NULL,
  details    jsonb NOT NULL,
  said       text NOT NULL,                       -- the details letter for letter, as they were hashed
  prior_hash text NOT NULL,
  hash       text NOT NULL
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON platform.audit_trail
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

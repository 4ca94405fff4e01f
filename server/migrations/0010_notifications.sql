CREATE SCHEMA notifications;
-- Every mail the shop has written: queued in the transaction that caused it, readable in the back office.
CREATE TABLE notifications.mail (
  id         uuid PRIMARY KEY,
  kind       text NOT NULL,
  recipient  text NOT NULL,
  locale     text NOT NULL,
  data       jsonb NOT NULL,                      -- what the template shows
  subject    text,                                -- set when rendered
  html       text,
  text       text,
  order_id   uuid,
  unique_key text UNIQUE,                         -- one mail per cause, however often asked
  state      text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sent', 'kept', 'failed')),
  error      text,
  queued_at  timestamptz NOT NULL,
  sent_at    timestamptz
);
CREATE INDEX mail_by_time ON notifications.mail (queued_at DESC, id DESC);
CREATE INDEX mail_by_order ON notifications.mail (order_id) WHERE order_id IS NOT NULL;

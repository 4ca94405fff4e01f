CREATE SCHEMA notifications;
-- Every mail the shop has written, word for word: sent where a mail server is configured, and always
-- readable in the back office.
CREATE TABLE notifications.mail (
  id          uuid PRIMARY KEY,
  kind        text NOT NULL,
  recipient   text NOT NULL,
  locale      text NOT NULL,
  subject     text NOT NULL,
  html        text NOT NULL,
  text        text NOT NULL,
  secret_link text,                               -- a link in it that opens an account: not for all staff
  order_id    uuid,
  repeats_id  uuid REFERENCES notifications.mail (id),
  unique_key  text UNIQUE,                        -- one mail per cause, however often its event is told
  state       text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sent', 'kept', 'failed')),
  problem     text,
  queued_at   timestamptz NOT NULL,
  sent_at     timestamptz,
  CHECK ((sent_at IS NOT NULL) = (state = 'sent'))
);
CREATE INDEX mail_by_time ON notifications.mail (queued_at DESC, id DESC);
CREATE INDEX mail_by_order ON notifications.mail (order_id, queued_at DESC) WHERE order_id IS NOT NULL;

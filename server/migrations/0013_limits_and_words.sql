-- Limits that count tries serve more rooms than the one that signs people in.
ALTER TABLE identity.throttle SET SCHEMA platform;

-- How much may be ordered before anything is paid; 0: no limit.
UPDATE settings.setting
SET value = '{"longestHoldMinutes": 120, "ordersPerAddress": 30, "ordersPerCustomer": 10, "unpaidPerCustomer": 10}'::jsonb || value
WHERE name = 'checkout';

CREATE INDEX order_unpaid ON orders.order (customer_id)
  WHERE customer_id IS NOT NULL AND status IN ('pending', 'placed') AND captured_minor = 0;

-- Refuses one more order of a customer: SW003 when too many were made in the last hour, SW004 when too many are
-- unpaid. Whoever asks for the same customer waits for the other's commit and then sees that order, too: a
-- function's statements look anew, each for itself. 0 is no limit. `promised` counts what is paid outside the
-- program as well (at the door, by transfer), which holds goods without anybody's promise of money.
CREATE FUNCTION orders.require_room(
  customer uuid, besides uuid, at timestamptz, most_an_hour integer, most_unpaid integer, promised text[]
) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('orders.require_room ' || customer, 0));
  IF most_an_hour > 0 AND most_an_hour <= (
    SELECT count(*) FROM orders.order o
    WHERE o.customer_id = customer AND o.id <> besides AND o.created_at > at - interval '1 hour')
  THEN
    RAISE EXCEPTION 'too many orders in an hour' USING ERRCODE = 'SW003';
  END IF;
  IF most_unpaid > 0 AND most_unpaid <= (
    SELECT count(*) FROM orders.order o
    WHERE o.customer_id = customer AND o.id <> besides
      AND o.status IN ('pending', 'placed') AND o.captured_minor = 0 AND o.total_minor > o.cancelled_minor
      AND (o.status = 'pending' OR o.payment_method = ANY (promised)))
  THEN
    RAISE EXCEPTION 'too many unpaid orders' USING ERRCODE = 'SW004';
  END IF;
END $$;

-- What an entry is about as a code and its parameters, told to readers in their language. Entries without a code
-- keep the words they were written in.
ALTER TABLE ledger.entry ADD COLUMN code text, ADD COLUMN params jsonb NOT NULL DEFAULT '{}';

-- Links that open an account are kept sealed from now on. Those that were written before are taken out of
-- what is history; a mail that waits to be sent keeps its own.
UPDATE notifications.mail
SET html = replace(html, replace(secret_link, '&', '&amp;'), '#'), text = replace(text, secret_link, '…'),
    secret_link = regexp_replace(secret_link, 'token=[^&]*', 'token=…')
WHERE secret_link IS NOT NULL AND state <> 'queued';
UPDATE notifications.mail
SET unique_key = regexp_replace(unique_key, 'token=[^&]*', 'token=' || md5(unique_key))
WHERE unique_key LIKE '%token=%';
UPDATE platform.event
SET payload = jsonb_set(payload, '{linkPath}', to_jsonb(regexp_replace(payload ->> 'linkPath', 'token=[^&]*', 'token=…')))
WHERE payload ->> 'linkPath' LIKE '%token=%';
UPDATE platform.job
SET payload = jsonb_set(payload, '{linkPath}', to_jsonb(regexp_replace(payload ->> 'linkPath', 'token=[^&]*', 'token=…')))
WHERE payload ->> 'linkPath' LIKE '%token=%' AND state = 'done';

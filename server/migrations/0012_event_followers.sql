-- Who follows an event, as declared when it was published: a follower that is added later owes it nothing,
-- and one whose job is gone has lost it.
ALTER TABLE platform.event ADD COLUMN followers text[] NOT NULL DEFAULT '{}';
UPDATE platform.event e SET followers = j.names
FROM (SELECT event_id, array_agg(name ORDER BY name) AS names FROM platform.job
      WHERE event_id IS NOT NULL GROUP BY event_id) j
WHERE j.event_id = e.id;

CREATE SCHEMA ledger;

-- Rows come into being when an entry first names them. Clearing accounts have a provider, tax
-- accounts a jurisdiction and a rate.
CREATE TABLE ledger.account (
  code         text PRIMARY KEY,
  name         text NOT NULL,                     -- in English, for exports; faces translate by role
  kind         text NOT NULL CHECK (kind IN ('asset', 'liability', 'equity', 'revenue', 'expense')),
  role         text NOT NULL,                     -- receivables, clearing, prepayments, vat, … (ledger/accounts.ts)
  provider     text,
  jurisdiction text,
  rate         numeric(7, 4),
  CHECK ((role = 'clearing') = (provider IS NOT NULL)),
  CHECK ((role = 'vat') = (jurisdiction IS NOT NULL AND rate IS NOT NULL))
);

CREATE TABLE ledger.entry (
  id            uuid PRIMARY KEY,
  cause_type    text NOT NULL,
  cause_id      uuid NOT NULL,
  description   text NOT NULL,
  business_date date NOT NULL,
  posted_at     timestamptz NOT NULL,
  order_id      uuid,
  reverses_id   uuid UNIQUE REFERENCES ledger.entry (id),
  UNIQUE (cause_type, cause_id)
);
CREATE INDEX entry_by_date ON ledger.entry (business_date, id);
CREATE INDEX entry_by_time ON ledger.entry (posted_at DESC, id DESC);
CREATE INDEX entry_by_order ON ledger.entry (order_id) WHERE order_id IS NOT NULL;

-- Debit positive, credit negative.
CREATE TABLE ledger.posting (
  entry_id     uuid NOT NULL REFERENCES ledger.entry (id),
  position     smallint NOT NULL,
  account      text NOT NULL REFERENCES ledger.account (code),
  currency     char(3) NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor <> 0),
  order_id     uuid,
  PRIMARY KEY (entry_id, position)
);
CREATE INDEX posting_by_account ON ledger.posting (account, currency);
CREATE INDEX posting_by_order ON ledger.posting (order_id, account) WHERE order_id IS NOT NULL;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON ledger.entry
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON ledger.posting
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE FUNCTION ledger.check_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM ledger.posting WHERE entry_id = NEW.entry_id
             GROUP BY currency HAVING sum(amount_minor) <> 0) THEN
    RAISE EXCEPTION 'journal entry % does not balance', NEW.entry_id USING ERRCODE = 'SW002';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER balanced AFTER INSERT ON ledger.posting
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger.check_balance();

-- Gap-free numbers: the row is locked while the document is issued.
CREATE SCHEMA invoicing;
CREATE TABLE invoicing.number_series (
  series      text NOT NULL,
  fiscal_year integer NOT NULL,
  last_number bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (series, fiscal_year)
);
CREATE TABLE invoicing.document (
  id           uuid PRIMARY KEY,
  kind         text NOT NULL CHECK (kind IN ('invoice', 'credit_note')),
  series       text NOT NULL,
  fiscal_year  integer NOT NULL,
  number       bigint NOT NULL,
  label        text NOT NULL UNIQUE,             -- as printed: INV-2026-000042
  order_id     uuid NOT NULL,
  shipment_id  uuid,
  refund_id    uuid,
  corrects_id  uuid REFERENCES invoicing.document (id),
  currency     char(3) NOT NULL,
  net_minor    bigint NOT NULL,
  tax_minor    bigint NOT NULL,
  gross_minor  bigint NOT NULL,
  content      jsonb NOT NULL,                   -- everything the PDF shows, frozen at issue
  issued_on    date NOT NULL,
  issued_at    timestamptz NOT NULL,
  UNIQUE (series, fiscal_year, number),
  CHECK (net_minor + tax_minor = gross_minor)
);
CREATE UNIQUE INDEX document_per_shipment ON invoicing.document (shipment_id) WHERE shipment_id IS NOT NULL;
CREATE INDEX document_by_order ON invoicing.document (order_id);
CREATE INDEX document_by_date ON invoicing.document (issued_at DESC, id DESC);
CREATE TABLE invoicing.document_tax (
  document_id  uuid NOT NULL REFERENCES invoicing.document (id),
  position     smallint NOT NULL,
  rate         numeric(7, 4) NOT NULL,
  jurisdiction text NOT NULL,
  reason       text NOT NULL,
  net_minor    bigint NOT NULL,
  tax_minor    bigint NOT NULL,
  PRIMARY KEY (document_id, position)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON invoicing.document
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON invoicing.document_tax
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

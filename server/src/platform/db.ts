import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";
import { assert } from "../kernel/assert.ts";
import { type Memory, newMemory } from "./memory.ts";
import { type Sql, toStatement } from "./sql.ts";

/** Something that answers SQL: a pool (each statement its own transaction) or an open transaction. */
export interface Db {
  all<Row>(query: Sql<Row>): Promise<Row[]>;
  /** Exactly one row; anything else is a bug. */
  one<Row>(query: Sql<Row>): Promise<Row>;
  maybe<Row>(query: Sql<Row>): Promise<Row | null>;
  /** How many rows were touched. */
  run(query: Sql): Promise<number>;
}

export interface Database extends Db {
  /** Runs `work` in one transaction, again from the start (at most five times) on lost races. */
  transaction<T>(work: (db: Db) => Promise<T>): Promise<T>;
  close(): Promise<void>;
  readonly pool: pg.Pool;
  readonly memory: Memory;
  /** Called for each round trip to the database, with the statement's text; for budgets and metrics. */
  onRoundTrip: (text: string) => void;
}

const { types } = pg;
types.setTypeParser(20, (text) => BigInt(text)); // int8
types.setTypeParser(1082, (text) => text); // date stays YYYY-MM-DD
types.setTypeParser(1700, (text) => text); // numeric stays exact

const transactionOpen = new AsyncLocalStorage<boolean>();

/** Calls the outside world. Refuses to run while a transaction is open: locks would wait on strangers. */
export async function external<T>(call: () => Promise<T>): Promise<T> {
  assert(transactionOpen.getStore() !== true, "no transaction is open during an external call");
  return call();
}

const lostRace = new Set(["40001", "40P01", "55P03"]);

function isLostRace(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code !== undefined && lostRace.has(error.code);
}

function pause(attempt: number): Promise<void> {
  const milliseconds = Math.random() * 10 * 2 ** attempt;
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

type Queryable = Pick<pg.Pool, "query"> | Pick<pg.PoolClient, "query">;

function answering(source: Queryable, noticed: (text: string) => void): Db {
  const send = async <Row>(query: Sql<Row>): Promise<pg.QueryResult> => {
    const statement = toStatement(query);
    noticed(statement.text);
    return (source as pg.Pool).query(statement);
  };
  return {
    all: async <Row>(query: Sql<Row>) => (await send(query)).rows as Row[],
    one: async <Row>(query: Sql<Row>) => {
      const { rows } = await send(query);
      assert(rows.length === 1, `one row, not ${rows.length}, from: ${toStatement(query).text}`);
      return rows[0] as Row;
    },
    maybe: async <Row>(query: Sql<Row>) => {
      const { rows } = await send(query);
      assert(
        rows.length <= 1,
        `at most one row, not ${rows.length}, from: ${toStatement(query).text}`,
      );
      return (rows[0] as Row | undefined) ?? null;
    },
    run: async (query: Sql) => (await send(query)).rowCount ?? 0,
  };
}

export interface DatabaseOptions {
  readonly url: string;
  readonly poolSize: number;
  /** Longest any statement may take, in milliseconds. */
  readonly statementTimeout?: number;
}

export function openDatabase(options: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolSize,
    statement_timeout: options.statementTimeout ?? 30_000,
    idle_in_transaction_session_timeout: 60_000,
    connectionTimeoutMillis: 20_000,
    application_name: "shopwright",
    // Statements are prepared once; lists travel as arrays, for which PostgreSQL would plan anew each time.
    options: "-c plan_cache_mode=force_generic_plan",
  });
  // An idle connection that breaks (the server restarted) is replaced at its next use.
  pool.on("error", () => undefined);

  const noticed = (text: string): void => database.onRoundTrip(text);
  const attempt = async <T>(work: (db: Db) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    let broken: Error | undefined;
    // A connection that dies while checked out reports on itself too; the failed query already throws.
    const onError = (error: Error): void => {
      broken = error;
    };
    client.on("error", onError);
    try {
      noticed("begin");
      await client.query("begin");
      const result = await transactionOpen.run(true, () => work(answering(client, noticed)));
      noticed("commit");
      await client.query("commit");
      return result;
    } catch (error) {
      await client.query("rollback").catch((failure: Error) => {
        broken = failure;
      });
      throw error;
    } finally {
      client.off("error", onError);
      client.release(broken);
    }
  };

  const database: Database = {
    ...answering(pool, noticed),
    pool,
    memory: newMemory(),
    onRoundTrip: () => undefined,
    close: () => pool.end(),
    transaction: async (work) => {
      assert(transactionOpen.getStore() !== true, "transactions do not nest");
      for (let tries = 1; ; tries += 1) {
        try {
          return await attempt(work);
        } catch (error) {
          if (tries >= 5 || !isLostRace(error)) throw error;
          await pause(tries);
        }
      }
    },
  };
  return database;
}

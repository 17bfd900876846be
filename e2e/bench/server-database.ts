import { randomUUID } from "node:crypto";
import { Client } from "pg";

/** withServerDatabase makes a database on a server for as long as the work lasts. */
export async function withServerDatabase<T>(
  server: string,
  work: (environment: Readonly<Record<string, string>>) => Promise<T>,
): Promise<T> {
  const name = `flakeboard_bench_${randomUUID().replaceAll("-", "")}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  await run(server, `CREATE DATABASE ${name}`);
  try {
    return await work({ DATABASE_URL: url.href });
  } finally {
    await run(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  }
}

async function run(server: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

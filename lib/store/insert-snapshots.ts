import { randomUUID } from "node:crypto";
import type { RepositoryFacts } from "#lib/model/facts.ts";
import type { FlakeFacts, FlakeRefAttributes, InputFacts, LockedSource, LockNodeFacts } from "#lib/model/flake.ts";
import { type Instant, instantFromUnixSeconds } from "#lib/model/instant.ts";
import { isOnBranch } from "#lib/model/upstream-heads.ts";
import { upstreamAmong } from "#lib/model/upstream-of.ts";
import { forgetStatements } from "./forget-statements.ts";
import { toStorableInstant, toStorableJson, toStorableKey, toStorableText } from "./storable.ts";
import type { Transaction } from "./transaction.ts";

/** SnapshotRow is a snapshot of a repository with its validity; `validTo` is null for the head. */
export interface SnapshotRow {
  readonly repositoryId: string;
  readonly commit: string;
  readonly committedAt: Instant | null;
  readonly validFrom: Instant;
  readonly validTo: Instant | null;
  readonly readAt: Instant;
  readonly origin: "observed" | "backfilled";
  readonly facts: RepositoryFacts;
}

// A node is some 500 bytes in each of two documents, which the way to the database copies a few times.
const nodesTogether = 1_000;

/** insertSnapshots writes snapshots with their flakes, inputs and lock nodes, inside the transaction of their recording. */
export async function insertSnapshots(transaction: Transaction, snapshots: readonly SnapshotRow[]): Promise<void> {
  let chunk: SnapshotRow[] = [];
  let nodes = 0;
  for (const snapshot of snapshots) {
    const own = snapshot.facts.flakes.reduce((sum, flake) => sum + nodesOf(flake).length, 0);
    if (chunk.length > 0 && nodes + own > nodesTogether) {
      await insertChunk(transaction, chunk);
      forgetStatements();
      chunk = [];
      nodes = 0;
    }
    chunk.push(snapshot);
    nodes += own;
  }
  if (chunk.length > 0) await insertChunk(transaction, chunk);
}

async function insertChunk(transaction: Transaction, snapshots: readonly SnapshotRow[]): Promise<void> {
  const rows = snapshots.map((snapshot) => ({ id: randomUUID(), ...snapshot }));
  await transaction.$executeRaw`
    INSERT INTO snapshot (id, repository_id, commit, committed_at, valid_from, valid_to, read_at, origin, facts_version,
      is_complete, stages, non_flake_kinds, facts)
    SELECT row.id, row.repository_id, row.commit, row.committed_at, row.valid_from, row.valid_to, row.read_at, row.origin,
      row.facts_version, row.is_complete, row.stages, row.non_flake_kinds, row.facts
    FROM json_to_recordset(${toStorableJson(rows.map(snapshotRow))}::json) AS row(id uuid, repository_id uuid, commit text,
      committed_at timestamptz, valid_from timestamptz, valid_to timestamptz, read_at timestamptz,
      origin "SnapshotOrigin", facts_version integer, is_complete boolean, stages text[], non_flake_kinds text[],
      facts jsonb)`;
  await insertFlakes(
    transaction,
    rows.map(({ id, facts }) => ({ snapshotId: id, flakes: facts.flakes })),
  );
}

function snapshotRow({ id, ...snapshot }: SnapshotRow & { readonly id: string }) {
  const { facts } = snapshot;
  return {
    id,
    repository_id: snapshot.repositoryId,
    commit: toStorableText(snapshot.commit),
    committed_at: toStorableInstant(snapshot.committedAt),
    valid_from: snapshot.validFrom,
    valid_to: snapshot.validTo,
    read_at: snapshot.readAt,
    origin: snapshot.origin,
    facts_version: facts.version,
    is_complete: facts.isComplete,
    stages: stagesOf(facts),
    non_flake_kinds: nonFlakeKindsOf(facts),
    facts,
  };
}

/** replaceFacts gives a snapshot the facts that were read of the same commit at `at`, unless they are the same. */
export async function replaceFacts(
  transaction: Transaction,
  id: string,
  facts: RepositoryFacts,
  at: Instant,
): Promise<void> {
  const json = toStorableJson(facts);
  const count = await transaction.$executeRaw`
    UPDATE snapshot SET facts = ${json}::jsonb, facts_version = ${facts.version},
      is_complete = ${facts.isComplete}, stages = ${stagesOf(facts)},
      non_flake_kinds = ${nonFlakeKindsOf(facts)}, read_at = ${at}::timestamptz
    WHERE id = ${id}::uuid AND facts <> ${json}::jsonb`;
  if (count === 0) return;
  await transaction.flake.deleteMany({ where: { snapshotId: id } });
  await insertFlakes(transaction, [{ snapshotId: id, flakes: facts.flakes }]);
}

function stagesOf({ stages }: RepositoryFacts): string[] {
  return [...new Set(stages.map(({ stage }) => stage))];
}

function nonFlakeKindsOf({ nonFlake }: RepositoryFacts): string[] {
  return [...new Set(nonFlake.map(({ kind }) => kind))];
}

interface FlakesOfSnapshot {
  readonly snapshotId: string;
  readonly flakes: readonly FlakeFacts[];
}

interface FlakeRow {
  readonly id: string;
  readonly snapshotId: string;
  readonly directory: string;
  readonly flake: FlakeFacts;
}

async function insertFlakes(transaction: Transaction, snapshots: readonly FlakesOfSnapshot[]): Promise<void> {
  const rows = snapshots.flatMap(({ snapshotId, flakes }): readonly FlakeRow[] =>
    [...new Map(flakes.map((flake) => [toStorableKey(flake.directory), flake]))].map(([directory, flake]) => ({
      id: randomUUID(),
      snapshotId,
      directory,
      flake,
    })),
  );
  if (rows.length === 0) return;
  await transaction.$executeRaw`
    INSERT INTO flake (id, snapshot_id, directory, role, description, parse_status, lock_status, lock_version)
    SELECT row.id, row.snapshot_id, row.directory, row.role, row.description, row.parse_status, row.lock_status,
      row.lock_version
    FROM json_to_recordset(${toStorableJson(rows.map(flakeRow))}::json) AS row(id uuid, snapshot_id uuid, directory text,
      role "FlakeRole", description text, parse_status text, lock_status text, lock_version integer)`;
  const inputs = rows.flatMap(({ id, flake }) => flake.inputs.map((input) => inputRow(id, input)));
  await transaction.$executeRaw`
    INSERT INTO input (flake_id, name, is_implicit, is_flake, follows, declared_url, upstream, ref, is_on_branch,
      node_label, revision, last_modified, is_nixpkgs)
    SELECT row.flake_id, row.name, row.is_implicit, row.is_flake, row.follows, row.declared_url, row.upstream, row.ref,
      row.is_on_branch, row.node_label, row.revision, row.last_modified, row.is_nixpkgs
    FROM json_to_recordset(${toStorableJson(inputs)}::json) AS row(
      flake_id uuid, name text, is_implicit boolean, is_flake boolean, follows text, declared_url text, upstream text,
      ref text, is_on_branch boolean, node_label text, revision text, last_modified timestamptz, is_nixpkgs boolean)
    ON CONFLICT DO NOTHING`;
  const nodes = rows.flatMap(({ id, flake }) => nodesOf(flake).map((node) => nodeRow(id, node)));
  await transaction.$executeRaw`
    INSERT INTO lock_node (flake_id, label, is_reachable, is_flake, is_nixpkgs, upstream, ref, revision, last_modified,
      introduced_by)
    SELECT row.flake_id, row.label, row.is_reachable, row.is_flake, row.is_nixpkgs, row.upstream, row.ref, row.revision,
      row.last_modified, row.introduced_by
    FROM json_to_recordset(${toStorableJson(nodes)}::json) AS row(
      flake_id uuid, label text, is_reachable boolean, is_flake boolean, is_nixpkgs boolean, upstream text,
      ref text, revision text, last_modified timestamptz, introduced_by text)
    ON CONFLICT DO NOTHING`;
}

function flakeRow({ id, snapshotId, directory, flake }: FlakeRow) {
  const { role, description, parse, lock } = flake;
  return {
    id,
    snapshot_id: snapshotId,
    directory,
    role,
    description,
    parse_status: parse.status,
    lock_status: lock.status,
    lock_version: lock.status === "ok" && isSmallInteger(lock.version) ? lock.version : null,
  };
}

function isSmallInteger(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) < 2 ** 31;
}

function inputRow(flakeId: string, input: InputFacts) {
  return {
    flake_id: flakeId,
    name: toStorableKey(input.name),
    is_implicit: input.isImplicit,
    is_flake: input.isFlake,
    follows: input.follows,
    declared_url: input.declaredUrl,
    upstream: upstreamKey(input.ref, input.original, input.locked?.attributes ?? null),
    ref: attribute(input.ref, "ref") ?? attribute(input.original, "ref") ?? input.versionRange,
    is_on_branch: isOnBranch(input),
    node_label: input.node.known ? input.node.value : null,
    revision: attribute(input.locked?.attributes ?? null, "rev"),
    last_modified: lastModifiedOf(input.locked),
    is_nixpkgs: input.isNixpkgs,
  };
}

function nodesOf({ lock }: FlakeFacts): readonly LockNodeFacts[] {
  return lock.status === "ok" ? lock.nodes : [];
}

function nodeRow(flakeId: string, node: LockNodeFacts) {
  return {
    flake_id: flakeId,
    label: toStorableKey(node.label),
    is_reachable: node.isReachable,
    is_flake: node.isFlake,
    is_nixpkgs: node.isNixpkgs,
    upstream: upstreamKey(node.original, node.locked?.attributes ?? null),
    ref: attribute(node.original, "ref"),
    revision: attribute(node.locked?.attributes ?? null, "rev"),
    last_modified: lastModifiedOf(node.locked),
    introduced_by: node.introducedBy,
  };
}

/** What was asked for tells the upstream best. */
function upstreamKey(...references: readonly (FlakeRefAttributes | null)[]): string | null {
  const upstream = upstreamAmong(...references);
  return upstream === null ? null : toStorableKey(upstream);
}

function attribute(attributes: FlakeRefAttributes | null, name: string): string | null {
  const value = attributes !== null && Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  return typeof value === "string" ? value : null;
}

// A Date reaches from about -8.64e12 to 8.64e12 seconds, and throws beyond.
const secondsMax = 8.64e12;

function lastModifiedOf(locked: LockedSource | null): Instant | null {
  if (locked === null || !locked.lastModified.known) return null;
  const seconds = locked.lastModified.value;
  return Math.abs(seconds) <= secondsMax ? toStorableInstant(instantFromUnixSeconds(seconds)) : null;
}

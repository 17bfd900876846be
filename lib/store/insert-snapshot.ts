import { randomUUID } from "node:crypto";
import type { RepositoryFacts } from "#lib/model/facts.ts";
import type { FlakeFacts, FlakeRefAttributes, InputFacts, LockedSource, LockNodeFacts } from "#lib/model/flake.ts";
import { type Instant, instantFromUnixSeconds } from "#lib/model/instant.ts";
import { toStorableInstant, toStorableJson, toStorableKey, toStorableText } from "./storable.ts";
import type { Transaction } from "./transaction.ts";
import { upstreamOf } from "./upstream-of.ts";

/** SnapshotRow is a snapshot with its validity; `validTo` is null for the head. */
export interface SnapshotRow {
  readonly commit: string;
  readonly committedAt: Instant | null;
  readonly validFrom: Instant;
  readonly validTo: Instant | null;
  readonly readAt: Instant;
  readonly origin: "observed" | "backfilled";
  readonly facts: RepositoryFacts;
}

/** insertSnapshot writes a snapshot with its flakes, inputs and lock nodes, inside the transaction of its recording. */
export async function insertSnapshot(
  transaction: Transaction,
  repositoryId: string,
  snapshot: SnapshotRow,
): Promise<void> {
  const { facts } = snapshot;
  const id = randomUUID();
  await transaction.$executeRaw`
    INSERT INTO snapshot (id, repository_id, commit, committed_at, valid_from, valid_to, read_at, origin, facts_version,
      is_complete, stages, non_flake_kinds, facts)
    VALUES (${id}::uuid, ${repositoryId}::uuid, ${toStorableText(snapshot.commit)},
      ${toStorableInstant(snapshot.committedAt)}::timestamptz, ${snapshot.validFrom}::timestamptz,
      ${snapshot.validTo}::timestamptz, ${snapshot.readAt}::timestamptz, ${snapshot.origin}::"SnapshotOrigin",
      ${facts.version}, ${facts.isComplete}, ${stagesOf(facts)}, ${nonFlakeKindsOf(facts)},
      ${toStorableJson(facts)}::jsonb)`;
  await insertFlakes(transaction, id, facts.flakes);
}

/** replaceFacts gives a snapshot the facts that were read of the same commit at `at`. */
export async function replaceFacts(
  transaction: Transaction,
  id: string,
  facts: RepositoryFacts,
  at: Instant,
): Promise<void> {
  await transaction.$executeRaw`
    UPDATE snapshot SET facts = ${toStorableJson(facts)}::jsonb, facts_version = ${facts.version},
      is_complete = ${facts.isComplete}, stages = ${stagesOf(facts)},
      non_flake_kinds = ${nonFlakeKindsOf(facts)}, read_at = ${at}::timestamptz
    WHERE id = ${id}::uuid`;
  await transaction.flake.deleteMany({ where: { snapshotId: id } });
  await insertFlakes(transaction, id, facts.flakes);
}

function stagesOf({ stages }: RepositoryFacts): string[] {
  return [...new Set(stages.map(({ stage }) => stage))];
}

function nonFlakeKindsOf({ nonFlake }: RepositoryFacts): string[] {
  return [...new Set(nonFlake.map(({ kind }) => kind))];
}

async function insertFlakes(
  transaction: Transaction,
  snapshotId: string,
  flakes: readonly FlakeFacts[],
): Promise<void> {
  const rows = [...new Map(flakes.map((flake) => [toStorableKey(flake.directory), flake]))].map(
    ([directory, flake]) => ({
      id: randomUUID(),
      directory,
      flake,
    }),
  );
  if (rows.length === 0) return;
  await transaction.$executeRaw`
    INSERT INTO flake (id, snapshot_id, directory, role, description, parse_status, lock_status, lock_version)
    SELECT row.id, ${snapshotId}::uuid, row.directory, row.role, row.description, row.parse_status, row.lock_status, row.lock_version
    FROM json_to_recordset(${toStorableJson(rows.map(({ id, directory, flake }) => flakeRow(id, directory, flake)))}::json) AS row(
      id uuid, directory text, role "FlakeRole", description text, parse_status text, lock_status text, lock_version integer)`;
  const inputs = rows.flatMap(({ id, flake }) => flake.inputs.map((input) => inputRow(id, input)));
  await transaction.$executeRaw`
    INSERT INTO input (flake_id, name, is_implicit, is_flake, follows, declared_url, upstream, ref, node_label,
      revision, last_modified, is_nixpkgs)
    SELECT row.flake_id, row.name, row.is_implicit, row.is_flake, row.follows, row.declared_url, row.upstream, row.ref,
      row.node_label, row.revision, row.last_modified, row.is_nixpkgs
    FROM json_to_recordset(${toStorableJson(inputs)}::json) AS row(
      flake_id uuid, name text, is_implicit boolean, is_flake boolean, follows text, declared_url text, upstream text,
      ref text, node_label text, revision text, last_modified timestamptz, is_nixpkgs boolean)
    ON CONFLICT DO NOTHING`;
  const nodes = rows.flatMap(({ id, flake }) => nodesOf(flake).map((node) => nodeRow(id, node)));
  await transaction.$executeRaw`
    INSERT INTO lock_node (flake_id, label, is_reachable, is_flake, is_nixpkgs, upstream, revision, last_modified)
    SELECT row.flake_id, row.label, row.is_reachable, row.is_flake, row.is_nixpkgs, row.upstream, row.revision, row.last_modified
    FROM json_to_recordset(${toStorableJson(nodes)}::json) AS row(
      flake_id uuid, label text, is_reachable boolean, is_flake boolean, is_nixpkgs boolean, upstream text,
      revision text, last_modified timestamptz)
    ON CONFLICT DO NOTHING`;
}

function flakeRow(id: string, directory: string, { role, description, parse, lock }: FlakeFacts) {
  return {
    id,
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
    upstream: upstreamAmong(input.ref, input.original, input.locked?.attributes ?? null),
    ref: attribute(input.ref, "ref") ?? attribute(input.original, "ref"),
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
    upstream: upstreamAmong(node.original, node.locked?.attributes ?? null),
    revision: attribute(node.locked?.attributes ?? null, "rev"),
    last_modified: lastModifiedOf(node.locked),
  };
}

/** What was asked for tells the upstream best; only a name of the registry says nothing until it is resolved. */
function upstreamAmong(...references: readonly (FlakeRefAttributes | null)[]): string | null {
  const upstreams = references.flatMap((reference) => (reference === null ? [] : (upstreamOf(reference) ?? [])));
  const upstream = upstreams.find((text) => !text.startsWith("indirect:")) ?? upstreams[0];
  return upstream === undefined ? null : toStorableKey(upstream);
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

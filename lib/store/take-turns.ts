import type { Transaction } from "./transaction.ts";

/** takeTurns makes writers of the same organization wait for each other until the transaction ends, by its row. */
export async function takeTurns(transaction: Transaction, organizationId: string): Promise<void> {
  await transaction.$executeRaw`SELECT 1 FROM organization WHERE id = ${organizationId}::uuid FOR UPDATE`;
}

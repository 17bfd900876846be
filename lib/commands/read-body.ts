import { AppError } from "#lib/errors/app-error.ts";

/**
 * readBody reads the body of a request as text, and stops reading beyond `bytesMax`.
 *
 * @throws AppError `parse` when it is longer.
 */
export async function readBody(request: Request, bytesMax: number): Promise<string> {
  const tooLarge = new AppError("parse", `The body is longer than ${bytesMax} bytes.`);
  if (Number(request.headers.get("content-length")) > bytesMax) throw tooLarge;
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  while (reader !== undefined) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > bytesMax) {
      await reader.cancel();
      throw tooLarge;
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks).toString("utf8");
}

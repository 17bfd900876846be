/**
 * ByteReader takes lines and counted bytes from a stream of chunks, as git's batch answers come.
 * Every method gives undefined when the stream ends first.
 */
export class ByteReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(stream: AsyncIterable<Buffer>) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  /** The text up to the next line feed, without it. A line longer than 1 KiB is no answer of git: undefined. */
  async readLine(): Promise<string | undefined> {
    for (;;) {
      const end = this.#rest.indexOf(0x0a);
      if (end >= 0) return this.#take(end + 1).toString("utf8", 0, end);
      if (this.#rest.length > 1024 || !(await this.#more())) return undefined;
    }
  }

  /** Exactly `count` bytes. */
  async readBytes(count: number): Promise<Buffer | undefined> {
    const parts: Buffer[] = [];
    for (let left = count; left > 0; ) {
      if (this.#rest.length === 0 && !(await this.#more())) return undefined;
      const part = this.#take(Math.min(left, this.#rest.length));
      parts.push(part);
      left -= part.length;
    }
    return Buffer.concat(parts, count);
  }

  /** Passes over `count` bytes without keeping them; false when the stream ended first. */
  async skipBytes(count: number): Promise<boolean> {
    for (let left = count; left > 0; ) {
      if (this.#rest.length === 0 && !(await this.#more())) return false;
      left -= this.#take(Math.min(left, this.#rest.length)).length;
    }
    return true;
  }

  #take(count: number): Buffer {
    const taken = this.#rest.subarray(0, count);
    this.#rest = this.#rest.subarray(count);
    return taken;
  }

  async #more(): Promise<boolean> {
    const next = await this.#chunks.next();
    if (next.done === true) return false;
    this.#rest = this.#rest.length === 0 ? next.value : Buffer.concat([this.#rest, next.value]);
    return true;
  }
}

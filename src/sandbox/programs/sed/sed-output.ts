/** What is written to one place. A line without an end gets one only when something follows it. */
export class SedOutput {
  #parts: string[] = [];
  #lacksEnd = false;
  readonly #delimiter: string;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  get text(): string {
    return this.#parts.join("");
  }

  line(text: string, isEnded = true): void {
    this.raw(text);
    if (isEnded) this.#parts.push(this.#delimiter);
    this.#lacksEnd = !isEnded;
  }

  /** Text that has its own ends. */
  raw(text: string): void {
    if (this.#lacksEnd) this.#parts.push(this.#delimiter);
    this.#lacksEnd = false;
    this.#parts.push(text);
  }
}

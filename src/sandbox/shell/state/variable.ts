import { hashOrder } from "./hash-order.ts";

/** A variable with its attributes. An array that has no element is declared and not set. */
export class Variable {
  kind: "scalar" | "indexed" | "associative" = "scalar";
  /** The value of a scalar; null while it is declared only. */
  value: string | null = null;
  items = new Map<string, string>();
  isExported = false;
  isReadonly = false;
  isInteger = false;
  /** Set for a variable that stands for another one, whose name it holds. */
  isReference = false;
  letterCase: "lower" | "upper" | null = null;

  copy(): Variable {
    const copy = Object.assign(new Variable(), this);
    copy.items = this.kind === "scalar" ? this.items : new Map(this.items);
    return copy;
  }

  /** The value that the bare name stands for: of an array that of the element 0. */
  get text(): string | null {
    return this.kind === "scalar" ? this.value : (this.items.get("0") ?? null);
  }

  /** The keys of an array in the order in which bash gives them; a scalar is an array of one. */
  keys(): string[] {
    if (this.kind === "scalar") return this.value === null ? [] : ["0"];
    const keys = [...this.items.keys()];
    return this.kind === "indexed" ? keys.sort((a, b) => Number(a) - Number(b)) : hashOrder(keys);
  }

  values(): string[] {
    return this.keys().map((key) => this.at(key) ?? "");
  }

  at(key: string): string | null {
    if (this.kind === "scalar") return key === "0" ? this.value : null;
    return this.items.get(key) ?? null;
  }

  get isSet(): boolean {
    return this.kind === "scalar" ? this.value !== null : this.items.size > 0;
  }

  /** Makes an array of a scalar, whose value becomes the element 0. */
  toArray(kind: "indexed" | "associative"): void {
    if (this.kind !== "scalar") return;
    if (this.value !== null) this.items = new Map([["0", this.value]]);
    this.kind = kind;
    this.value = null;
  }

  /** The number behind the last index of an indexed array. */
  get nextIndex(): number {
    return Math.max(-1, ...[...this.items.keys()].map(Number)) + 1;
  }
}

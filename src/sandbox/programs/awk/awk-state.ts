import { type ProgramCall, Refused } from "../../host/desk/program.ts";
import { AwkInput, type RecordReader } from "./awk-input.ts";
import { AwkOutput } from "./awk-output.ts";
import { AwkRecord } from "./awk-record.ts";
import type { AwkProgram } from "./awk-tree.ts";
import { type AwkValue, fromOutside, numberOf, textOf } from "./awk-values.ts";

/** What stands under a name: a value or an array. */
export interface Cell {
  value: AwkValue;
  array: Map<string, AwkValue> | null;
  /** The name that a function was called with, as long as it is not known which of both it is. */
  source: Cell | null;
}

export function newCell(source: Cell | null = null): Cell {
  return { value: undefined, array: source?.array ?? null, source };
}

/** More steps than this mean a loop without an end. */
const mostSteps = 20_000_000;

/** Everything that a running program of awk has. */
export class AwkState {
  readonly call: ProgramCall;
  readonly program: AwkProgram;
  readonly record: AwkRecord;
  readonly input: AwkInput;
  readonly output: AwkOutput;
  /** Files that `getline` reads. */
  readonly readers = new Map<string, RecordReader>();
  /** The variables of the functions that run, the innermost last. */
  readonly frames: Map<string, Cell>[] = [];
  readonly #globals = new Map<string, Cell>();
  #steps = 0;

  constructor(call: ProgramCall, program: AwkProgram, operands: readonly string[]) {
    this.call = call;
    this.program = program;
    this.output = new AwkOutput(call);
    const format = () => this.text("CONVFMT");
    this.record = new AwkRecord({ fs: () => this.text("FS"), ofs: () => this.text("OFS"), format });
    this.input = new AwkInput(call, operands, {
      began: (file) => {
        this.set("FILENAME", file);
        this.set("FNR", 0);
      },
      set: (name, text) => this.set(name, fromOutside(withEscapes(text))),
    });
    const initial = {
      FS: " ",
      OFS: " ",
      ORS: "\n",
      RS: "\n",
      NR: 0,
      FNR: 0,
      SUBSEP: "\x1c",
      CONVFMT: "%.6g",
    };
    const more = { OFMT: "%.6g", RSTART: 0, RLENGTH: -1, FILENAME: "", ARGC: operands.length + 1 };
    for (const [name, value] of Object.entries({ ...initial, ...more })) this.cell(name).value = value;
    this.cell("ARGV").array = new Map(
      ["awk", ...operands].map((one, index) => [String(index), fromOutside(one)]),
    );
    this.cell("ENVIRON").array = new Map(
      Object.entries(call.env).map(([name, text]) => [name, fromOutside(text)]),
    );
  }

  cell(name: string): Cell {
    const local = this.frames.at(-1)?.get(name);
    if (local !== undefined) return local;
    const known = this.#globals.get(name);
    if (known !== undefined) return known;
    if (this.program.functions.has(name)) throw new Refused("awk", name, "it is a function and no variable");
    const cell = newCell();
    this.#globals.set(name, cell);
    return cell;
  }

  get(name: string): AwkValue {
    if (name === "NF") return this.record.count;
    const cell = this.cell(name);
    if (cell.array !== null) throw new Refused("awk", name, "it is an array and no value");
    return cell.value;
  }

  set(name: string, value: AwkValue): void {
    if (name === "NF") this.record.count = numberOf(value);
    else if (name === "ARGC" || this.cell(name).array !== null)
      throw new Refused("awk", `${name} = `, "it is not known");
    else this.cell(name).value = value;
  }

  array(name: string): Map<string, AwkValue> {
    return arrayOf(this.cell(name), name);
  }

  text(name: string): string {
    return textOf(this.get(name), "%.6g");
  }

  step(): void {
    this.#steps += 1;
    if (this.#steps > mostSteps) throw new Refused("awk", "a loop", "it takes too long");
  }
}

function arrayOf(cell: Cell, name: string): Map<string, AwkValue> {
  if (cell.array === null) {
    if (cell.value !== undefined) throw new Refused("awk", name, "it is a value and no array");
    cell.array = cell.source === null ? new Map() : arrayOf(cell.source, name);
  }
  return cell.array;
}

/** A text of the command line, in which escapes are read as in a program. */
export function withEscapes(text: string): string {
  const known: Readonly<Record<string, string>> = {
    n: "\n",
    t: "\t",
    r: "\r",
    "\\": "\\",
    '"': '"',
    "/": "/",
  };
  return text.replace(/\\(.?)/gs, (whole, letter: string) => {
    if (Object.hasOwn(known, letter)) return known[letter] ?? "";
    if (/[0-7]/.test(letter)) throw new Refused("awk", whole, "it is not known there");
    return whole;
  });
}

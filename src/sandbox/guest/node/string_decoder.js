// node:string_decoder, for pieces that are whole characters.

export class StringDecoder {
  constructor(encoding = "utf8") {
    this.encoding = encoding;
  }

  write(buffer) {
    return buffer.toString(this.encoding);
  }

  end(buffer) {
    return buffer === undefined ? "" : this.write(buffer);
  }
}

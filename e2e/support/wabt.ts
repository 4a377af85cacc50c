import wabt from 'wabt';

const tools = wabt();

/** What an independent tool makes of the text of a module: its bytes, without names. Throws where it finds a fault. */
export async function bytesOfText(text: string, { validate = true } = {}): Promise<Uint8Array> {
  // Of a string this release takes as many bytes as it has characters.
  const module = (await tools).parseWat('module.wat', new TextEncoder().encode(text), {
    simd: true,
    multi_value: true,
  });
  try {
    if (validate) module.validate();
    return Uint8Array.from(module.toBinary({ write_debug_names: false }).buffer);
  } finally {
    module.destroy();
  }
}

/** A module's bytes without what is said in it about names. */
export function withoutNames(bytes: Uint8Array): Uint8Array {
  const MAGIC = 8;
  const CUSTOM = 0;
  let position = MAGIC;
  while (position < bytes.length) {
    const start = position;
    const id = bytes[position++]!;
    let size = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[position++]!;
      size |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    position += size;
    // Names come last.
    if (id === CUSTOM) return bytes.subarray(0, start);
  }
  return bytes;
}

/** Validates a module and gives its text as that tool writes it. Throws where it finds a fault. */
export async function validated(bytes: Uint8Array): Promise<string> {
  const module = (await tools).readWasm(bytes, { simd: true, readDebugNames: true });
  try {
    module.validate();
    module.applyNames();
    return module.toText({ foldExprs: false, inlineExport: false });
  } finally {
    module.destroy();
  }
}

import { crc32 } from 'node:zlib';

const utf8Names = 0x0800;
const version = 20;

/** A zip that holds the given files uncompressed: how vetted parts are handed to a library that only takes zips. */
export function writeZip(files: readonly { readonly name: string; readonly bytes: Buffer }[]): Buffer {
  const [local, central]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const { name, bytes } of files) {
    const nameBytes = Buffer.from(name);
    const shared = describe(bytes, nameBytes);
    local.push(header(0x04034b50, 4, shared), nameBytes, bytes);
    central.push(directoryEntry(shared, offset), nameBytes);
    offset += 30 + nameBytes.length + bytes.length;
  }
  const directory = Buffer.concat(central);
  return Buffer.concat([...local, directory, end(files.length, directory.length, offset)]);
}

/** The 26 bytes that a file's own header and its entry in the directory share. */
function describe(bytes: Buffer, name: Buffer): Buffer {
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(version, 0);
  shared.writeUInt16LE(utf8Names, 2);
  shared.writeUInt32LE(crc32(bytes), 10);
  shared.writeUInt32LE(bytes.length, 14);
  shared.writeUInt32LE(bytes.length, 18);
  shared.writeUInt16LE(name.length, 22);
  return shared;
}

function header(signature: number, length: number, rest: Buffer): Buffer {
  const head = Buffer.alloc(length);
  head.writeUInt32LE(signature, 0);
  return Buffer.concat([head, rest]);
}

function directoryEntry(shared: Buffer, offset: number): Buffer {
  const madeBy = Buffer.alloc(2);
  madeBy.writeUInt16LE(version, 0);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(offset, 10);
  return header(0x02014b50, 4, Buffer.concat([madeBy, shared, tail]));
}

function end(count: number, directoryLength: number, directoryOffset: number): Buffer {
  const record = Buffer.alloc(18);
  record.writeUInt16LE(count, 4);
  record.writeUInt16LE(count, 6);
  record.writeUInt32LE(directoryLength, 8);
  record.writeUInt32LE(directoryOffset, 12);
  return header(0x06054b50, 4, record);
}

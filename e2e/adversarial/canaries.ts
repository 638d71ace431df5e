import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

/** A bird's name for one field of one path: found anywhere it must not be, it says where it came from. */
export interface Canary {
  readonly where: string;
  readonly text: string;
}

/** Makes canaries and keeps them. */
export const aviary = () => {
  const personal: Canary[] = [];
  const number = (): string => String(personal.length).padStart(3, '0');
  const kept = (where: string, text: string): string => {
    personal.push({ where, text });
    return text;
  };
  const word = (where: string): string => kept(where, `雀${number()}zqx${number()}鸣`);
  return {
    personal,
    word,
    /** Of the shapes people's numbers have; none of them is anybody's. */
    phone: (where: string): string => kept(where, `13907${number()}${number()}`),
    caller: (path: string) => ({
      name: word(`${path} name`),
      phone: kept(`${path} phone`, `13907${number()}${number()}`),
      address: word(`${path} address`),
      email: kept(`${path} email`, `zqx${number()}@example.invalid`),
      organisation: word(`${path} organisation`),
      idNumber: kept(`${path} identity number`, `41100219900101${number()}X`),
    }),
    statement: (path: string) => ({ text: word(`${path} statement`), place: word(`${path} place`) }),
    subject: (path: string) => ({
      plate: kept(`${path} plate`, `豫KZ${number()}`),
      driver: word(`${path} driver`),
      description: word(`${path} description`),
    }),
  };
};

const escaped = (text: string): string =>
  [...text].map((char) => (char < '\u0080' ? char : `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)).join('');

/** As which bytes a text may lie somewhere. */
const formsOf = (text: string): readonly Buffer[] => [
  Buffer.from(text),
  Buffer.from(text, 'utf16le'),
  Buffer.from(escaped(text)),
  Buffer.from(encodeURIComponent(text)),
  // The middle of it, whatever it began with: of three ways to lie in base64 one is this.
  ...[0, 1, 2].map((skip) => {
    const bytes = Buffer.from(text).subarray(skip);
    return Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 3)).toString('base64'));
  }),
];

/** The canaries that are in the bytes. */
export const sung = (canaries: readonly Canary[], bytes: Buffer | string): readonly string[] => {
  const all = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes);
  return canaries.filter(({ text }) => formsOf(text).some((form) => all.includes(form))).map(({ where }) => where);
};

/** Everything the parts of a zip file (XLSX) hold, unpacked. */
export const unpacked = (file: string): Buffer => {
  const bytes = readFileSync(file);
  const parts: Buffer[] = [];
  for (let at = bytes.indexOf('PK\u0001\u0002'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 4)) {
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(from, from + bytes.readUInt32LE(at + 20));
    parts.push(bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed);
  }
  if (parts.length === 0) throw new Error(`${file} is no zip file.`);
  return Buffer.concat(parts);
};

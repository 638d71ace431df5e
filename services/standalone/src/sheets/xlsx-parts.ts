import { StringDecoder } from 'node:string_decoder';
import { formatShows, type Shows } from './serial-date.js';
import { SheetError } from './sheet.types.js';
import { stringPool, type StringPool } from './string-pool.js';
import { attribute, unescapeXml, xmlReader, type XmlEvents } from './xml.js';
import { unpacked, type Zip } from './zip.js';

/** What a cell style shows of a number, and the code of its format where the file brings one. */
export interface Style {
  readonly shows: Shows;
  readonly code?: string;
}

/** What of a workbook is needed to read any of its sheets. */
export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly part: string; readonly hidden: boolean }[];
  readonly from1904: boolean;
  /** What each cell style shows of a number, by its index. */
  readonly styles: readonly Style[];
  readonly strings: StringPool;
}

const MAX_PART = 512 * 1024 * 1024;

/** Reads a part of the workbook; a part that is not there is read as empty. `max` in bytes. */
export async function* readPart(zip: Zip, part: string, events: XmlEvents, max = MAX_PART): AsyncGenerator<void> {
  const entry = zip.entries.get(part.toLowerCase());
  if (!entry) return;
  const reader = xmlReader(events);
  const decoder = new StringDecoder('utf8');
  try {
    for await (const chunk of unpacked(zip, entry, max)) {
      reader.write(decoder.write(chunk));
      yield;
    }
    reader.end();
  } catch (error) {
    throw error instanceof SheetError ? error : new SheetError('Broken', zip.file, part, { cause: error });
  }
}

const readAll = async (zip: Zip, part: string, events: Partial<XmlEvents>): Promise<void> => {
  const nothing = (): void => {};
  const all = { open: nothing, close: nothing, text: nothing, ...events };
  for await (const _ of readPart(zip, part, all)) void _;
};

const resolved = (folder: string, target: string): string => {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : `${folder}/${target}`).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
};

const relations = async (zip: Zip, part: string) => {
  const slash = part.lastIndexOf('/');
  const folder = part.slice(0, Math.max(slash, 0));
  const found: { id: string; type: string; target: string }[] = [];
  await readAll(zip, `${folder && `${folder}/`}_rels/${part.slice(slash + 1)}.rels`, {
    open: (name, attributes) => {
      if (name !== 'Relationship') return;
      const [id, type, target] = ['Id', 'Type', 'Target'].map((field) => attribute(attributes, field) ?? '');
      found.push({ id: id!, type: type!.slice(type!.lastIndexOf('/') + 1), target: resolved(folder, target!) });
    },
  });
  return found;
};

/** `_x000D_` stands for a character XML cannot hold (ECMA-376 22.9.2.19). */
export const decoded = (text: string): string => {
  const plain = unescapeXml(text);
  return plain.includes('_x')
    ? plain.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : plain;
};

const readStrings = async (zip: Zip, part: string): Promise<StringPool> => {
  const strings = stringPool();
  let [text, inText, phonetic] = ['', false, false];
  await readAll(zip, part, {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') inText = !phonetic;
    },
    close: (name) => {
      if (name === 'si') strings.add(decoded(text));
      else if (name === 'rPh') phonetic = false;
      else if (name === 't') inText = false;
    },
    text: (piece) => {
      if (inText) text += piece;
    },
  });
  return strings;
};

const styleOf = (id: number, code: string | undefined): Style => ({
  shows: formatShows(id, code),
  ...(code !== undefined && { code }),
});

const readStyles = async (zip: Zip, part: string): Promise<Style[]> => {
  const codes = new Map<number, string>();
  const styles: Style[] = [];
  let inCells = false;
  await readAll(zip, part, {
    open: (name, attributes) => {
      const id = Number(attribute(attributes, 'numFmtId'));
      if (name === 'cellXfs') inCells = true;
      else if (name === 'numFmt') codes.set(id, attribute(attributes, 'formatCode') ?? '');
      else if (name === 'xf' && inCells) styles.push(styleOf(id, codes.get(id)));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
};

/** Reads what describes the workbook, and its shared strings. */
export const readWorkbook = async (zip: Zip): Promise<Workbook> => {
  const main = (await relations(zip, '')).find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (!zip.entries.has(main.toLowerCase()) || !/\.xml$/i.test(main)) throw new SheetError('NotASheet', zip.file);
  const parts = await relations(zip, main);
  const sheets: { name: string; part: string; hidden: boolean }[] = [];
  let from1904 = false;
  await readAll(zip, main, {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      const part = parts.find(({ id, type }) => type === 'worksheet' && id === attribute(attributes, 'id'));
      const hidden = /hidden/i.test(attribute(attributes, 'state') ?? '');
      if (part) sheets.push({ name: attribute(attributes, 'name') ?? '', part: part.target, hidden });
    },
  });
  if (sheets.length === 0) throw new SheetError('NotASheet', zip.file);
  const partOf = (type: string) => parts.find((part) => part.type === type)?.target ?? '';
  const strings = await readStrings(zip, partOf('sharedStrings'));
  return { sheets, from1904, styles: await readStyles(zip, partOf('styles')), strings };
};

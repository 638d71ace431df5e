import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadOffice, SHIPPED_OFFICE } from '@sunlit/platform';
import { SheetError } from '../sheets/index.js';
import { cells } from './damaged/cells.js';
import { files } from './damaged/files.js';
import { MAPPING, type Dirty } from './damaged/kinds-of-dirt.js';
import { tables } from './damaged/tables.js';
import { ImportError, checkFile, parseMapping, type CheckReport, type Place } from './index.js';

const office = loadOffice(SHIPPED_OFFICE);
const expected = join(import.meta.dirname, 'damaged', 'expected');
const corpus: Readonly<Record<string, Dirty>> = { ...files, ...tables, ...cells };

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), '脏表 damaged-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const place = ({ row, sheet }: Place): string => (sheet === undefined ? `${row}` : `${sheet} ${row}`);

/** The report without what every sheet of the corpus has in common. */
const told = ({ read, ready, skipped, refused, ...report }: CheckReport) => ({
  counts: { read, ready, skipped, refused },
  skipped: report.skippedRows.map((row) => `${place(row)}: ${row.reason.en}`),
  refused: report.refusedRows.map((row) => `${place(row)} ${row.column}: ${row.code}: ${row.reason.en}`),
  replies: report.replies,
  sheets: report.sheets,
  ignored: [...report.ignoredSheets, ...report.ignoredColumns],
  understood: Object.fromEntries(
    report.samples.map((sample) => [
      place(sample),
      Object.fromEntries(
        sample.fields
          .filter(({ field }) => !['source', 'medium'].includes(field))
          .map(({ field, value }) => [field, value]),
      ),
    ]),
  ),
});

const outcome = async (name: string, { bytes, mapping, name: called }: Dirty): Promise<unknown> => {
  const file = join(folder, called ?? name);
  writeFileSync(file, bytes());
  const lines = Object.entries({ ...MAPPING, ...mapping }).map(([key, value]) => `${key}: ${value}`);
  try {
    const rules = parseMapping(lines.join('\n'), 'map.yaml', office);
    return told(await checkFile({ file, mapping: rules, office, now: () => Date.parse('2021-06-01T02:00:00.000Z') }));
  } catch (error) {
    if (error instanceof SheetError) return { sheetError: error.code, text: error.text };
    if (error instanceof ImportError) return { importError: error.text };
    throw error;
  }
};

/** Each sheet of the corpus has one kind of dirt, made here; what an import says of it stands in `damaged/expected`. */
describe('a damaged sheet', () => {
  it.each(Object.keys(corpus))('%s', async (name) => {
    const report = JSON.parse(JSON.stringify(await outcome(name, corpus[name]!))) as unknown;
    expect(report).toEqual(JSON.parse(readFileSync(join(expected, `${name}.json`), 'utf8')));
  });

  it('has its report beside it, and no report is left without one', () => {
    expect(readdirSync(expected).sort()).toEqual(
      Object.keys(corpus)
        .map((name) => `${name}.json`)
        .sort(),
    );
  });
});

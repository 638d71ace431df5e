import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { read as readByLibrary, utils, write, type BookType } from '@e965/xlsx';
import fc from 'fast-check';
import { openBook, type Cell } from './index.js';
import { stringPool } from './string-pool.js';

const folder = mkdtempSync(join(tmpdir(), '表格 readings-'));
afterAll(() => rmSync(folder, { recursive: true }));

const rowsOf = async (bytes: Buffer): Promise<(Cell | undefined)[][]> => {
  const file = join(folder, 'sheet.any');
  writeFileSync(file, bytes);
  const book = await openBook(file);
  const rows: (Cell | undefined)[][] = [];
  for await (const { number, cells } of book.rows(book.sheets[0]!)) rows[number - 1] = [...cells];
  await book.close();
  return rows;
};

const plain = fc.oneof(
  fc
    .string({ unit: fc.constantFrom('甲', 'a', ' ', '<', '&', '"', '_', 'x000D', '\n', '7'), minLength: 1 })
    .map((text) => `t${text}t`),
  fc.integer({ min: -1e9, max: 1e9 }),
  fc.boolean(),
  fc.constant(null),
);

it.each(['xlsx', 'biff8'] as const)(
  'what is written as %s is read as the kept library reads it',
  async (bookType: BookType) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(plain, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
        async (rows) => {
          const book = utils.book_new();
          utils.book_append_sheet(book, utils.aoa_to_sheet([['首行'], ...rows]), '一');
          const bytes = write(book, { type: 'buffer', bookType, bookSST: true }) as Buffer;
          const library = readByLibrary(bytes, { dense: true }).Sheets['一']!['!data']!;
          const ours = await rowsOf(bytes);
          library.forEach((cells, row) =>
            cells.forEach((cell, column) => {
              if (cell?.v !== undefined) expect(ours[row]?.[column]).toEqual(cell.v);
            }),
          );
        },
      ),
      { numRuns: 40 },
    );
  },
);

it('texts in a pool are those that were put in', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
      const pool = stringPool();
      texts.forEach(pool.add);
      expect(texts.map((_, at) => pool.at(at))).toEqual(texts.map((text) => text.toWellFormed()));
      expect(pool.at(texts.length)).toBeUndefined();
    }),
  );
});

it('reads the same dates in every time zone of the machine', () => {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet([['时间'], [0], [0]]);
  sheet['A2'] = { t: 'n', v: 44256.354166666664, z: 'yyyy-mm-dd hh:mm' };
  sheet['A3'] = { t: 'n', v: 31536, z: 'yyyy-mm-dd' };
  utils.book_append_sheet(book, sheet, '一');
  const program = join(folder, 'read.mjs');
  buildSync({
    stdin: {
      contents: `import { openBook } from './index.ts';
        for (const file of process.argv.slice(2)) {
          const book = await openBook(file);
          for await (const { cells } of book.rows(book.sheets[0])) console.log(JSON.stringify(cells));
          await book.close();
        }`,
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: program,
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  const files = (['xlsx', 'biff8'] as const).map((bookType) => {
    const file = join(folder, bookType);
    writeFileSync(file, write(book, { type: 'buffer', bookType }) as Buffer);
    return file;
  });
  const html = join(folder, 'page.xls');
  writeFileSync(html, '<html><table><tr><td>2021-03-01 08:30</td></tr></table></html>');
  const told = ['Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati', 'UTC'].map((TZ) =>
    execFileSync(process.execPath, [program, ...files, html], { encoding: 'utf8', env: { TZ } }),
  );
  expect(new Set(told).size).toBe(1);
  expect(told[0]).toContain('2021-03-01T08:30:00');
  expect(told[0]).toContain('1986-05-04T00:00:00');
});

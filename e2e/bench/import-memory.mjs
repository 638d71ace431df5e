/**
 * The most memory `sunlit import` takes for a large sheet, and how long it and `--check` take: `node e2e/bench/import-memory.mjs [rows]`, 100,000
 * where no number is given, after `npm run build`. Makes the sheet as CSV and as XLSX with shared texts, in the columns of
 * examples/hotline-orders.csv, and imports each into an empty folder with the program as it is started by anybody.
 */
import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { fileURLToPath } from 'node:url';
import { crc32, deflateRawSync } from 'node:zlib';

const root = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAM = join(root, 'services/standalone/bin/sunlit.js');
const MAPPING = join(root, 'examples/hotline-orders.mapping.yaml');
const ROWS = Number(process.argv[2] ?? 100_000);
/** The promise, in MiB. */
const TARGET = 300;

const [header] = readFileSync(join(root, 'examples/hotline-orders.csv'), 'utf8')
  .replace(/^\ufeff/, '')
  .split(/\r?\n/);
const COLUMNS = header.split(',');
const MATTERS = [
  ['咨询', '公交线路', '请问公交车末班车几点从火车站发出', '末班车20:30由火车站发出，冬季不变，节假日另行公告。'],
  ['咨询', 'ETC', '卡丢了，到哪里补办，要带什么证件', '请携本人证件和行驶证到任一服务网点补办，当日办结。'],
  ['投诉', '公交服务', '等了四十分钟没有车，到站又不停', '已约谈当班驾驶员并加密班次，向您致歉。'],
  ['求助', '失物查找', '把包落在出租车上了，记得在东大街下车', '已联系到当班驾驶员，物品已归还。'],
  ['建议', '公交班次', '建议上下班时间多发几班车', '建议已转公交公司，下月调整。'],
];
const two = (value) => String(value).padStart(2, '0');
const RATED = ['非常满意', '满意', '不满意', '无人接听', '未回访'];

/** One row; no two say the same, as in a real register. */
const rowAt = (n) => {
  const [kind, category, asks, answer] = MATTERS[n % MATTERS.length];
  const day = `2021-${two((n % 12) + 1)}-${two((n % 27) + 1)}`;
  const rated = RATED[n % RATED.length];
  return [
    `XC2021${String(n).padStart(8, '0')}`,
    '12345热线',
    n % 3 ? '电话' : '微信',
    kind,
    category,
    n % 9 ? '一般' : '紧急',
    `第${n}件：${asks}`,
    `${asks}。这是第${n}件来件的内容，来电人说明了时间、地点和经过，希望尽快答复。`,
    `东大街${n % 900}号`,
    `群众${n}`,
    `139${String(n).padStart(8, '0')}`,
    `${day} 08:${two(n % 60)}:${two(n % 59)}`,
    '公交公司',
    `${answer}（第${n}件）`,
    `${day} 18:${two(n % 60)}`,
    rated,
    rated === '未回访' ? '' : `${day} 19:00`,
  ];
};

const makeCsv = (file) => {
  const lines = [COLUMNS.join(',')];
  for (let n = 1; n <= ROWS; n++) lines.push(rowAt(n).join(','));
  writeFileSync(file, `\ufeff${lines.join('\r\n')}\r\n`);
};

const zipped = (parts) => {
  const [bodies, directory] = [[], []];
  let offset = 0;
  for (const [name, content] of parts) {
    const [title, whole] = [Buffer.from(name), Buffer.from(content)];
    const packed = deflateRawSync(whole, { level: 6 });
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt16LE(33, 8);
    fields.writeUInt32LE(crc32(whole), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(whole.length, 18);
    fields.writeUInt16LE(title.length, 22);
    const central = Buffer.alloc(16);
    central.writeUInt32LE(offset, 12);
    bodies.push(Buffer.from('PK\u0003\u0004'), fields, title, packed);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), fields, central.subarray(2), title);
    offset += 30 + title.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, central, end]);
};

const makeXlsx = (file) => {
  const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const RELS = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const texts = new Map();
  const cell = (text, column, row) => {
    if (text === '') return '';
    const at = texts.get(text) ?? texts.size;
    texts.set(text, at);
    return `<c r="${String.fromCharCode(65 + column)}${row}" t="s"><v>${at}</v></c>`;
  };
  const line = (cells, row) => `<row r="${row}">${cells.map((text, at) => cell(text, at, row)).join('')}</row>`;
  const lines = [line(COLUMNS, 1)];
  for (let n = 1; n <= ROWS; n++) lines.push(line(rowAt(n), n + 1));
  const strings = [...texts.keys()].map((text) => `<si><t>${text}</t></si>`).join('');
  const part = (type, name) =>
    `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  const link = (id, type, target) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  writeFileSync(
    file,
    zipped([
      [
        '[Content_Types].xml',
        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${part('sheet.main', 'xl/workbook.xml')}${part('worksheet', 'xl/worksheets/sheet1.xml')}${part('sharedStrings', 'xl/sharedStrings.xml')}</Types>`,
      ],
      [
        '_rels/.rels',
        `<Relationships xmlns="${RELS}">${link('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
      ],
      [
        'xl/workbook.xml',
        `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ],
      [
        'xl/_rels/workbook.xml.rels',
        `<Relationships xmlns="${RELS}">${link('rId1', 'worksheet', 'worksheets/sheet1.xml')}${link('rId2', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
      ],
      ['xl/worksheets/sheet1.xml', `<worksheet xmlns="${MAIN}"><sheetData>${lines.join('')}</sheetData></worksheet>`],
      ['xl/sharedStrings.xml', `<sst xmlns="${MAIN}">${strings}</sst>`],
    ]),
  );
};

/** The most a process had resident so far, in MiB, as the kernel counts it (VmHWM). */
const highWater = (pid) => {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
};

/** Runs the program and watches it: the whole is this process, which has all its threads. */
const run = (args) =>
  new Promise((resolve, reject) => {
    const began = process.hrtime.bigint();
    const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    let [most, out] = [0, ''];
    child.stdout.on('data', (piece) => (out += piece));
    const watch = setInterval(() => (most = Math.max(most, highWater(child.pid))), 20);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(watch);
      const seconds = Number(process.hrtime.bigint() - began) / 1e9;
      if (code === 0) resolve({ most, seconds, report: JSON.parse(out) });
      else reject(new Error(`sunlit ${args.join(' ')} ended with ${code}: ${out.slice(0, 2000)}`));
    });
  });

if (!existsSync(join(root, 'services/standalone/dist')))
  throw new Error('Nothing is built: run "npm run build" first.');
const folder = mkdtempSync(join(tmpdir(), 'sunlit-import-'));
try {
  const [, , , only] = process.argv;
  for (const [name, make] of Object.entries({ csv: makeCsv, xlsx: makeXlsx })) {
    if (only && only !== name) continue;
    const [sheet, data] = [join(folder, `sheet.${name}`), join(folder, `data-${name}`)];
    make(sheet);
    console.log(`${name}: ${ROWS} rows, ${(statSync(sheet).size / 2 ** 20).toFixed(1)} MiB`);
    const show = (what, { most, seconds }) =>
      console.log(
        `  ${what.padEnd(13)} ${most.toFixed(0).padStart(4)} MiB at most (to stay under ${TARGET}), ${seconds.toFixed(1)} s`,
      );
    const flags = ['--json', '--data', data, 'import', sheet, '--mapping', MAPPING];
    const checked = await run([...flags, '--check']);
    if (checked.report.ready !== ROWS) throw new Error(`${checked.report.ready} rows are ready`);
    if (existsSync(data) && readdirSync(data).length > 0) throw new Error('--check wrote something');
    show('--check', checked);
    const first = await run(flags);
    if (first.report.added !== ROWS) throw new Error(`${first.report.added} rows were added`);
    show('import', first);
    const again = await run(flags);
    if (again.report.unchanged !== ROWS) throw new Error(`${again.report.unchanged} rows were unchanged`);
    show('once more', again);
  }
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

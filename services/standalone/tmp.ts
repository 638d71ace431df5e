import { derivedId } from '@sunlit/kernel'; import { loadOffice } from '@sunlit/platform';
import { importFile, parseMapping } from './src/import/index.js';
const office = loadOffice('/work/main/services/standalone/office.yaml');
const mapping = parseMapping(`rows: history
number: 工单编号
source: { always: '12345' }
medium: { always: phone }
kind: { always: complaint }
category: { always: other.matter }
summary: 标题
statement: 内容
caller: { name: 来电人, phone: 电话 }
cameAt: { column: 来电时间 }
answer: { text: 答复, at: { column: 答复时间 } }
rating: { column: 评价, by: office, values: { 满意: 4 } }`, 'm', office);
const rpc = { call: async (_: string, op: string, p: any) => { await new Promise(setImmediate); return op === 'bySource' ? { stream: null } : { stream: `complaint-${derivedId('12345', p.data.externalNumber ?? 'x')}`, events: ['x'], revision: 1, position: 1 } as any; } };
let max = 0; const t = Date.now();
const r = await importFile({ file: '/tmp/big.xlsx', mapping, rpc, office, by: { account: 't', role: 'importer' }, demo: false, now: Date.now, onProgress: () => { } });
max = process.resourceUsage().maxRSS / 1024;
console.log(r.read, r.added, r.refused, r.refusedRows[0], Date.now() - t, 'ms', Math.round(max), 'MB');

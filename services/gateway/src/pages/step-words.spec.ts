import { loadOffice, SHIPPED_OFFICE } from '@sunlit/platform';
import { namesOf } from './names.js';
import { wordsOf } from './step-words.js';

const names = namesOf(loadOffice(SHIPPED_OFFICE));
const told = (data: Readonly<Record<string, unknown>>): string =>
  wordsOf(data, names, (instant) => instant.slice(0, 16).replace('T', ' '))
    .map(({ zh }) => zh)
    .join(' · ');

describe('what a step says', () => {
  it.each([
    [{ due: { on: '2026-12-01' }, because: 'accepted' }, '2026-12-01 前办结'],
    [
      { due: { on: '2026-12-08' }, from: '2026-12-01', because: 'suspended' },
      '挂起期间不计 · 2026-12-08 前办结 · 原定 2026-12-01',
    ],
    [{ unit: 'city-transit', from: 'transport', round: 1 }, '城市公共交通服务中心 · 此前 运输管理科'],
    [{ outcome: 'no-answer', round: 1 }, '无人接听'],
    [{ level: 1, round: 1 }, '非常不满意'],
    [{ solved: 'partly', because: 'slow', round: 1 }, '部分解决 · 办理太慢'],
    [{ by: 'hand', reason: '抽查' }, '人工挑选'],
    [{ purpose: 'chase-up', source: '12345', medium: 'phone' }, '12345政务服务便民热线 · 电话 · 催办'],
    [
      { platform: '12345', number: 'XC-1', dispatchedAt: '2026-01-05T09:00:00Z', dueAt: '2026-01-20T17:30:00Z' },
      '12345政务服务便民热线 · 派发 2026-01-05 09:00 · 平台要求办结 2026-01-20 17:30',
    ],
    [{ ground: 'waits-on-authority', on: '2026-11-17', until: '2026-12-15' }, '等待其他机关函复或会商 · 至 2026-12-15'],
    [
      { changes: { category: 'bus.service', cameAt: '2026-01-05T09:00:00Z' } },
      '改为 驾驶员服务与行车、来件时间 2026-01-05 09:00',
    ],
    [{ coded: { field: 'city-passengers', district: 'weidu' } }, '城市客运、魏都区'],
    [{ to: 'complaint-01a1ce8d-a218-7164-bdd9-6e300423fc6d', kind: 'complaint' }, '投诉'],
    [{ task: 'x', hold: 'y', round: 3 }, ''],
  ])('%j is told as %s', (data, zh) => expect(told(data)).toBe(zh));
});

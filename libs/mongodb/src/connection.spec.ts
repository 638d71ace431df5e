import { Unavailable } from '@sunlit/kernel';
import { mongodbConnection } from './connection.js';

const subject = { zh: '数据库', en: 'database' };

describe('the address of a MongoDB', () => {
  it('names its database, or the options do', () => {
    const placeOf = (uri: string, database?: string) =>
      mongodbConnection({ uri, subject, ...(database !== undefined && { database }) }).place;
    expect(placeOf('mongodb://h1:1,h2:2/office?replicaSet=r')).toBe('mongodb://h1:1,h2:2/office');
    expect(placeOf('mongodb://h', 'd')).toBe('mongodb://h/d');
    expect(() => placeOf('mongodb://u:secret@h/')).toThrow('mongodb://h names no database');
  });
});

describe('work with a MongoDB', () => {
  it('is given up as Unavailable after the patience stated, though nothing fails', async () => {
    const connection = mongodbConnection({ uri: 'mongodb://127.0.0.1:1/office', subject, patienceMs: 1 });
    await expect(connection.run(async () => 1)).rejects.toThrow(Unavailable);
    await connection.close();
  });
});

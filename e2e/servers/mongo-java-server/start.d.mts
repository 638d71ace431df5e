export interface MongoJavaServer {
  readonly url: string;
  readonly name: string;
  readonly version: string;
  readonly pid: number;
  stop(): Promise<void>;
}

export function startMongoJavaServer(options?: {
  readonly port?: number;
  readonly folder?: string;
}): Promise<MongoJavaServer>;

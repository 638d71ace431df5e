import 'reflect-metadata';
import { Body, Controller, Inject, Module, Post, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { CommandPayload } from '@sunlit/casework';
import type { JsonObject } from '@sunlit/kernel';
import type { BackEnd } from './back-end.js';

const BACK_END = Symbol('BackEnd');
const BY = { account: 'operator', role: 'operator' } as const;

@Controller()
class RegisterController {
  constructor(@Inject(BACK_END) private readonly backEnd: BackEnd) {}

  @Post('register')
  async register(@Body() body: Pick<CommandPayload, 'commandId' | 'data'>): Promise<JsonObject> {
    return this.backEnd.command({ ...body, type: 'RegisterCase', by: BY });
  }
}

@Module({})
class BareModule {
  static for(backEnd: BackEnd): DynamicModule {
    const providers = [{ provide: BACK_END, useValue: backEnd }];
    return { module: BareModule, controllers: [RegisterController], providers };
  }
}

/** One route of Nest on Fastify before a back end: `POST /register`. */
export const bareFront = async (backEnd: BackEnd) => {
  const app = await NestFactory.create<NestFastifyApplication>(BareModule.for(backEnd), new FastifyAdapter(), {
    logger: false,
  });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as { readonly port: number };
  return { url: `http://127.0.0.1:${port}`, close: () => app.close() };
};

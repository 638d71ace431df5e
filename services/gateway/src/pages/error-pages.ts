import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { Refused, Unavailable, timeOrderedId } from '@sunlit/kernel';
import type { Text } from '@sunlit/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Gateway } from '../gateway.types.js';
import { refusedText, type LogError } from '../graphql/errors.js';
import { html } from './html.js';
import { layout } from './layout.js';

interface Fault {
  readonly status: number;
  readonly code: string;
  readonly text: Text;
  readonly retryAfter?: number;
}

const BY_STATUS: Readonly<Record<number, { readonly code: string; readonly text: Text }>> = {
  400: {
    code: 'BAD_REQUEST',
    text: {
      zh: '请求无法理解:请检查格式(应为 JSON)。',
      en: 'The request cannot be read: check its format (JSON is expected).',
    },
  },
  403: {
    code: 'FORBIDDEN',
    text: { zh: '请求来自另一网站,未予处理。', en: 'The request came from another site and was not handled.' },
  },
  404: { code: 'NOT_FOUND', text: { zh: '没有这一页。', en: 'There is no such page.' } },
  413: {
    code: 'TOO_LARGE',
    text: { zh: '内容超过 1 MB,请缩小后再发。', en: 'The body is over 1 MB: send less at once.' },
  },
  415: {
    code: 'WRONG_TYPE',
    text: {
      zh: '内容类型不受支持:应为 application/json。',
      en: 'The content type is not supported: send application/json.',
    },
  },
  503: {
    code: 'UNAVAILABLE',
    text: { zh: '服务暂时不可用,请稍后再试。', en: 'The service is unavailable for the moment: try again shortly.' },
  },
};

const statusOf = (error: unknown): number => {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode } = (error ?? {}) as { readonly statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : 500;
};

const REFUSED_STATUS: Readonly<Record<string, number>> = {
  TooManyRequests: 429,
  NotSignedIn: 401,
  NotAllowed: 403,
  NoSuchCase: 404,
  NoSuchAnswer: 404,
  UnknownFigure: 404,
};

const refusedFault = (refused: Refused): Fault => {
  const { code, details } = refused;
  return {
    status: REFUSED_STATUS[code] ?? 400,
    code,
    text: refusedText(refused),
    ...(code === 'TooManyRequests' && { retryAfter: Number(details['seconds'] ?? 5) }),
  };
};

/** What is told of anything that went wrong outside GraphQL's own errors: JSON to programs, a page to people; both languages. */
@Catch()
export class ErrorPages implements ExceptionFilter {
  constructor(
    private readonly gateway: Gateway,
    private readonly logError: LogError,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const [request, reply] = [http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>()];
    const fault = this.faultOf(error);
    void reply.status(fault.status);
    if (fault.retryAfter) void reply.header('retry-after', String(fault.retryAfter));
    const { code, text } = fault;
    if (!wantsPage(request)) {
      const message = `${text.zh} ${text.en}`;
      void reply.send({ errors: [{ message, extensions: { code, textZh: text.zh, textEn: text.en } }] });
      return;
    }
    const page = layout(this.gateway, {
      title: text,
      viewer: null,
      body: html`<h1>${fault.status}</h1>
        <p class="lead">${text.zh}</p>
        <p lang="en">${text.en}</p>
        <p><a href="/">首页 Home</a></p>`,
    });
    void reply.header('content-type', 'text/html; charset=utf-8').send(page);
  }

  private faultOf(error: unknown): Fault {
    if (error instanceof Refused) return refusedFault(error);
    const status = error instanceof Unavailable ? 503 : statusOf(error);
    const known = BY_STATUS[status];
    if (status === 503) this.logError(null, error);
    if (known) return { status, ...known, ...(status === 503 && { retryAfter: 5 }) };
    const id = timeOrderedId(this.gateway.clock());
    this.logError(id, error);
    return {
      status: 500,
      code: 'INTERNAL',
      text: { zh: `程序出错,编号 ${id}。`, en: `Something went wrong; it is logged as ${id}.` },
    };
  }
}

const wantsPage = ({ url, headers }: FastifyRequest): boolean =>
  !url.startsWith('/graphql') && (headers.accept ?? '').includes('text/html');

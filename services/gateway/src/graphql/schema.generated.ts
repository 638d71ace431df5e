/* eslint-disable -- Generated from schema/*.graphql by `npm run generate`: change those. */
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ListedAccount } from '../accounts/accounts.projection.js';
import type {
  CaseProgress as Progress,
  CaseView,
  FigureEvent as FigureEntry,
  Restated as RestatedEntry,
} from '@sunlit/contracts';
import type { SignedIn as SignInAnswer } from '../sign-in/sign-in.js';
import type { AskedFigure } from '../resolvers/figures.resolvers.js';
import type { Counts } from '../resolvers/case-pages.js';
import type { RequestContext } from './context.js';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string };
  String: { input: string; output: string };
  Boolean: { input: boolean; output: boolean };
  Int: { input: number; output: number };
  Float: { input: number; output: number };
  /** 日期,如 2021-04-12(机关所在时区)。 A calendar day of the office, such as 2021-04-12. */
  Day: { input: string; output: string };
  /** 时刻,ISO 8601 UTC,如 2021-04-12T02:00:00.000Z。 An instant, ISO 8601 in UTC. */
  Instant: { input: string; output: string };
  /** 普通 JSON 值,不含个人信息。 A plain JSON value without personal data. */
  Json: { input: unknown; output: unknown };
};

/** 账号。 An account. */
export type Account = {
  readonly __typename?: 'Account';
  /** 账号名。 Its name. */
  readonly account: Scalars['String']['output'];
  /** 角色。 Its role. */
  readonly role: Role;
  /** 所属单位代码。 The unit it acts for. */
  readonly unit?: Maybe<Scalars['String']['output']>;
  /** 已停用。 Whether it is disabled. */
  readonly disabled: Scalars['Boolean']['output'];
};

/** 登录成功。 A sign-in. */
export type SignedIn = {
  readonly __typename?: 'SignedIn';
  /** 令牌:放在请求头 Authorization: Bearer …。 The token, for the header Authorization: Bearer … */
  readonly token: Scalars['String']['output'];
  /** 账号名。 The account. */
  readonly account: Scalars['String']['output'];
  /** 角色。 Its role. */
  readonly role: Role;
  /** 所属单位代码。 The unit it acts for. */
  readonly unit?: Maybe<Scalars['String']['output']>;
  /** 令牌失效时刻。 When the token expires. */
  readonly expiresAt: Scalars['Instant']['output'];
};

/** 登录的结果。 What became of a sign-in. */
export type SignInResult = SignedIn | Refusal;

/** 账号操作的结果。 What became of a change to an account. */
export type AccountResult = Account | Refusal;

/** 新账号。 A new account. */
export type CreateAccountInput = {
  /** 账号名:小写字母、数字、点、下划线、连字符,2 至 40 个字符。 Lower-case letters, digits, dot, underscore, hyphen; 2 to 40. */
  readonly account: Scalars['String']['input'];
  /** 密码,10 至 200 个字符。 The password, 10 to 200 characters. */
  readonly password: Scalars['String']['input'];
  /** 角色。 The role. */
  readonly role: Role;
  /** 所属单位代码;经办人必填。 The unit it acts for; a unit handler needs one. */
  readonly unit?: InputMaybe<Scalars['String']['input']>;
  /** 命令编号(UUID);重发时用同一个。 The command's id, the same when sent again. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
};

/** 设置密码。 A new password. */
export type SetPasswordInput = {
  /** 账号名。 The account. */
  readonly account: Scalars['String']['input'];
  /** 新密码,10 至 200 个字符。 The new password, 10 to 200 characters. */
  readonly password: Scalars['String']['input'];
  /** 命令编号。 The command's id. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
};

/** 停用、恢复或删除账号。 Disables, enables or erases an account. */
export type AccountInput = {
  /** 账号名。 The account. */
  readonly account: Scalars['String']['input'];
  /** 命令编号。 The command's id. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
};

/** 查询。 What can be read. */
export type Query = {
  readonly __typename?: 'Query';
  /** 当前登录的账号;未登录为空。 Who is signed in; null for nobody. */
  readonly me?: Maybe<Account>;
  /** 全部账号。 All accounts. */
  readonly accounts: ReadonlyArray<Account>;
  /** 事项列表。 Cases, by page. */
  readonly cases: CaseConnection;
  /** 一个事项。 One case. */
  readonly case?: Maybe<Case>;
  /** 按对外编号找事项。 The case of a number. */
  readonly caseByNumber?: Maybe<Case>;
  /** 一个事项的经过与期限,不含个人信息。 One matter's story and clock, without personal data. */
  readonly caseTimeline?: Maybe<CaseTimeline>;
  /** 同一电话的其他事项。 The caller's other cases, by telephone. */
  readonly callerCases: ReadonlyArray<Case>;
  /** 凭编号与查询码查进度,无需登录。 Progress by number and query code, without signing in. */
  readonly caseProgress: CaseProgressResult;
  /** 工作台上的数目。 The desk's numbers. */
  readonly deskCounts: DeskCounts;
  /** 全部指标的定义。 The definitions of all figures. */
  readonly figureDefinitions: ReadonlyArray<FigureDefinition>;
  /** 多个指标,按时间段与一个维度。 Several figures by bucket and one dimension. */
  readonly statistics: Statistics;
  /** 一个数字及其来历。 One figure and where it comes from. */
  readonly figure: Figure;
  /** 机关档案。 The office profile. */
  readonly office: Office;
  /** 被搁置的事件流。 The streams set aside. */
  readonly setAside: ReadonlyArray<SetAside>;
};

/** 查询。 What can be read. */
export type QueryCasesArgs = {
  service?: InputMaybe<Service>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CaseFilter>;
  queue?: InputMaybe<Queue>;
  search?: InputMaybe<Scalars['String']['input']>;
  sort?: InputMaybe<CaseSort>;
  descending?: InputMaybe<Scalars['Boolean']['input']>;
  atLeast?: InputMaybe<Scalars['String']['input']>;
};

/** 查询。 What can be read. */
export type QueryCaseArgs = {
  id: Scalars['ID']['input'];
  atLeast?: InputMaybe<Scalars['String']['input']>;
};

/** 查询。 What can be read. */
export type QueryCaseByNumberArgs = {
  number: Scalars['String']['input'];
};

/** 查询。 What can be read. */
export type QueryCaseTimelineArgs = {
  id: Scalars['ID']['input'];
};

/** 查询。 What can be read. */
export type QueryCallerCasesArgs = {
  phone: Scalars['String']['input'];
};

/** 查询。 What can be read. */
export type QueryCaseProgressArgs = {
  number: Scalars['String']['input'];
  queryCode: Scalars['String']['input'];
};

/** 查询。 What can be read. */
export type QueryDeskCountsArgs = {
  service?: InputMaybe<Service>;
  filter?: InputMaybe<CaseFilter>;
  atLeast?: InputMaybe<Scalars['String']['input']>;
};

/** 查询。 What can be read. */
export type QueryStatisticsArgs = {
  figures: ReadonlyArray<Scalars['String']['input']>;
  from: Scalars['Day']['input'];
  to: Scalars['Day']['input'];
  by?: InputMaybe<Scalars['String']['input']>;
  granularity?: InputMaybe<Granularity>;
  asOf?: InputMaybe<Scalars['Instant']['input']>;
  where?: InputMaybe<ReadonlyArray<DimensionInput>>;
  atLeast?: InputMaybe<Scalars['String']['input']>;
};

/** 查询。 What can be read. */
export type QueryFigureArgs = {
  name: Scalars['String']['input'];
  from: Scalars['Day']['input'];
  to: Scalars['Day']['input'];
  where?: InputMaybe<ReadonlyArray<DimensionInput>>;
  asOf?: InputMaybe<Scalars['Instant']['input']>;
};

/** 命令。 What can be done. */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /** 登录,得到令牌。 Signs in for a token. */
  readonly signIn: SignInResult;
  /** 新建账号。 Creates an account. */
  readonly createAccount: AccountResult;
  /** 设置密码;旧令牌在一分钟内失效。 Sets a password; older tokens end within a minute. */
  readonly setPassword: AccountResult;
  /** 停用账号;其令牌在一分钟内失效。 Disables an account; its tokens end within a minute. */
  readonly disableAccount: AccountResult;
  /** 恢复账号。 Enables an account again. */
  readonly enableAccount: AccountResult;
  /** 登记咨询。 Registers a consultation. */
  readonly registerConsultation: CommandResult;
  /** 登记投诉。 Registers a complaint. */
  readonly registerComplaint: CommandResult;
  /** 登记事项,由种类决定服务。 Registers a matter; its kind decides the service. */
  readonly registerCase: CommandResult;
  /** 受理。 Accepts a case. */
  readonly acceptCase: CommandResult;
  /** 不予受理。 Declines a case. */
  readonly declineCase: CommandResult;
  /** 派单或改派。 Assigns a case to a lead unit, or to another one. */
  readonly assignCase: CommandResult;
  /** 签收。 Signs for a case. */
  readonly signAssignment: CommandResult;
  /** 退单。 Gives a case back. */
  readonly returnAssignment: CommandResult;
  /** 拟答复。 Drafts a reply. */
  readonly draftReply: CommandResult;
  /** 退回答复。 Sends a reply back. */
  readonly sendBackReply: CommandResult;
  /** 审核通过。 Approves a reply. */
  readonly approveReply: CommandResult;
  /** 送达答复。 Records that the approved reply reached the person. */
  readonly deliverReply: CommandResult;
  /** 申请延期。 Asks for more time. */
  readonly requestExtension: CommandResult;
  /** 批准延期。 Grants the extension. */
  readonly grantExtension: CommandResult;
  /** 不批准延期。 Refuses the extension. */
  readonly refuseExtension: CommandResult;
  /** 更正登记内容。 Corrects details. */
  readonly correctDetails: CommandResult;
  /** 更正个人信息。 Corrects personal data. */
  readonly correctCaller: CommandResult;
  /** 作废误登。 Voids a mistaken entry. */
  readonly voidCase: CommandResult;
  /** 撤回。 Records a withdrawal. */
  readonly withdrawCase: CommandResult;
  /** 重新办理。 Opens a case again. */
  readonly reopenCase: CommandResult;
  /** 删除个人信息,不可恢复。 Erases personal data for good. */
  readonly erasePersonalData: CommandResult;
  /** 补录历史答复。 Records the answer of imported history. */
  readonly recordAnswer: CommandResult;
  /** 回访(仅投诉)。 Follows up a complaint by a call. */
  readonly attemptFollowUp: CommandResult;
  /** 办结(仅投诉)。 Closes a complaint. */
  readonly closeCase: CommandResult;
  /** 重办(仅投诉)。 Has a complaint handled again. */
  readonly redoCase: CommandResult;
  /** 当即答复(仅咨询)。 Answers a consultation at first contact. */
  readonly answerAtFirstContact: CommandResult;
  /** 评价(仅咨询)。 Rates a consultation. */
  readonly rateCase: CommandResult;
  /** 移交投诉(仅咨询)。 Hands a consultation over to complaints. */
  readonly handOver: CommandResult;
  /** 重试被搁置的事件流。 Tries a stream set aside again. */
  readonly retrySetAside: UpkeepResult;
  /** 从日志重建读模型。 Rebuilds a projection from the log. */
  readonly rebuildProjection: UpkeepResult;
};

/** 命令。 What can be done. */
export type MutationSignInArgs = {
  account: Scalars['String']['input'];
  password: Scalars['String']['input'];
};

/** 命令。 What can be done. */
export type MutationCreateAccountArgs = {
  input: CreateAccountInput;
};

/** 命令。 What can be done. */
export type MutationSetPasswordArgs = {
  input: SetPasswordInput;
};

/** 命令。 What can be done. */
export type MutationDisableAccountArgs = {
  input: AccountInput;
};

/** 命令。 What can be done. */
export type MutationEnableAccountArgs = {
  input: AccountInput;
};

/** 命令。 What can be done. */
export type MutationRegisterConsultationArgs = {
  input: RegisterInput;
};

/** 命令。 What can be done. */
export type MutationRegisterComplaintArgs = {
  input: RegisterInput;
};

/** 命令。 What can be done. */
export type MutationRegisterCaseArgs = {
  input: RegisterInput;
};

/** 命令。 What can be done. */
export type MutationAcceptCaseArgs = {
  input: AcceptCaseInput;
};

/** 命令。 What can be done. */
export type MutationDeclineCaseArgs = {
  input: DeclineCaseInput;
};

/** 命令。 What can be done. */
export type MutationAssignCaseArgs = {
  input: AssignCaseInput;
};

/** 命令。 What can be done. */
export type MutationSignAssignmentArgs = {
  input: SignAssignmentInput;
};

/** 命令。 What can be done. */
export type MutationReturnAssignmentArgs = {
  input: ReturnAssignmentInput;
};

/** 命令。 What can be done. */
export type MutationDraftReplyArgs = {
  input: DraftReplyInput;
};

/** 命令。 What can be done. */
export type MutationSendBackReplyArgs = {
  input: SendBackReplyInput;
};

/** 命令。 What can be done. */
export type MutationApproveReplyArgs = {
  input: ApproveReplyInput;
};

/** 命令。 What can be done. */
export type MutationDeliverReplyArgs = {
  input: DeliverReplyInput;
};

/** 命令。 What can be done. */
export type MutationRequestExtensionArgs = {
  input: RequestExtensionInput;
};

/** 命令。 What can be done. */
export type MutationGrantExtensionArgs = {
  input: GrantExtensionInput;
};

/** 命令。 What can be done. */
export type MutationRefuseExtensionArgs = {
  input: RefuseExtensionInput;
};

/** 命令。 What can be done. */
export type MutationCorrectDetailsArgs = {
  input: CorrectDetailsInput;
};

/** 命令。 What can be done. */
export type MutationCorrectCallerArgs = {
  input: CorrectCallerInput;
};

/** 命令。 What can be done. */
export type MutationVoidCaseArgs = {
  input: VoidCaseInput;
};

/** 命令。 What can be done. */
export type MutationWithdrawCaseArgs = {
  input: WithdrawCaseInput;
};

/** 命令。 What can be done. */
export type MutationReopenCaseArgs = {
  input: ReopenCaseInput;
};

/** 命令。 What can be done. */
export type MutationErasePersonalDataArgs = {
  input: ErasePersonalDataInput;
};

/** 命令。 What can be done. */
export type MutationRecordAnswerArgs = {
  input: RecordAnswerInput;
};

/** 命令。 What can be done. */
export type MutationAttemptFollowUpArgs = {
  input: AttemptFollowUpInput;
};

/** 命令。 What can be done. */
export type MutationCloseCaseArgs = {
  input: CloseCaseInput;
};

/** 命令。 What can be done. */
export type MutationRedoCaseArgs = {
  input: RedoCaseInput;
};

/** 命令。 What can be done. */
export type MutationAnswerAtFirstContactArgs = {
  input: AnswerAtFirstContactInput;
};

/** 命令。 What can be done. */
export type MutationRateCaseArgs = {
  input: RateCaseInput;
};

/** 命令。 What can be done. */
export type MutationHandOverArgs = {
  input: HandOverInput;
};

/** 命令。 What can be done. */
export type MutationRetrySetAsideArgs = {
  projection: Scalars['String']['input'];
  stream: Scalars['ID']['input'];
};

/** 命令。 What can be done. */
export type MutationRebuildProjectionArgs = {
  projection: Scalars['String']['input'];
};

/** 办理事项的服务。 The services that handle cases. */
export type Service =
  /** 咨询。 Consultations. */
  | 'consultations'
  /** 投诉。 Complaints. */
  | 'complaints';

/** 事项状态。 Where a case stands. */
export type CaseStatus =
  /** 已登记,待受理。 Registered, to be accepted. */
  | 'registered'
  /** 不予受理。 Declined. */
  | 'declined'
  /** 已受理,待派单。 Accepted, to be assigned. */
  | 'accepted'
  /** 已派单,待签收。 Assigned, to be signed for. */
  | 'assigned'
  /** 已签收,办理中。 Signed for, in hand. */
  | 'signed'
  /** 已退单。 Given back. */
  | 'returned'
  /** 答复待审核。 A reply waits for review. */
  | 'drafted'
  /** 答复被退回。 The reply was sent back. */
  | 'sent-back'
  /** 答复已审核,待送达。 The reply is approved, to be delivered. */
  | 'approved'
  /** 已答复。 Answered. */
  | 'answered'
  /** 已办结。 Closed. */
  | 'closed'
  /** 已移交。 Handed over. */
  | 'handed-over'
  /** 已撤回。 Withdrawn. */
  | 'withdrawn'
  /** 已作废。 Voided. */
  | 'voided';

/** 工作台队列。 Queues of the desk. */
export type Queue =
  /** 待答复。 Still to be answered. */
  | 'open'
  /** 已超期。 Open and past the due day. */
  | 'overdue'
  /** 即将到期。 Due soon. */
  | 'due-soon'
  /** 待受理。 To be accepted. */
  | 'to-accept'
  /** 待派单。 To be assigned. */
  | 'to-assign'
  /** 待签收。 To be signed for. */
  | 'to-sign'
  /** 待审核。 To be reviewed. */
  | 'to-review'
  /** 待送达。 To be delivered. */
  | 'to-deliver'
  /** 待回访。 To be called back. */
  | 'follow-up'
  /** 待批延期。 An extension to decide on. */
  | 'extension';

/** 排序。 Sort orders. */
export type CaseSort =
  /** 来件时间。 When it came in. */
  | 'cameAt'
  /** 到期日。 The due day. */
  | 'dueOn'
  /** 登记时间。 When it was registered. */
  | 'registeredAt'
  /** 应回访日。 The day the person is to be called back. */
  | 'followUpOn';

/** 来件人类型。 Who came. */
export type CallerType =
  /** 个人。 A person. */
  | 'person'
  /** 单位。 An organisation. */
  | 'organisation'
  /** 匿名。 Nobody named. */
  | 'anonymous';

/** 缓急。 How urgent it is. */
export type Urgency =
  /** 一般。 Normal. */
  | 'normal'
  /** 紧急。 Urgent. */
  | 'urgent';

/** 个人信息的可见状态。 Whether personal data can be read. */
export type PersonalState =
  /** 可见。 It can. */
  | 'open'
  /** 已删除。 It was erased. */
  | 'erased'
  /** 不向该角色显示。 It is withheld from this role. */
  | 'withheld';

/** 来件人。 Who called, wrote or came. */
export type Caller = {
  readonly __typename?: 'Caller';
  /** 可见状态。 Whether it can be read. */
  readonly state: PersonalState;
  /** 姓名。 Name. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** 电话。 Telephone. */
  readonly phone?: Maybe<Scalars['String']['output']>;
  /** 住址。 Address. */
  readonly address?: Maybe<Scalars['String']['output']>;
  /** 电子邮箱。 E-mail. */
  readonly email?: Maybe<Scalars['String']['output']>;
  /** 单位名称。 The organisation. */
  readonly organisation?: Maybe<Scalars['String']['output']>;
  /** 证件号码。 Identity number. */
  readonly idNumber?: Maybe<Scalars['String']['output']>;
};

/** 来件人所述。 What the person said. */
export type Statement = {
  readonly __typename?: 'Statement';
  /** 可见状态。 Whether it can be read. */
  readonly state: PersonalState;
  /** 原话。 The words. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** 具体地点。 The exact place. */
  readonly place?: Maybe<Scalars['String']['output']>;
};

/** 被反映的人。 The person complained about. */
export type Subject = {
  readonly __typename?: 'Subject';
  /** 可见状态。 Whether it can be read. */
  readonly state: PersonalState;
  /** 车牌。 Plate. */
  readonly plate?: Maybe<Scalars['String']['output']>;
  /** 驾驶员。 Driver. */
  readonly driver?: Maybe<Scalars['String']['output']>;
  /** 特征。 What they looked like. */
  readonly description?: Maybe<Scalars['String']['output']>;
};

/** 评价意见。 What the person said when rating. */
export type Comment = {
  readonly __typename?: 'Comment';
  /** 可见状态。 Whether it can be read. */
  readonly state: PersonalState;
  /** 原话。 The words. */
  readonly text?: Maybe<Scalars['String']['output']>;
};

/** 涉及的线路、企业、道路。 The line, company or road it is about. */
export type TransportObject = {
  readonly __typename?: 'TransportObject';
  /** 线路。 Line. */
  readonly line?: Maybe<Scalars['String']['output']>;
  /** 企业。 Company. */
  readonly company?: Maybe<Scalars['String']['output']>;
  /** 道路。 Road. */
  readonly road?: Maybe<Scalars['String']['output']>;
};

/** 期限账的一步。 A step of the ledger that explains a due date. */
export type LedgerStep = {
  readonly __typename?: 'LedgerStep';
  /** 类别:start、stop、resume、restart、extend、holiday、make-up、due、warn、remind、provisional。 What it is. */
  readonly what: Scalars['String']['output'];
  /** 日期。 The day it takes effect. */
  readonly on: Scalars['Day']['output'];
  /** 从。 From. */
  readonly from?: Maybe<Scalars['Day']['output']>;
  /** 到。 To. */
  readonly to?: Maybe<Scalars['Day']['output']>;
  /** 工作日数。 Working days it gives, takes or leaves. */
  readonly days?: Maybe<Scalars['Int']['output']>;
  /** 为什么。 Why. */
  readonly why: Text;
  /** 所依据的规则。 The rule it rests on. */
  readonly rule: Scalars['String']['output'];
  /** 规则的出处。 Where the rule is published. */
  readonly source?: Maybe<Scalars['String']['output']>;
};

/** 办理期限及其解释。 A due date and its explanation. */
export type Due = {
  readonly __typename?: 'Due';
  /** 最后一天(含)。 The last day, included. */
  readonly on: Scalars['Day']['output'];
  /** 起算日(当日不计)。 The day of receipt, which does not count. */
  readonly start: Scalars['Day']['output'];
  /** 共多少工作日。 Working days in all. */
  readonly workingDays: Scalars['Int']['output'];
  /** 所依据的规则与版本。 The rule with its version. */
  readonly policy: Scalars['String']['output'];
  /** 日历版本。 The calendar's version. */
  readonly calendar: Scalars['String']['output'];
  /** 节假日尚未公布,暂定。 Whether it lies beyond the last published holiday table. */
  readonly provisional: Scalars['Boolean']['output'];
  /** 预警日。 When a warning is due. */
  readonly warnOn: Scalars['Day']['output'];
  /** 催办日。 When a reminder is due. */
  readonly remindOn: Scalars['Day']['output'];
  /** 逐步解释。 The ledger. */
  readonly steps: ReadonlyArray<LedgerStep>;
};

/** 一个事项。 A case. */
export type Case = {
  readonly __typename?: 'Case';
  /** 事项编号(内部)。 Its id. */
  readonly id: Scalars['ID']['output'];
  /** 由哪个服务办理。 The service that handles it. */
  readonly service: Service;
  /** 版本。 Its revision. */
  readonly revision: Scalars['Int']['output'];
  /** 对外编号。 Its number. */
  readonly number: Scalars['String']['output'];
  /** 状态。 Where it stands. */
  readonly status: CaseStatus;
  /** 种类代码。 Kind. */
  readonly kind: Scalars['String']['output'];
  /** 分类代码。 Category. */
  readonly category: Scalars['String']['output'];
  /** 来源代码。 Source. */
  readonly source: Scalars['String']['output'];
  /** 媒介代码。 Medium. */
  readonly medium: Scalars['String']['output'];
  /** 缓急。 Urgency. */
  readonly urgency: Urgency;
  /** 摘要(公务文字)。 Summary, official text. */
  readonly summary: Scalars['String']['output'];
  /** 来件人类型。 Who came. */
  readonly callerType: CallerType;
  /** 来源自己的编号。 The source's own number. */
  readonly externalNumber?: Maybe<Scalars['String']['output']>;
  /** 服务点代码。 Service point. */
  readonly servicePoint?: Maybe<Scalars['String']['output']>;
  /** 涉及对象。 What it is about. */
  readonly object?: Maybe<TransportObject>;
  /** 承办单位。 The unit it is with. */
  readonly unit?: Maybe<Scalars['String']['output']>;
  /** 首接单位,负责跟踪。 The unit that received it first and tracks it. */
  readonly receivedBy?: Maybe<Scalars['String']['output']>;
  /** 来件时间。 When the person came in. */
  readonly cameAt: Scalars['Instant']['output'];
  /** 登记时间。 When it was registered. */
  readonly registeredAt: Scalars['Instant']['output'];
  /** 受理时间。 When it was accepted. */
  readonly acceptedAt?: Maybe<Scalars['Instant']['output']>;
  /** 答复时间。 When it was answered. */
  readonly answeredAt?: Maybe<Scalars['Instant']['output']>;
  /** 办结时间。 When it was closed. */
  readonly closedAt?: Maybe<Scalars['Instant']['output']>;
  /** 历史导入。 Whether it is imported history. */
  readonly history: Scalars['Boolean']['output'];
  /** 第几轮办理。 Which round of handling. */
  readonly round: Scalars['Int']['output'];
  /** 期限及其解释。 The due date and why. */
  readonly due?: Maybe<Due>;
  /** 到期日。 The due day. */
  readonly dueOn?: Maybe<Scalars['Day']['output']>;
  /** 延期申请。 The extension asked for. */
  readonly extension?: Maybe<Scalars['Json']['output']>;
  /** 答复。 The reply. */
  readonly reply?: Maybe<Scalars['String']['output']>;
  /** 评价:5 非常满意 至 1 非常不满意。 The rating, 5 to 1. */
  readonly level?: Maybe<Scalars['Int']['output']>;
  /** 应回访日;已回访或不需回访的为空。 The day the person is to be called back, as long as that is to be done. */
  readonly followUpOn?: Maybe<Scalars['Day']['output']>;
  /** 历史导入且办理结果未记录。 Imported history of which nobody knows what became of it. */
  readonly outcomeUnrecorded: Scalars['Boolean']['output'];
  /** 移交到。 The case it was handed over to. */
  readonly handedOverTo?: Maybe<Scalars['ID']['output']>;
  /** 来自(移交)。 Where it was handed over from. */
  readonly origin?: Maybe<Scalars['Json']['output']>;
  /** 来件人(个人信息)。 The caller: personal data. */
  readonly caller?: Maybe<Caller>;
  /** 所述内容(个人信息)。 The statement: personal data. */
  readonly statement?: Maybe<Statement>;
  /** 被反映的人(个人信息)。 The person complained about: personal data. */
  readonly subject?: Maybe<Subject>;
  /** 评价意见(个人信息)。 What the person said when rating: personal data. */
  readonly comment?: Maybe<Comment>;
  /** 经过。 Its story. */
  readonly timeline: ReadonlyArray<TimelineEntry>;
};

/** 经过的一步,不含个人信息。 A step of the story, without personal data. */
export type TimelineEntry = {
  readonly __typename?: 'TimelineEntry';
  /** 事件编号。 The event. */
  readonly id: Scalars['ID']['output'];
  /** 版本。 Its revision. */
  readonly revision: Scalars['Int']['output'];
  /** 事件类型。 Its type. */
  readonly type: Scalars['String']['output'];
  /** 标题。 Title. */
  readonly title: Text;
  /** 发生时间。 When it happened. */
  readonly occurredAt: Scalars['Instant']['output'];
  /** 记录时间。 When it was recorded. */
  readonly recordedAt: Scalars['Instant']['output'];
  /** 发生时间是否为补录。 Whether that time was stated. */
  readonly stated: Scalars['Boolean']['output'];
  /** 角色。 The role that did it. */
  readonly role: Scalars['String']['output'];
  /** 单位。 The unit that did it. */
  readonly unit?: Maybe<Scalars['String']['output']>;
  /** 内容:公务文字与代码。 Official texts and codes. */
  readonly data: Scalars['Json']['output'];
};

/** 事项及其游标。 A case and its cursor. */
export type CaseEdge = {
  readonly __typename?: 'CaseEdge';
  /** 游标。 The cursor. */
  readonly cursor: Scalars['String']['output'];
  /** 事项。 The case. */
  readonly node: Case;
};

/** 事项列表。 A page of cases. */
export type CaseConnection = {
  readonly __typename?: 'CaseConnection';
  /** 各条。 The cases. */
  readonly edges: ReadonlyArray<CaseEdge>;
  /** 分页。 Where the page stands. */
  readonly pageInfo: PageInfo;
  /** 总数。 How many in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** 办理进度的一步。 A step of the progress. */
export type ProgressStep = {
  readonly __typename?: 'ProgressStep';
  /** 标题。 Title. */
  readonly title: Text;
  /** 时间。 When. */
  readonly at: Scalars['Instant']['output'];
};

/** 市民凭编号与查询码看到的进度。 What a citizen sees by number and query code. */
export type CaseProgress = {
  readonly __typename?: 'CaseProgress';
  /** 编号。 The number. */
  readonly number: Scalars['String']['output'];
  /** 状态。 Where it stands. */
  readonly status: CaseStatus;
  /** 种类代码。 Kind. */
  readonly kind: Scalars['String']['output'];
  /** 来件时间。 When it came in. */
  readonly cameAt: Scalars['Instant']['output'];
  /** 到期日。 The due day. */
  readonly dueOn?: Maybe<Scalars['Day']['output']>;
  /** 承办单位。 The unit it is with. */
  readonly unit?: Maybe<Scalars['String']['output']>;
  /** 答复。 The reply. */
  readonly reply?: Maybe<Scalars['String']['output']>;
  /** 答复时间。 When it was answered. */
  readonly answeredAt?: Maybe<Scalars['Instant']['output']>;
  /** 不予受理的理由代码。 The ground it was declined on. */
  readonly declinedGround?: Maybe<Scalars['String']['output']>;
  /** 经过。 The steps. */
  readonly steps: ReadonlyArray<ProgressStep>;
};

/** 查询进度的结果。 What a query for progress gives. */
export type CaseProgressResult = CaseProgress | Refusal;

/** 一个数目。 A count. */
export type NamedCount = {
  readonly __typename?: 'NamedCount';
  /** 名称。 Of what. */
  readonly name: Scalars['String']['output'];
  /** 数目。 How many. */
  readonly count: Scalars['Int']['output'];
};

/** 工作台上的数目。 The desk's numbers. */
export type DeskCounts = {
  readonly __typename?: 'DeskCounts';
  /** 按状态。 By status. */
  readonly byStatus: ReadonlyArray<NamedCount>;
  /** 按队列。 By queue. */
  readonly byQueue: ReadonlyArray<NamedCount>;
};

/** 筛选条件;给出的都要满足。 Filters; all given ones hold. */
export type CaseFilter = {
  /** 状态(任一)。 Any of these. */
  readonly status?: InputMaybe<ReadonlyArray<CaseStatus>>;
  /** 承办单位。 The unit it is with. */
  readonly unit?: InputMaybe<Scalars['String']['input']>;
  /** 种类(任一)。 Any of these kinds. */
  readonly kind?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** 分类。 Category. */
  readonly category?: InputMaybe<Scalars['String']['input']>;
  /** 来源。 Source. */
  readonly source?: InputMaybe<Scalars['String']['input']>;
  /** 媒介。 Medium. */
  readonly medium?: InputMaybe<Scalars['String']['input']>;
  /** 到期日从。 Due from. */
  readonly dueFrom?: InputMaybe<Scalars['Day']['input']>;
  /** 到期日到。 Due to. */
  readonly dueTo?: InputMaybe<Scalars['Day']['input']>;
  /** 来件日从。 Came from. */
  readonly cameFrom?: InputMaybe<Scalars['Day']['input']>;
  /** 来件日到。 Came to. */
  readonly cameTo?: InputMaybe<Scalars['Day']['input']>;
  /** 是否历史导入。 Imported history or not. */
  readonly history?: InputMaybe<Scalars['Boolean']['input']>;
};

/** 一个事项的经过与期限,不含个人信息。 One matter's story and clock, without personal data. */
export type CaseTimeline = {
  readonly __typename?: 'CaseTimeline';
  /** 事项编号(内部)。 Its id. */
  readonly id: Scalars['ID']['output'];
  /** 对外编号。 Its number. */
  readonly number: Scalars['String']['output'];
  /** 状态。 Where it stands. */
  readonly status: CaseStatus;
  /** 种类代码。 Kind. */
  readonly kind: Scalars['String']['output'];
  /** 分类代码。 Category. */
  readonly category: Scalars['String']['output'];
  /** 来源代码。 Source. */
  readonly source: Scalars['String']['output'];
  /** 媒介代码。 Medium. */
  readonly medium: Scalars['String']['output'];
  /** 承办单位。 The unit it is with. */
  readonly unit?: Maybe<Scalars['String']['output']>;
  /** 来件时间。 When it came in. */
  readonly cameAt: Scalars['Instant']['output'];
  /** 摘要(公务文字)。 Summary, official text. */
  readonly summary: Scalars['String']['output'];
  /** 移交到。 The case it was handed over to. */
  readonly handedOverTo?: Maybe<Scalars['ID']['output']>;
  /** 期限及其解释。 The due date and why. */
  readonly due?: Maybe<Due>;
  /** 各步。 The steps. */
  readonly entries: ReadonlyArray<TimelineEntry>;
};

/** 工作台的变化。 The desk as it is now. */
export type DeskChange = {
  readonly __typename?: 'DeskChange';
  /** 数目。 Its numbers. */
  readonly counts: DeskCounts;
  /** 队列的第一页。 The first page of the queue. */
  readonly cases: CaseConnection;
};

/** 订阅。 What can be followed. */
export type Subscription = {
  readonly __typename?: 'Subscription';
  /** 工作台变化时推送;先推一次现状。 Pushed when the desk changes; first as it is now. */
  readonly deskChanged: DeskChange;
  /** 数字变化时推送。 Pushed when the figure changes; first at once. */
  readonly figureChanged: Figure;
};

/** 订阅。 What can be followed. */
export type SubscriptionDeskChangedArgs = {
  service?: InputMaybe<Service>;
  filter?: InputMaybe<CaseFilter>;
  queue?: InputMaybe<Queue>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** 订阅。 What can be followed. */
export type SubscriptionFigureChangedArgs = {
  name: Scalars['String']['input'];
  from: Scalars['Day']['input'];
  to: Scalars['Day']['input'];
  where?: InputMaybe<ReadonlyArray<DimensionInput>>;
};

/** 命令已执行。 The command is done. */
export type CommandDone = {
  readonly __typename?: 'CommandDone';
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['output'];
  /** 执行后的版本。 Its revision after it. */
  readonly revision: Scalars['Int']['output'];
  /** 写下的事件类型;无变化则为空。 Types of what was recorded; none where nothing changed. */
  readonly events: ReadonlyArray<Scalars['String']['output']>;
  /** 令牌:查询时放在 atLeast,可读到此写入。 For atLeast, to read this write. */
  readonly token: Scalars['String']['output'];
  /** 对外编号(登记时)。 The number, at registration. */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** 市民的查询码(登记时)。 The citizen's query code, at registration. */
  readonly queryCode?: Maybe<Scalars['String']['output']>;
};

/** 命令的结果。 What became of a command. */
export type CommandResult = CommandDone | Refusal;

/** 时间的精确程度。 How exactly a time is known. */
export type Precision =
  /** 到日。 To the day. */
  | 'day'
  /** 到分。 To the minute. */
  | 'minute'
  /** 到秒。 To the second. */
  | 'second';

/** 补录的发生时间。 When it happened, as its source states it. */
export type MomentInput = {
  /** 时刻。 The instant. */
  readonly at: Scalars['Instant']['input'];
  /** 精确程度。 How exactly it is known. */
  readonly precision: Precision;
};

/** 删除谁的个人信息。 Whose personal data is erased. */
export type PersonalPart =
  /** 来件人。 The caller's. */
  | 'caller'
  /** 被反映的人。 That of the person complained about. */
  | 'subject'
  /** 全部。 All of it. */
  | 'all';

/** 回访结果。 What a call came to. */
export type AttemptOutcome =
  /** 联系上。 Reached. */
  | 'reached'
  /** 无人接听。 No answer. */
  | 'no-answer'
  /** 号码有误。 Wrong number. */
  | 'wrong-number'
  /** 拒绝回访。 Refused. */
  | 'refused';

/** 来件人(个人信息)。 The caller: personal data. */
export type CallerInput = {
  /** 姓名。 Name. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** 电话。 Telephone. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** 住址。 Address. */
  readonly address?: InputMaybe<Scalars['String']['input']>;
  /** 电子邮箱。 E-mail. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** 单位名称。 The organisation. */
  readonly organisation?: InputMaybe<Scalars['String']['input']>;
  /** 证件号码。 Identity number. */
  readonly idNumber?: InputMaybe<Scalars['String']['input']>;
};

/** 所述内容(个人信息)。 What was said: personal data. */
export type StatementInput = {
  /** 原话。 The words. */
  readonly text: Scalars['String']['input'];
  /** 具体地点。 The exact place. */
  readonly place?: InputMaybe<Scalars['String']['input']>;
};

/** 被反映的人(个人信息)。 The person complained about: personal data. */
export type SubjectInput = {
  /** 车牌。 Plate. */
  readonly plate?: InputMaybe<Scalars['String']['input']>;
  /** 驾驶员。 Driver. */
  readonly driver?: InputMaybe<Scalars['String']['input']>;
  /** 特征。 What they looked like. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
};

/** 评价意见(个人信息)。 What was said of the answer: personal data. */
export type CommentInput = {
  /** 原话。 The words. */
  readonly text: Scalars['String']['input'];
};

/** 涉及的线路、企业、道路。 The line, company or road it is about. */
export type TransportObjectInput = {
  /** 线路。 Line. */
  readonly line?: InputMaybe<Scalars['String']['input']>;
  /** 企业。 Company. */
  readonly company?: InputMaybe<Scalars['String']['input']>;
  /** 道路。 Road. */
  readonly road?: InputMaybe<Scalars['String']['input']>;
};

/** 更正的内容;只填要改的。 What changes; only that. */
export type DetailChangesInput = {
  /** 种类代码。 Kind. */
  readonly kind?: InputMaybe<Scalars['String']['input']>;
  /** 分类代码。 Category. */
  readonly category?: InputMaybe<Scalars['String']['input']>;
  /** 来源代码。 Source. */
  readonly source?: InputMaybe<Scalars['String']['input']>;
  /** 媒介代码。 Medium. */
  readonly medium?: InputMaybe<Scalars['String']['input']>;
  /** 缓急。 Urgency. */
  readonly urgency?: InputMaybe<Urgency>;
  /** 摘要。 Summary. */
  readonly summary?: InputMaybe<Scalars['String']['input']>;
  /** 来件人类型。 Who came. */
  readonly callerType?: InputMaybe<CallerType>;
  /** 服务点代码。 Service point. */
  readonly servicePoint?: InputMaybe<Scalars['String']['input']>;
  /** 涉及对象。 What it is about. */
  readonly object?: InputMaybe<TransportObjectInput>;
  /** 来件时间。 When it came in. */
  readonly cameAt?: InputMaybe<Scalars['Instant']['input']>;
};

/** 登记。 What is registered. */
export type RegisterInput = {
  /** 种类代码。 Kind. */
  readonly kind: Scalars['String']['input'];
  /** 分类代码。 Category. */
  readonly category: Scalars['String']['input'];
  /** 来源代码。 Source. */
  readonly source: Scalars['String']['input'];
  /** 媒介代码。 Medium. */
  readonly medium: Scalars['String']['input'];
  /** 缓急,默认一般。 Urgency; normal where absent. */
  readonly urgency?: InputMaybe<Urgency>;
  /** 摘要(公务文字,不含电话与证件号码)。 Summary, official text without phone or identity numbers. */
  readonly summary: Scalars['String']['input'];
  /** 来件人类型,默认个人。 Who came; a person where absent. */
  readonly callerType?: InputMaybe<CallerType>;
  /** 来源自己的编号。 The source's own number. */
  readonly externalNumber?: InputMaybe<Scalars['String']['input']>;
  /** 服务点代码。 Service point. */
  readonly servicePoint?: InputMaybe<Scalars['String']['input']>;
  /** 涉及对象。 What it is about. */
  readonly object?: InputMaybe<TransportObjectInput>;
  /** 来件人(个人信息,加密保存)。 The caller: personal, kept sealed. */
  readonly caller?: InputMaybe<CallerInput>;
  /** 所述内容(个人信息)。 What was said: personal. */
  readonly statement?: InputMaybe<StatementInput>;
  /** 被反映的人(个人信息)。 The person complained about: personal. */
  readonly subject?: InputMaybe<SubjectInput>;
  /** 首接单位。 The unit that received it first. */
  readonly receivedBy?: InputMaybe<Scalars['String']['input']>;
  /** 是否当即受理,默认是。 Whether accepted at once; yes where absent. */
  readonly accept?: InputMaybe<Scalars['Boolean']['input']>;
  /** 当即答复(仅咨询)。 The answer at first contact; consultations only. */
  readonly answer?: InputMaybe<Scalars['String']['input']>;
  /** 是否历史补录,默认否。 Whether it is imported history; no where absent. */
  readonly history?: InputMaybe<Scalars['Boolean']['input']>;
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 受理。 Accepts a case. */
export type AcceptCaseInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 不予受理。 Declines a case. */
export type DeclineCaseInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 理由代码。 The ground. */
  readonly ground: Scalars['String']['input'];
  /** 备注(公务文字)。 A note, official text. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 派单或改派。 Assigns a case to a lead unit, or to another one. */
export type AssignCaseInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 单位代码。 The unit. */
  readonly unit: Scalars['String']['input'];
  /** 备注(公务文字)。 A note, official text. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 签收。 Signs for a case. */
export type SignAssignmentInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 退单。 Gives a case back. */
export type ReturnAssignmentInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 理由代码。 The ground. */
  readonly ground: Scalars['String']['input'];
  /** 备注(公务文字)。 A note, official text. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 拟答复。 Drafts a reply. */
export type DraftReplyInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 答复文字(公务文字)。 The reply, official text. */
  readonly text: Scalars['String']['input'];
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 退回答复。 Sends a reply back. */
export type SendBackReplyInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 原因(公务文字)。 Why, official text. */
  readonly reason: Scalars['String']['input'];
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 审核通过。 Approves a reply. */
export type ApproveReplyInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 送达答复。 Records that the approved reply reached the person. */
export type DeliverReplyInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 送达媒介代码。 The medium it went by. */
  readonly how: Scalars['String']['input'];
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 申请延期。 Asks for more time. */
export type RequestExtensionInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 工作日数。 Working days. */
  readonly workingDays: Scalars['Int']['input'];
  /** 原因(公务文字)。 Why, official text. */
  readonly reason: Scalars['String']['input'];
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 批准延期。 Grants the extension. */
export type GrantExtensionInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 不批准延期。 Refuses the extension. */
export type RefuseExtensionInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 原因(公务文字)。 Why, official text. */
  readonly reason: Scalars['String']['input'];
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 更正登记内容。 Corrects details. */
export type CorrectDetailsInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 更正的内容。 What changes. */
  readonly changes: DetailChangesInput;
  /** 原因(公务文字)。 Why, official text. */
  readonly reason: Scalars['String']['input'];
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 更正个人信息。 Corrects personal data. */
export type CorrectCallerInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 来件人。 The caller. */
  readonly caller?: InputMaybe<CallerInput>;
  /** 所述内容。 What was said. */
  readonly statement?: InputMaybe<StatementInput>;
  /** 被反映的人。 The person complained about. */
  readonly subject?: InputMaybe<SubjectInput>;
  /** 原因(公务文字)。 Why, official text. */
  readonly reason: Scalars['String']['input'];
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 作废误登。 Voids a mistaken entry. */
export type VoidCaseInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 原因(公务文字)。 Why, official text. */
  readonly reason: Scalars['String']['input'];
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 撤回。 Records a withdrawal. */
export type WithdrawCaseInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 原因(公务文字)。 Why, official text. */
  readonly reason: Scalars['String']['input'];
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 重新办理。 Opens a case again. */
export type ReopenCaseInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 原因(公务文字)。 Why, official text. */
  readonly reason: Scalars['String']['input'];
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 删除个人信息,不可恢复。 Erases personal data for good. */
export type ErasePersonalDataInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 删除谁的,默认全部。 Whose; all where absent. */
  readonly part?: InputMaybe<PersonalPart>;
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 补录历史答复。 Records the answer of imported history. */
export type RecordAnswerInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 答复文字(公务文字)。 The reply, official text. */
  readonly text: Scalars['String']['input'];
  /** 送达媒介代码。 The medium it went by. */
  readonly how?: InputMaybe<Scalars['String']['input']>;
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 回访(仅投诉)。 Follows up a complaint by a call. */
export type AttemptFollowUpInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 结果。 What it came to. */
  readonly outcome: AttemptOutcome;
  /** 评价:5 至 1。 The rating, 5 to 1. */
  readonly level?: InputMaybe<Scalars['Int']['input']>;
  /** 评价意见(个人信息)。 What was said: personal. */
  readonly comment?: InputMaybe<CommentInput>;
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 办结(仅投诉)。 Closes a complaint. */
export type CloseCaseInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 备注(公务文字)。 A note, official text. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 重办(仅投诉)。 Has a complaint handled again. */
export type RedoCaseInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 原因(公务文字)。 Why, official text. */
  readonly reason: Scalars['String']['input'];
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 当即答复(仅咨询)。 Answers a consultation at first contact. */
export type AnswerAtFirstContactInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 答复文字(公务文字)。 The reply, official text. */
  readonly text: Scalars['String']['input'];
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 评价(仅咨询)。 Rates a consultation. */
export type RateCaseInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 评价:5 至 1。 The rating, 5 to 1. */
  readonly level: Scalars['Int']['input'];
  /** 评价意见(个人信息)。 What was said: personal. */
  readonly comment?: InputMaybe<CommentInput>;
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 移交投诉(仅咨询)。 Hands a consultation over to complaints. */
export type HandOverInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 作为何种类。 As which kind. */
  readonly kind: Scalars['String']['input'];
  /** 分类代码。 Category. */
  readonly category?: InputMaybe<Scalars['String']['input']>;
  /** 原因(公务文字)。 Why, official text. */
  readonly reason: Scalars['String']['input'];
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 角色。 Roles. */
export type Role =
  /** 任何人,无需登录。 Anybody, without signing in. */
  | 'public'
  /** 市民。 A citizen. */
  | 'citizen'
  /** 话务员、窗口人员。 Takes calls and visits. */
  | 'operator'
  /** 承办单位经办人。 Handles cases for a unit. */
  | 'unit-handler'
  /** 审核人。 Reviews and approves. */
  | 'reviewer'
  /** 分析员,只看数字与不含个人信息的事项。 Reads figures and matters, never personal data. */
  | 'analyst'
  /** 管理员:账号、维护、删除个人信息。 Accounts, upkeep, erasure. */
  | 'administrator';

/** 页面中可以公开的部分。 What of the page the profile can make public. */
export type PublicPart =
  /** 数字。 The figures. */
  | 'figures'
  /** 数字背后的事项。 The matters behind them. */
  | 'matters'
  /** 单个事项的经过。 One matter's timeline. */
  | 'timelines';

/** 中英文文本。 A text in both languages. */
export type Text = {
  readonly __typename?: 'Text';
  /** 中文。 Chinese. */
  readonly zh: Scalars['String']['output'];
  /** 英文。 English. */
  readonly en: Scalars['String']['output'];
};

/** 被拒绝,以及原因;没有留下任何事件。 The rules said no, and why; nothing was recorded. */
export type Refusal = {
  readonly __typename?: 'Refusal';
  /** 原因代码。 The reason as a code. */
  readonly code: Scalars['String']['output'];
  /** 中文说明。 The reason in Chinese. */
  readonly textZh: Scalars['String']['output'];
  /** 英文说明。 The reason in English. */
  readonly textEn: Scalars['String']['output'];
  /** 有误的字段。 The field that is wrong, where one is. */
  readonly field?: Maybe<Scalars['String']['output']>;
};

/** 分页信息。 Where a page stands. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** 后面还有。 Whether more follows. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** 本页最后一条的游标。 The cursor of the page's last entry. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
};

/** 统计粒度。 How fine the buckets are. */
export type Granularity =
  /** 按日。 By day. */
  | 'day'
  /** 按月。 By month. */
  | 'month'
  /** 不分。 One bucket. */
  | 'all';

/** 指标的种类。 Kinds of figures. */
export type FigureKind =
  /** 计数。 A count. */
  | 'count'
  /** 比率。 A ratio. */
  | 'ratio'
  /** 时点数。 A level at a moment. */
  | 'level'
  /** 分布。 A distribution. */
  | 'distribution';

/** 维度条件。 A condition on one dimension. */
export type DimensionInput = {
  /** 维度,如 unit、kind、medium、source、category。 The dimension. */
  readonly dimension: Scalars['String']['input'];
  /** 取值(任一)。 Its values; any of them. */
  readonly values: ReadonlyArray<Scalars['String']['input']>;
};

/** 指标的定义。 What a figure means. */
export type FigureDefinition = {
  readonly __typename?: 'FigureDefinition';
  /** 名称与版本,如 hotline.accepted.v1。 Its name with its version. */
  readonly name: Scalars['String']['output'];
  /** 标题。 Its title. */
  readonly title: Text;
  /** 种类。 Its kind. */
  readonly kind: FigureKind;
  /** 计什么。 What it counts, in words. */
  readonly description: Text;
  /** 总体。 The population it is taken of. */
  readonly population: Scalars['String']['output'];
  /** 可以一起用的维度组合。 The dimensions that can be asked for together. */
  readonly dimensions: ReadonlyArray<ReadonlyArray<Scalars['String']['output']>>;
};

/** 威尔逊 95% 区间。 The Wilson interval at 95 %. */
export type Interval = {
  readonly __typename?: 'Interval';
  /** 下限。 Its lower end. */
  readonly low: Scalars['Float']['output'];
  /** 上限。 Its upper end. */
  readonly high: Scalars['Float']['output'];
};

/** 旁列的数。 A number shown beside a figure. */
export type BesideNumber = {
  readonly __typename?: 'BesideNumber';
  /** 名称,如 attempted、reached、rated、positive。 Its name. */
  readonly name: Scalars['String']['output'];
  /** 值。 Its value. */
  readonly value: Scalars['Float']['output'];
};

/** 数字背后的一条记录。 An entry behind a figure. */
export type FigureEvent = {
  readonly __typename?: 'FigureEvent';
  /** 使其计入的事件编号。 The event that put it there. */
  readonly event: Scalars['ID']['output'];
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['output'];
  /** 事项编号(对外)。 The case's number. */
  readonly number: Scalars['String']['output'];
  /** 计入的日期。 The day it counts for. */
  readonly day: Scalars['Day']['output'];
  /** 记录时刻。 When it was recorded. */
  readonly recordedAt: Scalars['Instant']['output'];
  /** 计入分子(比率),或计入(其他)。 Whether in the numerator (ratio), or counted (else). */
  readonly counted: Scalars['Boolean']['output'];
  /** 维度取值。 Its dimensions. */
  readonly dimensions: Scalars['Json']['output'];
};

/** 记录的一条及其游标。 An entry and its cursor. */
export type FigureEventEdge = {
  readonly __typename?: 'FigureEventEdge';
  /** 游标。 The cursor. */
  readonly cursor: Scalars['String']['output'];
  /** 记录。 The entry. */
  readonly node: FigureEvent;
};

/** 数字背后的记录。 The entries behind a figure. */
export type FigureEventConnection = {
  readonly __typename?: 'FigureEventConnection';
  /** 各条。 The entries. */
  readonly edges: ReadonlyArray<FigureEventEdge>;
  /** 分页。 Where the page stands. */
  readonly pageInfo: PageInfo;
  /** 总条数。 How many in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** 后来被移出的记录及原因。 An entry taken out later, and why. */
export type Restated = {
  readonly __typename?: 'Restated';
  /** 原来计入的事件。 The event that had put it there. */
  readonly event: Scalars['ID']['output'];
  /** 事项。 The case. */
  readonly case: Scalars['ID']['output'];
  /** 事项编号。 Its number. */
  readonly number: Scalars['String']['output'];
  /** 原来计入的日期。 The day it counted for. */
  readonly day: Scalars['Day']['output'];
  /** 移出时刻。 When it was taken out. */
  readonly takenOutAt: Scalars['Instant']['output'];
  /** 移出它的事件。 The event that took it out. */
  readonly by: Scalars['ID']['output'];
  /** 原因(事件类型)。 Why: that event's type. */
  readonly reason: Scalars['String']['output'];
};

/** 一个数字,及其来历。 A figure and where it comes from. */
export type Figure = {
  readonly __typename?: 'Figure';
  /** 演示数据:由编造的事项算出。 Whether it is computed from made-up matters. */
  readonly demo: Scalars['Boolean']['output'];
  /** 名称与版本。 Its name with its version. */
  readonly name: Scalars['String']['output'];
  /** 值;0/0 的比率为空。 Its value; null for a ratio of nothing. */
  readonly value?: Maybe<Scalars['Float']['output']>;
  /** 分子。 Numerator. */
  readonly numerator?: Maybe<Scalars['Int']['output']>;
  /** 分母。 Denominator. */
  readonly denominator?: Maybe<Scalars['Int']['output']>;
  /** 区间。 The interval of a ratio of answers. */
  readonly interval?: Maybe<Interval>;
  /** 旁列的数。 The numbers shown beside it. */
  readonly beside: ReadonlyArray<BesideNumber>;
  /** 截至时刻。 As of when. */
  readonly asOf: Scalars['Instant']['output'];
  /** 未计入的事件流数(处理失败而被搁置)。 Streams set aside, which it may lack. */
  readonly incomplete: Scalars['Int']['output'];
  /** 定义。 What it means. */
  readonly definition: FigureDefinition;
  /** 计入事件编号排序后的 SHA-256。 SHA-256 over the sorted ids of its events; computed only when asked for. */
  readonly digest: Scalars['String']['output'];
  /** 背后的记录;相加等于其值。 The entries behind it; they add up to the value. */
  readonly events: FigureEventConnection;
  /** 被移出的记录及原因。 What was taken out, and why. */
  readonly restated: ReadonlyArray<Restated>;
};

/** 一个数字,及其来历。 A figure and where it comes from. */
export type FigureEventsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** 一个数字,及其来历。 A figure and where it comes from. */
export type FigureRestatedArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** 统计的一行。 A row of statistics. */
export type StatisticsRow = {
  readonly __typename?: 'StatisticsRow';
  /** 时间段:日或月;不分时为空。 The bucket: a day or a month; null for one bucket. */
  readonly bucket?: Maybe<Scalars['String']['output']>;
  /** 分组取值。 The group's value. */
  readonly by?: Maybe<Scalars['String']['output']>;
  /** 数字。 The figure. */
  readonly figure: Figure;
};

/** 统计结果。 Statistics. */
export type Statistics = {
  readonly __typename?: 'Statistics';
  /** 演示数据:由编造的事项算出。 Whether it is computed from made-up matters. */
  readonly demo: Scalars['Boolean']['output'];
  /** 截至时刻。 As of when. */
  readonly asOf: Scalars['Instant']['output'];
  /** 各行。 The rows. */
  readonly rows: ReadonlyArray<StatisticsRow>;
};

/** 一个代码及其名称。 A code and its name. */
export type Coded = {
  readonly __typename?: 'Coded';
  /** 代码。 The code. */
  readonly code: Scalars['ID']['output'];
  /** 名称。 Its name. */
  readonly name: Text;
  /** 上级代码。 The code above it, in a tree. */
  readonly parent?: Maybe<Scalars['ID']['output']>;
  /** 启用日。 The first day. */
  readonly from?: Maybe<Scalars['Day']['output']>;
  /** 停用日(最后一天)。 The last day it may be chosen. */
  readonly until?: Maybe<Scalars['Day']['output']>;
  /** 继任代码。 What succeeds it. */
  readonly successor?: Maybe<Scalars['ID']['output']>;
};

/** 事项种类。 A kind of matter. */
export type Kind = {
  readonly __typename?: 'Kind';
  /** 代码。 The code. */
  readonly code: Scalars['ID']['output'];
  /** 名称。 Its name. */
  readonly name: Text;
  /** 上报分类:inquiry 信息咨询、grievance 投诉举报、suggestion 意见建议。 The class it is reported under. */
  readonly reportClass: Scalars['String']['output'];
  /** 由哪个服务办理。 The service that handles it. */
  readonly service: Service;
  /** 停用日。 The last day it may be chosen. */
  readonly until?: Maybe<Scalars['Day']['output']>;
};

/** 机关档案:事项登记时可用的代码。 The office profile: the codes matters are registered with. */
export type Office = {
  readonly __typename?: 'Office';
  /** 机关名称。 The office's name. */
  readonly name: Text;
  /** 时区。 Its time zone. */
  readonly timeZone: Scalars['String']['output'];
  /** 演示数据。 Whether this is a demo store. */
  readonly demo: Scalars['Boolean']['output'];
  /** 今天(机关所在时区)。 Today, in the office's time zone. */
  readonly today: Scalars['Day']['output'];
  /** 单位。 Units. */
  readonly units: ReadonlyArray<Coded>;
  /** 来源。 Sources. */
  readonly sources: ReadonlyArray<Coded>;
  /** 媒介。 Media. */
  readonly media: ReadonlyArray<Coded>;
  /** 服务点。 Service points. */
  readonly servicePoints: ReadonlyArray<Coded>;
  /** 事项种类。 Kinds. */
  readonly kinds: ReadonlyArray<Kind>;
  /** 事项分类。 Categories. */
  readonly categories: ReadonlyArray<Coded>;
  /** 不予受理的理由。 Grounds for not accepting. */
  readonly declineGrounds: ReadonlyArray<Coded>;
  /** 退单的理由。 Grounds for giving a case back. */
  readonly returnGrounds: ReadonlyArray<Coded>;
};

/** 被搁置的事件流:处理失败,等待重试。 A stream set aside: its handling failed and waits for a retry. */
export type SetAside = {
  readonly __typename?: 'SetAside';
  /** 读模型。 The projection. */
  readonly projection: Scalars['String']['output'];
  /** 事件流。 The stream. */
  readonly stream: Scalars['ID']['output'];
  /** 原因。 Why. */
  readonly reason: Scalars['String']['output'];
  /** 第一个等待的事件的类型。 The type of the first event that waits. */
  readonly eventType: Scalars['String']['output'];
  /** 第一个等待的事件的版本。 The revision of the first event that waits. */
  readonly revision: Scalars['Int']['output'];
  /** 搁置自何时。 Since when. */
  readonly since: Scalars['Instant']['output'];
};

/** 维护操作已完成。 An upkeep step is done. */
export type UpkeepDone = {
  readonly __typename?: 'UpkeepDone';
  /** 读模型。 The projection. */
  readonly projection: Scalars['String']['output'];
};

/** 维护操作的结果。 What became of an upkeep step. */
export type UpkeepResult = UpkeepDone | Refusal;

export type ResolverTypeWrapper<T> = Promise<T> | T;

export type Resolver<
  TResult,
  TParent = Record<PropertyKey, never>,
  TContext = Record<PropertyKey, never>,
  TArgs = Record<PropertyKey, never>,
> = ResolverFn<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo,
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo,
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo,
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<
  TResult,
  TKey extends string,
  TParent = Record<PropertyKey, never>,
  TContext = Record<PropertyKey, never>,
  TArgs = Record<PropertyKey, never>,
> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo,
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  obj: T,
  context: TContext,
  info: GraphQLResolveInfo,
) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<
  TResult = Record<PropertyKey, never>,
  TParent = Record<PropertyKey, never>,
  TContext = Record<PropertyKey, never>,
  TArgs = Record<PropertyKey, never>,
> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo,
) => TResult | Promise<TResult>;

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  SignInResult: SignInAnswer | Refusal;
  AccountResult: ListedAccount | Refusal;
  CaseProgressResult: Progress | Refusal;
  CommandResult: CommandDone | Refusal;
  UpkeepResult: UpkeepDone | Refusal;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Account: ResolverTypeWrapper<ListedAccount>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  SignedIn: ResolverTypeWrapper<SignInAnswer>;
  SignInResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SignInResult']>;
  AccountResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AccountResult']>;
  CreateAccountInput: CreateAccountInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  SetPasswordInput: SetPasswordInput;
  AccountInput: AccountInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Service: Service;
  CaseStatus: CaseStatus;
  Queue: Queue;
  CaseSort: CaseSort;
  CallerType: CallerType;
  Urgency: Urgency;
  PersonalState: PersonalState;
  Caller: ResolverTypeWrapper<Caller>;
  Statement: ResolverTypeWrapper<Statement>;
  Subject: ResolverTypeWrapper<Subject>;
  Comment: ResolverTypeWrapper<Comment>;
  TransportObject: ResolverTypeWrapper<TransportObject>;
  LedgerStep: ResolverTypeWrapper<LedgerStep>;
  Due: ResolverTypeWrapper<Due>;
  Case: ResolverTypeWrapper<CaseView>;
  TimelineEntry: ResolverTypeWrapper<TimelineEntry>;
  CaseEdge: ResolverTypeWrapper<Omit<CaseEdge, 'node'> & { node: ResolversTypes['Case'] }>;
  CaseConnection: ResolverTypeWrapper<
    Omit<CaseConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['CaseEdge']> }
  >;
  ProgressStep: ResolverTypeWrapper<ProgressStep>;
  CaseProgress: ResolverTypeWrapper<Progress>;
  CaseProgressResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CaseProgressResult']>;
  NamedCount: ResolverTypeWrapper<NamedCount>;
  DeskCounts: ResolverTypeWrapper<Counts>;
  CaseFilter: CaseFilter;
  CaseTimeline: ResolverTypeWrapper<CaseView>;
  DeskChange: ResolverTypeWrapper<
    Omit<DeskChange, 'counts' | 'cases'> & {
      counts: ResolversTypes['DeskCounts'];
      cases: ResolversTypes['CaseConnection'];
    }
  >;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  CommandDone: ResolverTypeWrapper<CommandDone>;
  CommandResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CommandResult']>;
  Precision: Precision;
  MomentInput: MomentInput;
  PersonalPart: PersonalPart;
  AttemptOutcome: AttemptOutcome;
  CallerInput: CallerInput;
  StatementInput: StatementInput;
  SubjectInput: SubjectInput;
  CommentInput: CommentInput;
  TransportObjectInput: TransportObjectInput;
  DetailChangesInput: DetailChangesInput;
  RegisterInput: RegisterInput;
  AcceptCaseInput: AcceptCaseInput;
  DeclineCaseInput: DeclineCaseInput;
  AssignCaseInput: AssignCaseInput;
  SignAssignmentInput: SignAssignmentInput;
  ReturnAssignmentInput: ReturnAssignmentInput;
  DraftReplyInput: DraftReplyInput;
  SendBackReplyInput: SendBackReplyInput;
  ApproveReplyInput: ApproveReplyInput;
  DeliverReplyInput: DeliverReplyInput;
  RequestExtensionInput: RequestExtensionInput;
  GrantExtensionInput: GrantExtensionInput;
  RefuseExtensionInput: RefuseExtensionInput;
  CorrectDetailsInput: CorrectDetailsInput;
  CorrectCallerInput: CorrectCallerInput;
  VoidCaseInput: VoidCaseInput;
  WithdrawCaseInput: WithdrawCaseInput;
  ReopenCaseInput: ReopenCaseInput;
  ErasePersonalDataInput: ErasePersonalDataInput;
  RecordAnswerInput: RecordAnswerInput;
  AttemptFollowUpInput: AttemptFollowUpInput;
  CloseCaseInput: CloseCaseInput;
  RedoCaseInput: RedoCaseInput;
  AnswerAtFirstContactInput: AnswerAtFirstContactInput;
  RateCaseInput: RateCaseInput;
  HandOverInput: HandOverInput;
  Role: Role;
  PublicPart: PublicPart;
  Day: ResolverTypeWrapper<Scalars['Day']['output']>;
  Instant: ResolverTypeWrapper<Scalars['Instant']['output']>;
  Json: ResolverTypeWrapper<Scalars['Json']['output']>;
  Text: ResolverTypeWrapper<Text>;
  Refusal: ResolverTypeWrapper<Refusal>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Granularity: Granularity;
  FigureKind: FigureKind;
  DimensionInput: DimensionInput;
  FigureDefinition: ResolverTypeWrapper<FigureDefinition>;
  Interval: ResolverTypeWrapper<Interval>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  BesideNumber: ResolverTypeWrapper<BesideNumber>;
  FigureEvent: ResolverTypeWrapper<FigureEntry>;
  FigureEventEdge: ResolverTypeWrapper<Omit<FigureEventEdge, 'node'> & { node: ResolversTypes['FigureEvent'] }>;
  FigureEventConnection: ResolverTypeWrapper<
    Omit<FigureEventConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['FigureEventEdge']> }
  >;
  Restated: ResolverTypeWrapper<RestatedEntry>;
  Figure: ResolverTypeWrapper<AskedFigure>;
  StatisticsRow: ResolverTypeWrapper<Omit<StatisticsRow, 'figure'> & { figure: ResolversTypes['Figure'] }>;
  Statistics: ResolverTypeWrapper<Omit<Statistics, 'rows'> & { rows: ReadonlyArray<ResolversTypes['StatisticsRow']> }>;
  Coded: ResolverTypeWrapper<Coded>;
  Kind: ResolverTypeWrapper<Kind>;
  Office: ResolverTypeWrapper<Office>;
  SetAside: ResolverTypeWrapper<SetAside>;
  UpkeepDone: ResolverTypeWrapper<UpkeepDone>;
  UpkeepResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UpkeepResult']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Account: ListedAccount;
  String: Scalars['String']['output'];
  Boolean: Scalars['Boolean']['output'];
  SignedIn: SignInAnswer;
  SignInResult: ResolversUnionTypes<ResolversParentTypes>['SignInResult'];
  AccountResult: ResolversUnionTypes<ResolversParentTypes>['AccountResult'];
  CreateAccountInput: CreateAccountInput;
  ID: Scalars['ID']['output'];
  SetPasswordInput: SetPasswordInput;
  AccountInput: AccountInput;
  Query: Record<PropertyKey, never>;
  Int: Scalars['Int']['output'];
  Mutation: Record<PropertyKey, never>;
  Caller: Caller;
  Statement: Statement;
  Subject: Subject;
  Comment: Comment;
  TransportObject: TransportObject;
  LedgerStep: LedgerStep;
  Due: Due;
  Case: CaseView;
  TimelineEntry: TimelineEntry;
  CaseEdge: Omit<CaseEdge, 'node'> & { node: ResolversParentTypes['Case'] };
  CaseConnection: Omit<CaseConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['CaseEdge']> };
  ProgressStep: ProgressStep;
  CaseProgress: Progress;
  CaseProgressResult: ResolversUnionTypes<ResolversParentTypes>['CaseProgressResult'];
  NamedCount: NamedCount;
  DeskCounts: Counts;
  CaseFilter: CaseFilter;
  CaseTimeline: CaseView;
  DeskChange: Omit<DeskChange, 'counts' | 'cases'> & {
    counts: ResolversParentTypes['DeskCounts'];
    cases: ResolversParentTypes['CaseConnection'];
  };
  Subscription: Record<PropertyKey, never>;
  CommandDone: CommandDone;
  CommandResult: ResolversUnionTypes<ResolversParentTypes>['CommandResult'];
  MomentInput: MomentInput;
  CallerInput: CallerInput;
  StatementInput: StatementInput;
  SubjectInput: SubjectInput;
  CommentInput: CommentInput;
  TransportObjectInput: TransportObjectInput;
  DetailChangesInput: DetailChangesInput;
  RegisterInput: RegisterInput;
  AcceptCaseInput: AcceptCaseInput;
  DeclineCaseInput: DeclineCaseInput;
  AssignCaseInput: AssignCaseInput;
  SignAssignmentInput: SignAssignmentInput;
  ReturnAssignmentInput: ReturnAssignmentInput;
  DraftReplyInput: DraftReplyInput;
  SendBackReplyInput: SendBackReplyInput;
  ApproveReplyInput: ApproveReplyInput;
  DeliverReplyInput: DeliverReplyInput;
  RequestExtensionInput: RequestExtensionInput;
  GrantExtensionInput: GrantExtensionInput;
  RefuseExtensionInput: RefuseExtensionInput;
  CorrectDetailsInput: CorrectDetailsInput;
  CorrectCallerInput: CorrectCallerInput;
  VoidCaseInput: VoidCaseInput;
  WithdrawCaseInput: WithdrawCaseInput;
  ReopenCaseInput: ReopenCaseInput;
  ErasePersonalDataInput: ErasePersonalDataInput;
  RecordAnswerInput: RecordAnswerInput;
  AttemptFollowUpInput: AttemptFollowUpInput;
  CloseCaseInput: CloseCaseInput;
  RedoCaseInput: RedoCaseInput;
  AnswerAtFirstContactInput: AnswerAtFirstContactInput;
  RateCaseInput: RateCaseInput;
  HandOverInput: HandOverInput;
  Day: Scalars['Day']['output'];
  Instant: Scalars['Instant']['output'];
  Json: Scalars['Json']['output'];
  Text: Text;
  Refusal: Refusal;
  PageInfo: PageInfo;
  DimensionInput: DimensionInput;
  FigureDefinition: FigureDefinition;
  Interval: Interval;
  Float: Scalars['Float']['output'];
  BesideNumber: BesideNumber;
  FigureEvent: FigureEntry;
  FigureEventEdge: Omit<FigureEventEdge, 'node'> & { node: ResolversParentTypes['FigureEvent'] };
  FigureEventConnection: Omit<FigureEventConnection, 'edges'> & {
    edges: ReadonlyArray<ResolversParentTypes['FigureEventEdge']>;
  };
  Restated: RestatedEntry;
  Figure: AskedFigure;
  StatisticsRow: Omit<StatisticsRow, 'figure'> & { figure: ResolversParentTypes['Figure'] };
  Statistics: Omit<Statistics, 'rows'> & { rows: ReadonlyArray<ResolversParentTypes['StatisticsRow']> };
  Coded: Coded;
  Kind: Kind;
  Office: Office;
  SetAside: SetAside;
  UpkeepDone: UpkeepDone;
  UpkeepResult: ResolversUnionTypes<ResolversParentTypes>['UpkeepResult'];
};

export type AllowDirectiveArgs = {
  roles: ReadonlyArray<Role>;
  public?: Maybe<PublicPart>;
};

export type AllowDirectiveResolver<
  Result,
  Parent,
  ContextType = RequestContext,
  Args = AllowDirectiveArgs,
> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AccountResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Account'] = ResolversParentTypes['Account'],
> = {
  account?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  disabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SignedInResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['SignedIn'] = ResolversParentTypes['SignedIn'],
> = {
  token?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  account?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SignInResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['SignInResult'] = ResolversParentTypes['SignInResult'],
> = {
  __resolveType: TypeResolveFn<'SignedIn' | 'Refusal', ParentType, ContextType>;
};

export type AccountResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['AccountResult'] = ResolversParentTypes['AccountResult'],
> = {
  __resolveType: TypeResolveFn<'Account' | 'Refusal', ParentType, ContextType>;
};

export type QueryResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query'],
> = {
  me?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  accounts?: Resolver<ReadonlyArray<ResolversTypes['Account']>, ParentType, ContextType>;
  cases?: Resolver<
    ResolversTypes['CaseConnection'],
    ParentType,
    ContextType,
    RequireFields<QueryCasesArgs, 'first' | 'sort' | 'descending'>
  >;
  case?: Resolver<Maybe<ResolversTypes['Case']>, ParentType, ContextType, RequireFields<QueryCaseArgs, 'id'>>;
  caseByNumber?: Resolver<
    Maybe<ResolversTypes['Case']>,
    ParentType,
    ContextType,
    RequireFields<QueryCaseByNumberArgs, 'number'>
  >;
  caseTimeline?: Resolver<
    Maybe<ResolversTypes['CaseTimeline']>,
    ParentType,
    ContextType,
    RequireFields<QueryCaseTimelineArgs, 'id'>
  >;
  callerCases?: Resolver<
    ReadonlyArray<ResolversTypes['Case']>,
    ParentType,
    ContextType,
    RequireFields<QueryCallerCasesArgs, 'phone'>
  >;
  caseProgress?: Resolver<
    ResolversTypes['CaseProgressResult'],
    ParentType,
    ContextType,
    RequireFields<QueryCaseProgressArgs, 'number' | 'queryCode'>
  >;
  deskCounts?: Resolver<ResolversTypes['DeskCounts'], ParentType, ContextType, Partial<QueryDeskCountsArgs>>;
  figureDefinitions?: Resolver<ReadonlyArray<ResolversTypes['FigureDefinition']>, ParentType, ContextType>;
  statistics?: Resolver<
    ResolversTypes['Statistics'],
    ParentType,
    ContextType,
    RequireFields<QueryStatisticsArgs, 'figures' | 'from' | 'to' | 'granularity'>
  >;
  figure?: Resolver<
    ResolversTypes['Figure'],
    ParentType,
    ContextType,
    RequireFields<QueryFigureArgs, 'name' | 'from' | 'to'>
  >;
  office?: Resolver<ResolversTypes['Office'], ParentType, ContextType>;
  setAside?: Resolver<ReadonlyArray<ResolversTypes['SetAside']>, ParentType, ContextType>;
};

export type MutationResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation'],
> = {
  signIn?: Resolver<
    ResolversTypes['SignInResult'],
    ParentType,
    ContextType,
    RequireFields<MutationSignInArgs, 'account' | 'password'>
  >;
  createAccount?: Resolver<
    ResolversTypes['AccountResult'],
    ParentType,
    ContextType,
    RequireFields<MutationCreateAccountArgs, 'input'>
  >;
  setPassword?: Resolver<
    ResolversTypes['AccountResult'],
    ParentType,
    ContextType,
    RequireFields<MutationSetPasswordArgs, 'input'>
  >;
  disableAccount?: Resolver<
    ResolversTypes['AccountResult'],
    ParentType,
    ContextType,
    RequireFields<MutationDisableAccountArgs, 'input'>
  >;
  enableAccount?: Resolver<
    ResolversTypes['AccountResult'],
    ParentType,
    ContextType,
    RequireFields<MutationEnableAccountArgs, 'input'>
  >;
  registerConsultation?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationRegisterConsultationArgs, 'input'>
  >;
  registerComplaint?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationRegisterComplaintArgs, 'input'>
  >;
  registerCase?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationRegisterCaseArgs, 'input'>
  >;
  acceptCase?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationAcceptCaseArgs, 'input'>
  >;
  declineCase?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationDeclineCaseArgs, 'input'>
  >;
  assignCase?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationAssignCaseArgs, 'input'>
  >;
  signAssignment?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationSignAssignmentArgs, 'input'>
  >;
  returnAssignment?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationReturnAssignmentArgs, 'input'>
  >;
  draftReply?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationDraftReplyArgs, 'input'>
  >;
  sendBackReply?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationSendBackReplyArgs, 'input'>
  >;
  approveReply?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationApproveReplyArgs, 'input'>
  >;
  deliverReply?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationDeliverReplyArgs, 'input'>
  >;
  requestExtension?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationRequestExtensionArgs, 'input'>
  >;
  grantExtension?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationGrantExtensionArgs, 'input'>
  >;
  refuseExtension?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationRefuseExtensionArgs, 'input'>
  >;
  correctDetails?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationCorrectDetailsArgs, 'input'>
  >;
  correctCaller?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationCorrectCallerArgs, 'input'>
  >;
  voidCase?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationVoidCaseArgs, 'input'>
  >;
  withdrawCase?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationWithdrawCaseArgs, 'input'>
  >;
  reopenCase?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationReopenCaseArgs, 'input'>
  >;
  erasePersonalData?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationErasePersonalDataArgs, 'input'>
  >;
  recordAnswer?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationRecordAnswerArgs, 'input'>
  >;
  attemptFollowUp?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationAttemptFollowUpArgs, 'input'>
  >;
  closeCase?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationCloseCaseArgs, 'input'>
  >;
  redoCase?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationRedoCaseArgs, 'input'>
  >;
  answerAtFirstContact?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationAnswerAtFirstContactArgs, 'input'>
  >;
  rateCase?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationRateCaseArgs, 'input'>
  >;
  handOver?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationHandOverArgs, 'input'>
  >;
  retrySetAside?: Resolver<
    ResolversTypes['UpkeepResult'],
    ParentType,
    ContextType,
    RequireFields<MutationRetrySetAsideArgs, 'projection' | 'stream'>
  >;
  rebuildProjection?: Resolver<
    ResolversTypes['UpkeepResult'],
    ParentType,
    ContextType,
    RequireFields<MutationRebuildProjectionArgs, 'projection'>
  >;
};

export type CallerResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Caller'] = ResolversParentTypes['Caller'],
> = {
  state?: Resolver<ResolversTypes['PersonalState'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  organisation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  idNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type StatementResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Statement'] = ResolversParentTypes['Statement'],
> = {
  state?: Resolver<ResolversTypes['PersonalState'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  place?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SubjectResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Subject'] = ResolversParentTypes['Subject'],
> = {
  state?: Resolver<ResolversTypes['PersonalState'], ParentType, ContextType>;
  plate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  driver?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CommentResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Comment'] = ResolversParentTypes['Comment'],
> = {
  state?: Resolver<ResolversTypes['PersonalState'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TransportObjectResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['TransportObject'] = ResolversParentTypes['TransportObject'],
> = {
  line?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  company?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  road?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LedgerStepResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['LedgerStep'] = ResolversParentTypes['LedgerStep'],
> = {
  what?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
  days?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  why?: Resolver<ResolversTypes['Text'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DueResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Due'] = ResolversParentTypes['Due'],
> = {
  on?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
  workingDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  policy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  calendar?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  provisional?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  warnOn?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
  remindOn?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
  steps?: Resolver<ReadonlyArray<ResolversTypes['LedgerStep']>, ParentType, ContextType>;
};

export type CaseResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Case'] = ResolversParentTypes['Case'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  service?: Resolver<ResolversTypes['Service'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CaseStatus'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  category?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  medium?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  urgency?: Resolver<ResolversTypes['Urgency'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  callerType?: Resolver<ResolversTypes['CallerType'], ParentType, ContextType>;
  externalNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  servicePoint?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  object?: Resolver<Maybe<ResolversTypes['TransportObject']>, ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  receivedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cameAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  registeredAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  acceptedAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  answeredAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  closedAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  history?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  round?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  due?: Resolver<Maybe<ResolversTypes['Due']>, ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
  extension?: Resolver<Maybe<ResolversTypes['Json']>, ParentType, ContextType>;
  reply?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  level?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  followUpOn?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
  outcomeUnrecorded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  handedOverTo?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  origin?: Resolver<Maybe<ResolversTypes['Json']>, ParentType, ContextType>;
  caller?: Resolver<Maybe<ResolversTypes['Caller']>, ParentType, ContextType>;
  statement?: Resolver<Maybe<ResolversTypes['Statement']>, ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['Subject']>, ParentType, ContextType>;
  comment?: Resolver<Maybe<ResolversTypes['Comment']>, ParentType, ContextType>;
  timeline?: Resolver<ReadonlyArray<ResolversTypes['TimelineEntry']>, ParentType, ContextType>;
};

export type TimelineEntryResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['TimelineEntry'] = ResolversParentTypes['TimelineEntry'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['Text'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  stated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  data?: Resolver<ResolversTypes['Json'], ParentType, ContextType>;
};

export type CaseEdgeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CaseEdge'] = ResolversParentTypes['CaseEdge'],
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Case'], ParentType, ContextType>;
};

export type CaseConnectionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CaseConnection'] = ResolversParentTypes['CaseConnection'],
> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CaseEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProgressStepResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ProgressStep'] = ResolversParentTypes['ProgressStep'],
> = {
  title?: Resolver<ResolversTypes['Text'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
};

export type CaseProgressResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CaseProgress'] = ResolversParentTypes['CaseProgress'],
> = {
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CaseStatus'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  cameAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reply?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  answeredAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  declinedGround?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  steps?: Resolver<ReadonlyArray<ResolversTypes['ProgressStep']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CaseProgressResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CaseProgressResult'] = ResolversParentTypes['CaseProgressResult'],
> = {
  __resolveType: TypeResolveFn<'CaseProgress' | 'Refusal', ParentType, ContextType>;
};

export type NamedCountResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['NamedCount'] = ResolversParentTypes['NamedCount'],
> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DeskCountsResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['DeskCounts'] = ResolversParentTypes['DeskCounts'],
> = {
  byStatus?: Resolver<ReadonlyArray<ResolversTypes['NamedCount']>, ParentType, ContextType>;
  byQueue?: Resolver<ReadonlyArray<ResolversTypes['NamedCount']>, ParentType, ContextType>;
};

export type CaseTimelineResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CaseTimeline'] = ResolversParentTypes['CaseTimeline'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CaseStatus'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  category?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  medium?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cameAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  handedOverTo?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  due?: Resolver<Maybe<ResolversTypes['Due']>, ParentType, ContextType>;
  entries?: Resolver<ReadonlyArray<ResolversTypes['TimelineEntry']>, ParentType, ContextType>;
};

export type DeskChangeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['DeskChange'] = ResolversParentTypes['DeskChange'],
> = {
  counts?: Resolver<ResolversTypes['DeskCounts'], ParentType, ContextType>;
  cases?: Resolver<ResolversTypes['CaseConnection'], ParentType, ContextType>;
};

export type SubscriptionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription'],
> = {
  deskChanged?: SubscriptionResolver<
    ResolversTypes['DeskChange'],
    'deskChanged',
    ParentType,
    ContextType,
    RequireFields<SubscriptionDeskChangedArgs, 'first'>
  >;
  figureChanged?: SubscriptionResolver<
    ResolversTypes['Figure'],
    'figureChanged',
    ParentType,
    ContextType,
    RequireFields<SubscriptionFigureChangedArgs, 'name' | 'from' | 'to'>
  >;
};

export type CommandDoneResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CommandDone'] = ResolversParentTypes['CommandDone'],
> = {
  case?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  events?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  token?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  queryCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CommandResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['CommandResult'] = ResolversParentTypes['CommandResult'],
> = {
  __resolveType: TypeResolveFn<'CommandDone' | 'Refusal', ParentType, ContextType>;
};

export interface DayScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Day'], any> {
  name: 'Day';
}

export interface InstantScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Instant'], any> {
  name: 'Instant';
}

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Json'], any> {
  name: 'Json';
}

export type TextResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Text'] = ResolversParentTypes['Text'],
> = {
  zh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  en?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RefusalResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Refusal'] = ResolversParentTypes['Refusal'],
> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  textZh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  textEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PageInfoResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo'],
> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type FigureDefinitionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['FigureDefinition'] = ResolversParentTypes['FigureDefinition'],
> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['Text'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['FigureKind'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['Text'], ParentType, ContextType>;
  population?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dimensions?: Resolver<ReadonlyArray<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type IntervalResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Interval'] = ResolversParentTypes['Interval'],
> = {
  low?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  high?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type BesideNumberResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['BesideNumber'] = ResolversParentTypes['BesideNumber'],
> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type FigureEventResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['FigureEvent'] = ResolversParentTypes['FigureEvent'],
> = {
  event?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  case?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  day?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  counted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  dimensions?: Resolver<ResolversTypes['Json'], ParentType, ContextType>;
};

export type FigureEventEdgeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['FigureEventEdge'] = ResolversParentTypes['FigureEventEdge'],
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['FigureEvent'], ParentType, ContextType>;
};

export type FigureEventConnectionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['FigureEventConnection'] = ResolversParentTypes['FigureEventConnection'],
> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['FigureEventEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RestatedResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Restated'] = ResolversParentTypes['Restated'],
> = {
  event?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  case?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  day?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
  takenOutAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FigureResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Figure'] = ResolversParentTypes['Figure'],
> = {
  demo?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  numerator?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  denominator?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  interval?: Resolver<Maybe<ResolversTypes['Interval']>, ParentType, ContextType>;
  beside?: Resolver<ReadonlyArray<ResolversTypes['BesideNumber']>, ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  incomplete?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  definition?: Resolver<ResolversTypes['FigureDefinition'], ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  events?: Resolver<
    ResolversTypes['FigureEventConnection'],
    ParentType,
    ContextType,
    RequireFields<FigureEventsArgs, 'first'>
  >;
  restated?: Resolver<
    ReadonlyArray<ResolversTypes['Restated']>,
    ParentType,
    ContextType,
    RequireFields<FigureRestatedArgs, 'first'>
  >;
};

export type StatisticsRowResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['StatisticsRow'] = ResolversParentTypes['StatisticsRow'],
> = {
  bucket?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  figure?: Resolver<ResolversTypes['Figure'], ParentType, ContextType>;
};

export type StatisticsResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Statistics'] = ResolversParentTypes['Statistics'],
> = {
  demo?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  rows?: Resolver<ReadonlyArray<ResolversTypes['StatisticsRow']>, ParentType, ContextType>;
};

export type CodedResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Coded'] = ResolversParentTypes['Coded'],
> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['Text'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
  successor?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type KindResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Kind'] = ResolversParentTypes['Kind'],
> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['Text'], ParentType, ContextType>;
  reportClass?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  service?: Resolver<ResolversTypes['Service'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
};

export type OfficeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Office'] = ResolversParentTypes['Office'],
> = {
  name?: Resolver<ResolversTypes['Text'], ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  demo?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  today?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
  units?: Resolver<ReadonlyArray<ResolversTypes['Coded']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Coded']>, ParentType, ContextType>;
  media?: Resolver<ReadonlyArray<ResolversTypes['Coded']>, ParentType, ContextType>;
  servicePoints?: Resolver<ReadonlyArray<ResolversTypes['Coded']>, ParentType, ContextType>;
  kinds?: Resolver<ReadonlyArray<ResolversTypes['Kind']>, ParentType, ContextType>;
  categories?: Resolver<ReadonlyArray<ResolversTypes['Coded']>, ParentType, ContextType>;
  declineGrounds?: Resolver<ReadonlyArray<ResolversTypes['Coded']>, ParentType, ContextType>;
  returnGrounds?: Resolver<ReadonlyArray<ResolversTypes['Coded']>, ParentType, ContextType>;
};

export type SetAsideResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['SetAside'] = ResolversParentTypes['SetAside'],
> = {
  projection?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stream?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  eventType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
};

export type UpkeepDoneResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['UpkeepDone'] = ResolversParentTypes['UpkeepDone'],
> = {
  projection?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpkeepResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['UpkeepResult'] = ResolversParentTypes['UpkeepResult'],
> = {
  __resolveType: TypeResolveFn<'UpkeepDone' | 'Refusal', ParentType, ContextType>;
};

export type Resolvers<ContextType = RequestContext> = {
  Account?: AccountResolvers<ContextType>;
  SignedIn?: SignedInResolvers<ContextType>;
  SignInResult?: SignInResultResolvers<ContextType>;
  AccountResult?: AccountResultResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Caller?: CallerResolvers<ContextType>;
  Statement?: StatementResolvers<ContextType>;
  Subject?: SubjectResolvers<ContextType>;
  Comment?: CommentResolvers<ContextType>;
  TransportObject?: TransportObjectResolvers<ContextType>;
  LedgerStep?: LedgerStepResolvers<ContextType>;
  Due?: DueResolvers<ContextType>;
  Case?: CaseResolvers<ContextType>;
  TimelineEntry?: TimelineEntryResolvers<ContextType>;
  CaseEdge?: CaseEdgeResolvers<ContextType>;
  CaseConnection?: CaseConnectionResolvers<ContextType>;
  ProgressStep?: ProgressStepResolvers<ContextType>;
  CaseProgress?: CaseProgressResolvers<ContextType>;
  CaseProgressResult?: CaseProgressResultResolvers<ContextType>;
  NamedCount?: NamedCountResolvers<ContextType>;
  DeskCounts?: DeskCountsResolvers<ContextType>;
  CaseTimeline?: CaseTimelineResolvers<ContextType>;
  DeskChange?: DeskChangeResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  CommandDone?: CommandDoneResolvers<ContextType>;
  CommandResult?: CommandResultResolvers<ContextType>;
  Day?: GraphQLScalarType;
  Instant?: GraphQLScalarType;
  Json?: GraphQLScalarType;
  Text?: TextResolvers<ContextType>;
  Refusal?: RefusalResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  FigureDefinition?: FigureDefinitionResolvers<ContextType>;
  Interval?: IntervalResolvers<ContextType>;
  BesideNumber?: BesideNumberResolvers<ContextType>;
  FigureEvent?: FigureEventResolvers<ContextType>;
  FigureEventEdge?: FigureEventEdgeResolvers<ContextType>;
  FigureEventConnection?: FigureEventConnectionResolvers<ContextType>;
  Restated?: RestatedResolvers<ContextType>;
  Figure?: FigureResolvers<ContextType>;
  StatisticsRow?: StatisticsRowResolvers<ContextType>;
  Statistics?: StatisticsResolvers<ContextType>;
  Coded?: CodedResolvers<ContextType>;
  Kind?: KindResolvers<ContextType>;
  Office?: OfficeResolvers<ContextType>;
  SetAside?: SetAsideResolvers<ContextType>;
  UpkeepDone?: UpkeepDoneResolvers<ContextType>;
  UpkeepResult?: UpkeepResultResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = RequestContext> = {
  allow?: AllowDirectiveResolver<any, any, ContextType>;
};

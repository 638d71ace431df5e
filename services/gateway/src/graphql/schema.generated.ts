/* eslint-disable -- Generated from schema/*.graphql by `npm run generate`: change those. */
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ListedAccount } from '../accounts/accounts.projection.js';
import type {
  CaseProgress as Progress,
  CaseView,
  FigureEvent as FigureEntry,
  Restated as RestatedEntry,
  KnowledgeView,
  DraftView,
} from '@sunlit/contracts';
import type { SignedIn as SignInAnswer } from '../sign-in/sign-in.js';
import type { AskedFigure } from '../resolvers/figures.resolvers.js';
import type { UnansweredAsked } from '../resolvers/knowledge.resolvers.js';
import type { Counts } from '../resolvers/case-pages.js';
import type { FoundCluster } from '../resolvers/clusters.resolvers.js';
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
  /** 近 days 天内同一分类、同一对象达 atLeast 件的事项组,件数多的在前,至多 100 组;写法不同(全半角、空格、大小写)的算同一对象。 Groups of at least so many matters of one category about one object that came in the last days, the largest first, 100 at most; other widths, blanks and cases of letters are the same object. */
  readonly clusters: ReadonlyArray<Cluster>;
  /** 知识库的一条;公众只能看到已发布且有效的。 An answer of the knowledge base; the public sees what is published and holds. */
  readonly knowledge?: Maybe<Knowledge>;
  /** 搜索知识库,最相关的在前;不填 text 则最近变动的在前。 Searches the knowledge base, the best first; without text the latest first. */
  readonly knowledgeSearch: KnowledgeConnection;
  /** 输入时的建议,至多五条。 Suggestions while somebody types, at most five. */
  readonly knowledgeSuggestions: ReadonlyArray<KnowledgeSuggestion>;
  /** 知识库的缺口。 What the knowledge base lacks. */
  readonly unanswered: Unanswered;
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
  purpose: Scalars['String']['input'];
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

/** 查询。 What can be read. */
export type QueryClustersArgs = {
  days: Scalars['Int']['input'];
  atLeast: Scalars['Int']['input'];
};

/** 查询。 What can be read. */
export type QueryKnowledgeArgs = {
  id: Scalars['ID']['input'];
  atLeast?: InputMaybe<Scalars['String']['input']>;
};

/** 查询。 What can be read. */
export type QueryKnowledgeSearchArgs = {
  text?: InputMaybe<Scalars['String']['input']>;
  category?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<KnowledgeStatus>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  atLeast?: InputMaybe<Scalars['String']['input']>;
};

/** 查询。 What can be read. */
export type QueryKnowledgeSuggestionsArgs = {
  text: Scalars['String']['input'];
};

/** 查询。 What can be read. */
export type QueryUnansweredArgs = {
  category?: InputMaybe<Scalars['String']['input']>;
  atLeast?: InputMaybe<Scalars['String']['input']>;
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
  /** 回访:投诉,以及按规定或人工选取的其他事项。 Follows up by a call: a complaint, or another matter that was selected. */
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
  /** 再次来电来访:催办、补充事实、撤回;不重新计时。 The person came again; it restarts no clock. */
  readonly addContact: CommandResult;
  /** 无效来电,不立事项。 A contact that opens nothing. */
  readonly recordInvalidContact: ContactResult;
  /** 无效来电作废。 Voids an invalid contact. */
  readonly voidInvalidContact: ContactResult;
  /** 并案:同一人同一事项并入本件,一并答复。 Joins the same person's duplicate into this case: one answer. */
  readonly holdDuplicate: CommandResult;
  /** 解除并案,重复件恢复原状。 Releases a duplicate: it is as it was before. */
  readonly releaseDuplicate: CommandResult;
  /** 关联:他人同一事项随本件办理,分别答复。 Links another person's case under this one: handled once, each answered. */
  readonly holdFollower: CommandResult;
  /** 解除关联。 Releases a case that follows. */
  readonly releaseFollower: CommandResult;
  /** 此前已答复且无新内容,不予受理。 Declines a case answered before, with nothing new, naming that answer. */
  readonly declineAsAnswered: CommandResult;
  /** 标记来件人,到期失效。 Flags the person, until a day. */
  readonly flagPerson: CommandResult;
  /** 取消标记。 Removes a flag. */
  readonly removeFlag: CommandResult;
  /** 人工选取回访;另行统计,不给区间。 Picks a round by hand for follow-up: counted apart, without an interval. */
  readonly selectForFollowUp: CommandResult;
  /** 回访评价不予采用;数字同时给出采用前后两种。 Sets a follow-up rating aside; figures are shown with and without it. */
  readonly setRatingAside: CommandResult;
  /** 恢复评价。 Restores a rating. */
  readonly restoreRating: CommandResult;
  /** 记录短信链接或窗口评价器的评价;不作回访统计。 Records a rating by message or device: never counted as follow-up. */
  readonly rateBy: CommandResult;
  /** 登记事项的业务领域、区域和对象。 Says what a matter names: business field, district, objects. */
  readonly setAttributes: CommandResult;
  /** 拟写一条答复。 Proposes an answer. */
  readonly proposeAnswer: KnowledgeResult;
  /** 修订一条答复;此前的审核作废。 Revises an answer; what was said of the text before is void. */
  readonly reviseAnswer: KnowledgeResult;
  /** 审核通过;审核人不得是拟写人。 Approves the text; not by who wrote it. */
  readonly approveAnswer: KnowledgeResult;
  /** 退回修改。 Sends the text back. */
  readonly sendBackAnswer: KnowledgeResult;
  /** 发布审核通过的文本。 Publishes the approved text. */
  readonly publishAnswer: KnowledgeResult;
  /** 停用一条答复,不再能搜到。 Retires an answer: it is found no more. */
  readonly retireAnswer: KnowledgeResult;
  /** 记录一个没有找到答复的问题。 Notes a question nobody found an answer to. */
  readonly noteMissingAnswer: KnowledgeResult;
  /** 该问题已有答复。 Says which answer there is now. */
  readonly settleMissingAnswer: KnowledgeResult;
  /** 重试被搁置的事件流。 Tries a stream set aside again. */
  readonly retrySetAside: UpkeepResult;
  /** 从日志重建读模型。 Rebuilds a projection from the log. */
  readonly rebuildProjection: UpkeepResult;
  /** 平台派来工单:按平台的类型归到咨询或投诉;重复派来的答以原有事项,派单时刻更晚的记为再次派单。 A platform sends an order: its kind leads to consultations or complaints; one sent again is answered with the case there is, and a later dispatch is noted there. */
  readonly receiveOrder: CommandResult;
  /** 签收平台工单。 Signs for the order. */
  readonly signOrder: CommandResult;
  /** 向平台申请退单:须在平台时限内、答复送达之前。 Asks the platform to take the order back: within its limit, before an answer was delivered. */
  readonly returnOrder: CommandResult;
  /** 记录平台收回工单:不再办理,不计入受理。 Notes that the platform took the order back: it is handled here no more, and is no accepted matter. */
  readonly noteOrderTakenBack: CommandResult;
  /** 记录平台不同意退单。 Notes that the platform insists. */
  readonly noteOrderInsisted: CommandResult;
  /** 记录平台以同一编号再次派单:重新签收,自派单起算的期限重新起算。 Notes that the platform dispatched the order again: it is signed for anew, and a limit from dispatch begins again. */
  readonly noteOrderSentAgain: CommandResult;
  /** 向平台申请延期。 Asks the platform for more time. */
  readonly askOrderExtension: CommandResult;
  /** 记录平台对延期的答复。 Notes what the platform decided. */
  readonly noteOrderExtension: CommandResult;
  /** 向平台报结:答复送达、不予受理或撤回之后。 Reports to the platform what became of the order, once it is answered, declined or withdrawn. */
  readonly reportOrder: CommandResult;
  /** 记录平台接收报结。 Notes that the platform took the report. */
  readonly noteReportTaken: CommandResult;
  /** 记录平台退回重办:开始新一轮,期限重新计算。 Notes that the report bounced: a new round begins, its deadline set anew. */
  readonly noteReportBounced: CommandResult;
  /** 登记平台自行回访的评价;每次报结一条。 Records what the person told the platform; one for each report. */
  readonly recordPlatformRating: CommandResult;
  /** 封存个人信息。 Restricts the personal data of a case. */
  readonly restrictCase: CommandResult;
  /** 解除封存。 Lifts the restriction. */
  readonly liftRestriction: CommandResult;
  /** 为来件人保密。 Keeps the person's identity secret. */
  readonly giveSecrecy: CommandResult;
  /** 解除保密。 Lifts secrecy. */
  readonly liftSecrecy: CommandResult;
  /** 写明供承办单位阅看的内容。 Writes what units and exports read of a secret case. */
  readonly writeTextForUnits: CommandResult;
  /** 查看保密事项的来件人;每次查看都是一条记录。由本局规定的角色查看。 Opens the identity in a secret case; each opening is recorded. For the roles the profile names. */
  readonly openIdentity: IdentityResult;
  /** 阶段性回复:先行告知来电人;不是答复,不停止计时。 Tells the person something before the answer: no answer, and no clock stops. */
  readonly giveInterimReply: CommandResult;
  /** 申请挂起:等待来件人或其他机关期间停止计时。 Asks that the clock stand still while it waits for the person or another authority. */
  readonly askSuspension: CommandResult;
  /** 同意挂起,最长期限按单位档案。 Grants the suspension, for as long as the profile says at most. */
  readonly approveSuspension: CommandResult;
  /** 不同意挂起。 Refuses the suspension. */
  readonly refuseSuspension: CommandResult;
  /** 恢复办理:继续计时,到期日顺延挂起的工作日数。 Ends the suspension: due later by the working days it lasted. */
  readonly resumeCase: CommandResult;
  /** 主办单位交下级单位办理,仍由其负责。 The lead passes its work down to a unit below and stays answerable. */
  readonly passAssignmentDown: CommandResult;
  /** 请另一单位协办。 Asks another unit to assist. */
  readonly giveTask: CommandResult;
  /** 签收协办任务。 Signs for a task. */
  readonly signTask: CommandResult;
  /** 退回协办任务:经上级交办的退回上级,否则退回主办单位。 Gives a task back: to the unit that passed it down, else to the lead. */
  readonly returnTask: CommandResult;
  /** 协办任务交下级单位办理,仍由本单位负责。 Passes a task down to a unit below and stays answerable. */
  readonly passTaskDown: CommandResult;
  /** 报送协办情况,完成任务。 Tells the lead what was found or done: the task is finished. */
  readonly finishTask: CommandResult;
  /** 取消协办任务,写明原因:由交办的主办单位或派单的人员取消。 Takes a task back, with a reason: the lead that gave it, or whoever assigns cases. */
  readonly cancelTask: CommandResult;
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
export type MutationAddContactArgs = {
  input: AddContactInput;
};

/** 命令。 What can be done. */
export type MutationRecordInvalidContactArgs = {
  input: RecordInvalidContactInput;
};

/** 命令。 What can be done. */
export type MutationVoidInvalidContactArgs = {
  input: VoidInvalidContactInput;
};

/** 命令。 What can be done. */
export type MutationHoldDuplicateArgs = {
  input: HoldDuplicateInput;
};

/** 命令。 What can be done. */
export type MutationReleaseDuplicateArgs = {
  input: ReleaseDuplicateInput;
};

/** 命令。 What can be done. */
export type MutationHoldFollowerArgs = {
  input: HoldFollowerInput;
};

/** 命令。 What can be done. */
export type MutationReleaseFollowerArgs = {
  input: ReleaseFollowerInput;
};

/** 命令。 What can be done. */
export type MutationDeclineAsAnsweredArgs = {
  input: DeclineAsAnsweredInput;
};

/** 命令。 What can be done. */
export type MutationFlagPersonArgs = {
  input: FlagPersonInput;
};

/** 命令。 What can be done. */
export type MutationRemoveFlagArgs = {
  input: RemoveFlagInput;
};

/** 命令。 What can be done. */
export type MutationSelectForFollowUpArgs = {
  input: SelectForFollowUpInput;
};

/** 命令。 What can be done. */
export type MutationSetRatingAsideArgs = {
  input: SetRatingAsideInput;
};

/** 命令。 What can be done. */
export type MutationRestoreRatingArgs = {
  input: RestoreRatingInput;
};

/** 命令。 What can be done. */
export type MutationRateByArgs = {
  input: RateByInput;
};

/** 命令。 What can be done. */
export type MutationSetAttributesArgs = {
  input: SetAttributesInput;
};

/** 命令。 What can be done. */
export type MutationProposeAnswerArgs = {
  input: ProposeAnswerInput;
};

/** 命令。 What can be done. */
export type MutationReviseAnswerArgs = {
  input: ReviseAnswerInput;
};

/** 命令。 What can be done. */
export type MutationApproveAnswerArgs = {
  input: ApproveAnswerInput;
};

/** 命令。 What can be done. */
export type MutationSendBackAnswerArgs = {
  input: AnswerReasonInput;
};

/** 命令。 What can be done. */
export type MutationPublishAnswerArgs = {
  input: PublishAnswerInput;
};

/** 命令。 What can be done. */
export type MutationRetireAnswerArgs = {
  input: AnswerReasonInput;
};

/** 命令。 What can be done. */
export type MutationNoteMissingAnswerArgs = {
  input: NoteMissingAnswerInput;
};

/** 命令。 What can be done. */
export type MutationSettleMissingAnswerArgs = {
  input: SettleMissingAnswerInput;
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

/** 命令。 What can be done. */
export type MutationReceiveOrderArgs = {
  input: ReceiveOrderInput;
};

/** 命令。 What can be done. */
export type MutationSignOrderArgs = {
  input: SignOrderInput;
};

/** 命令。 What can be done. */
export type MutationReturnOrderArgs = {
  input: ReturnOrderInput;
};

/** 命令。 What can be done. */
export type MutationNoteOrderTakenBackArgs = {
  input: NoteOrderTakenBackInput;
};

/** 命令。 What can be done. */
export type MutationNoteOrderInsistedArgs = {
  input: NoteOrderInsistedInput;
};

/** 命令。 What can be done. */
export type MutationNoteOrderSentAgainArgs = {
  input: NoteOrderSentAgainInput;
};

/** 命令。 What can be done. */
export type MutationAskOrderExtensionArgs = {
  input: AskOrderExtensionInput;
};

/** 命令。 What can be done. */
export type MutationNoteOrderExtensionArgs = {
  input: NoteOrderExtensionInput;
};

/** 命令。 What can be done. */
export type MutationReportOrderArgs = {
  input: ReportOrderInput;
};

/** 命令。 What can be done. */
export type MutationNoteReportTakenArgs = {
  input: NoteReportTakenInput;
};

/** 命令。 What can be done. */
export type MutationNoteReportBouncedArgs = {
  input: NoteReportBouncedInput;
};

/** 命令。 What can be done. */
export type MutationRecordPlatformRatingArgs = {
  input: RecordPlatformRatingInput;
};

/** 命令。 What can be done. */
export type MutationRestrictCaseArgs = {
  input: RestrictCaseInput;
};

/** 命令。 What can be done. */
export type MutationLiftRestrictionArgs = {
  input: LiftRestrictionInput;
};

/** 命令。 What can be done. */
export type MutationGiveSecrecyArgs = {
  input: GiveSecrecyInput;
};

/** 命令。 What can be done. */
export type MutationLiftSecrecyArgs = {
  input: LiftSecrecyInput;
};

/** 命令。 What can be done. */
export type MutationWriteTextForUnitsArgs = {
  input: WriteTextForUnitsInput;
};

/** 命令。 What can be done. */
export type MutationOpenIdentityArgs = {
  input: OpenIdentityInput;
};

/** 命令。 What can be done. */
export type MutationGiveInterimReplyArgs = {
  input: GiveInterimReplyInput;
};

/** 命令。 What can be done. */
export type MutationAskSuspensionArgs = {
  input: AskSuspensionInput;
};

/** 命令。 What can be done. */
export type MutationApproveSuspensionArgs = {
  input: ApproveSuspensionInput;
};

/** 命令。 What can be done. */
export type MutationRefuseSuspensionArgs = {
  input: RefuseSuspensionInput;
};

/** 命令。 What can be done. */
export type MutationResumeCaseArgs = {
  input: ResumeCaseInput;
};

/** 命令。 What can be done. */
export type MutationPassAssignmentDownArgs = {
  input: PassAssignmentDownInput;
};

/** 命令。 What can be done. */
export type MutationGiveTaskArgs = {
  input: GiveTaskInput;
};

/** 命令。 What can be done. */
export type MutationSignTaskArgs = {
  input: SignTaskInput;
};

/** 命令。 What can be done. */
export type MutationReturnTaskArgs = {
  input: ReturnTaskInput;
};

/** 命令。 What can be done. */
export type MutationPassTaskDownArgs = {
  input: PassTaskDownInput;
};

/** 命令。 What can be done. */
export type MutationFinishTaskArgs = {
  input: FinishTaskInput;
};

/** 命令。 What can be done. */
export type MutationCancelTaskArgs = {
  input: CancelTaskInput;
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
  /** 平台已收回。 Taken back by the platform. */
  | 'taken-back'
  /** 已并案。 Joined into another case. */
  | 'joined'
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
  | 'extension'
  /** 平台工单待签收。 Orders of platforms to sign for. */
  | 'order-to-sign'
  /** 平台工单待报结。 Orders of platforms to report on. */
  | 'order-to-report'
  /** 平台退回重办。 Orders of platforms whose report bounced. */
  | 'order-bounced'
  /** 挂起中。 Suspended. */
  | 'suspended'
  /** 待批挂起。 A suspension to decide on. */
  | 'suspension'
  /** 有未完成的协办任务;承办人只看本单位(含下级)的。 With unfinished tasks of assisting units; of a handler's own unit and those below it. */
  | 'tasks';

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
  /** 类别:start、stop、resume、restart、extend、holiday、make-up、due、warn、remind、provisional、worked。 What it is. */
  readonly what: Scalars['String']['output'];
  /** 日期。 The day it takes effect. */
  readonly on: Scalars['Day']['output'];
  /** 从。 From. */
  readonly from?: Maybe<Scalars['Day']['output']>;
  /** 到。 To. */
  readonly to?: Maybe<Scalars['Day']['output']>;
  /** 工作日数。 Working days it gives, takes or leaves. */
  readonly days?: Maybe<Scalars['Int']['output']>;
  /** 时刻:以工作小时计或当日办结的期限才有。 The instant, of a limit in office hours or of the same day. */
  readonly at?: Maybe<Scalars['Instant']['output']>;
  /** 计入的工作分钟数。 Working minutes it counts. */
  readonly minutes?: Maybe<Scalars['Int']['output']>;
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
  /** 当天的什么时刻之前;没有的,当天结束前。 The instant of that day it is due by; null: by the end of it. */
  readonly at?: Maybe<Scalars['Instant']['output']>;
  /** 起算日(当日不计;以工作小时计的,自当日该时刻起计)。 The day it counts from, which does not count itself (office hours do count on it). */
  readonly start: Scalars['Day']['output'];
  /** 共多少工作日;时限不以工作日计的,为延期、挂起所加的工作日数。 Working days in all; of a limit in other units, those that were added. */
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
  /** 来件所经的那次通话、来访或来信。 The call, visit or message it came in by. */
  readonly opening?: Maybe<Contact>;
  /** 再次来电来访,最近 50 次。 The newest 50 times the person came again. */
  readonly contacts?: Maybe<ReadonlyArray<Contact>>;
  /** 催办次数。 How often it was chased up. */
  readonly chaseUps: Scalars['Int']['output'];
  /** 并入本件的重复件。 The same person's cases joined into this one. */
  readonly duplicates: ReadonlyArray<Scalars['ID']['output']>;
  /** 并入的事项;该件的答复即本件的答复。 The case it is joined into, whose answer is its own. */
  readonly joinedInto?: Maybe<Scalars['ID']['output']>;
  /** 随本件办理的他人来件。 Other persons' cases that follow this one. */
  readonly followers: ReadonlyArray<Scalars['ID']['output']>;
  /** 牵头办理的事项。 The leading case it follows. */
  readonly linkedUnder?: Maybe<Scalars['ID']['output']>;
  /** 此前已答复的事项(据此不予受理)。 The answered case because of which it was declined. */
  readonly answeredBefore?: Maybe<Scalars['ID']['output']>;
  /** 来件人标记,只列未到期的。 What to know of the person, as long as it is in force. */
  readonly flags?: Maybe<ReadonlyArray<PersonFlag>>;
  /** 登记的属性。 What it names of itself. */
  readonly attributes?: Maybe<Attributes>;
  /** 本轮是否列入回访;没有回访规定的为空(全部回访)。 How this round is chosen for follow-up; none where there is no rule, and everybody is called. */
  readonly followUp?: Maybe<FollowUpChoice>;
  /** 回访时来件人认为是否解决。 What the person said of whether it is solved. */
  readonly solved?: Maybe<SolvedAnswer>;
  /** 本轮评价不予采用的理由代码。 The ground on which the rating of this round was set aside. */
  readonly ratingSetAside?: Maybe<Scalars['String']['output']>;
  /** 平台派来的工单;不是工单的为空。 The platform's order it came as; null for any other case. */
  readonly order?: Maybe<PlatformOrder>;
  /** 个人信息是否封存;封存时不向任何人显示,管理员可用 openIdentity 写明理由查看。 Whether its personal data is restricted: then it is withheld from everybody, and opened to an administrator who says why by openIdentity. */
  readonly restricted?: Maybe<Restriction>;
  /** 是否为来件人保密,为何;保密时个人信息不向任何人显示,须用 openIdentity 查看。 Whether and why the identity is kept secret: personal data is then withheld from everybody and opened by openIdentity. */
  readonly secrecy?: Maybe<SecrecyReason>;
  /** 供承办单位阅看的内容;对承办单位等,摘要即为此内容。 What units and exports read in place of the summary and of the person's own words. */
  readonly textForUnits?: Maybe<Scalars['String']['output']>;
  /** 阶段性回复(较近的)。 The newest interim replies. */
  readonly interimReplies: ReadonlyArray<InterimReply>;
  /** 挂起。 The suspension asked for or in force. */
  readonly suspension?: Maybe<Suspension>;
  /** 主办单位交办的下级单位。 The unit below the lead that does its work. */
  readonly passedTo?: Maybe<Scalars['String']['output']>;
  /** 协办任务。 What assisting units are to do. */
  readonly tasks: ReadonlyArray<Task>;
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
  /** 并入的事项。 The case it is joined into. */
  readonly joinedInto?: Maybe<Scalars['ID']['output']>;
  /** 牵头办理的事项。 The leading case it follows. */
  readonly linkedUnder?: Maybe<Scalars['ID']['output']>;
  /** 并入本件的重复件。 Cases joined into this one. */
  readonly duplicates: ReadonlyArray<Scalars['ID']['output']>;
  /** 随本件办理的他人来件。 Cases that follow this one. */
  readonly followers: ReadonlyArray<Scalars['ID']['output']>;
  /** 平台派来的工单。 The platform's order it came as. */
  readonly order?: Maybe<PlatformOrder>;
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
  | 'refused'
  /** 未留电话:未拨打,不算一次回访。 No number was given: no call was made, so it is no attempt. */
  | 'no-number';

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
  /** 属性:业务领域、区域和对象(按分类登记)。 What it names, of what its category declares: business field, district, objects. */
  readonly attributes?: InputMaybe<AttributesInput>;
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
  /** 所引用的知识库答复;须已发布且在有效期内。 The answer of the knowledge base that is given: published and in force. */
  readonly knowledge?: InputMaybe<Scalars['ID']['input']>;
  /** 平台派来的工单。 The platform's order it came as. */
  readonly order?: InputMaybe<OrderInput>;
  /** 是否历史补录,默认否。 Whether it is imported history; no where absent. */
  readonly history?: InputMaybe<Scalars['Boolean']['input']>;
  /** 是否为来件人保密;不填则按种类(举报默认保密)。 Whether the person's identity is kept secret; as the kind has it where absent. */
  readonly secrecy?: InputMaybe<Scalars['Boolean']['input']>;
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
  /** 来件所经的那次通话、来访或来信。 The call, visit or message it came in by. */
  readonly contact?: InputMaybe<OpeningContactInput>;
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
  /** 所引用的知识库答复;须已发布且在有效期内。 The answer of the knowledge base that is given: published and in force. */
  readonly knowledge?: InputMaybe<Scalars['ID']['input']>;
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

/** 回访:投诉,以及按规定或人工选取的其他事项。 Follows up by a call: a complaint, or another matter that was selected. */
export type AttemptFollowUpInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 结果。 What it came to. */
  readonly outcome: AttemptOutcome;
  /** 评价:5 至 1。 The rating, 5 to 1. */
  readonly level?: InputMaybe<Scalars['Int']['input']>;
  /** 来件人认为是否解决。 Whether the person says that it is solved. */
  readonly solved?: InputMaybe<Solved>;
  /** 原因代码;部分解决、未解决的必填,已解决而不满意的可填。 The reason: needed where it is partly or not solved, and allowed where the person is dissatisfied. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** 原因说明(公务文字)。 More on the reason, official text. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
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
  /** 所引用的知识库答复;须已发布且在有效期内。 The answer of the knowledge base that is given: published and in force. */
  readonly knowledge?: InputMaybe<Scalars['ID']['input']>;
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

/** 再次来电来访的目的。 Why a person comes again. */
export type ContactPurpose =
  /** 催办。 To chase it up. */
  | 'chase-up'
  /** 补充事实。 To add facts. */
  | 'new-facts'
  /** 撤回。 To withdraw it. */
  | 'withdrawal';

/** 无效来电的原因。 Why a contact opens nothing. */
export type InvalidReason =
  /** 无声。 Nobody spoke. */
  | 'silent'
  /** 测试。 A test. */
  | 'test'
  /** 骚扰。 To harass. */
  | 'harassing';

/** 来件所经的那次通话、来访或来信。 What is known of the call, visit or message a case came in by. */
export type OpeningContactInput = {
  /** 电话系统的呼叫编号。 The id the telephone system gave the call. */
  readonly callId?: InputMaybe<Scalars['String']['input']>;
  /** 开始时刻。 When it began. */
  readonly startedAt?: InputMaybe<Scalars['Instant']['input']>;
  /** 结束时刻。 When it ended. */
  readonly endedAt?: InputMaybe<Scalars['Instant']['input']>;
};

/** 来件人再次所说(个人信息)。 What the person said this time: personal data. */
export type SaidInput = {
  /** 原话。 In their words. */
  readonly text: Scalars['String']['input'];
};

/** 再次来电来访。 Records that the person came again. */
export type AddContactInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 来源代码。 Source. */
  readonly source: Scalars['String']['input'];
  /** 媒介代码。 Medium. */
  readonly medium: Scalars['String']['input'];
  /** 目的。 Why they came. */
  readonly purpose: ContactPurpose;
  /** 电话系统的呼叫编号。 The id the telephone system gave the call. */
  readonly callId?: InputMaybe<Scalars['String']['input']>;
  /** 开始时刻。 When it began. */
  readonly startedAt?: InputMaybe<Scalars['Instant']['input']>;
  /** 结束时刻。 When it ended. */
  readonly endedAt?: InputMaybe<Scalars['Instant']['input']>;
  /** 摘记(公务文字)。 A note, official text. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** 来件人所说。 What the person said. */
  readonly said?: InputMaybe<SaidInput>;
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 无效来电。 Records a contact that opens nothing; nothing personal is kept of it. */
export type RecordInvalidContactInput = {
  /** 来源代码。 Source. */
  readonly source: Scalars['String']['input'];
  /** 媒介代码。 Medium. */
  readonly medium: Scalars['String']['input'];
  /** 原因。 Why it opens nothing. */
  readonly why: InvalidReason;
  /** 电话系统的呼叫编号。 The id the telephone system gave the call. */
  readonly callId?: InputMaybe<Scalars['String']['input']>;
  /** 开始时刻。 When it began. */
  readonly startedAt?: InputMaybe<Scalars['Instant']['input']>;
  /** 结束时刻。 When it ended. */
  readonly endedAt?: InputMaybe<Scalars['Instant']['input']>;
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 无效来电作废。 Voids an invalid contact that was recorded by mistake. */
export type VoidInvalidContactInput = {
  /** 该次来电的编号(内部)。 The contact. */
  readonly contact: Scalars['ID']['input'];
  /** 原因(公务文字)。 Why, official text. */
  readonly reason: Scalars['String']['input'];
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
};

/** 并案。 Joins a duplicate into this case. */
export type HoldDuplicateInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 重复件(同一人、同一事项)。 The duplicate: the same person, the same matter. */
  readonly duplicate: Scalars['ID']['input'];
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
};

/** 解除并案。 Releases a duplicate. */
export type ReleaseDuplicateInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 重复件(同一人、同一事项)。 The duplicate: the same person, the same matter. */
  readonly duplicate: Scalars['ID']['input'];
  /** 原因(公务文字)。 Why, official text. */
  readonly reason: Scalars['String']['input'];
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
};

/** 关联他人来件。 Links another person's case under this one. */
export type HoldFollowerInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 他人就同一事项的来件。 The other person's case about the same matter. */
  readonly follower: Scalars['ID']['input'];
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
};

/** 解除关联。 Releases a case that follows. */
export type ReleaseFollowerInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 他人就同一事项的来件。 The other person's case about the same matter. */
  readonly follower: Scalars['ID']['input'];
  /** 原因(公务文字)。 Why, official text. */
  readonly reason: Scalars['String']['input'];
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
};

/** 此前已答复,不予受理。 Declines a case because it was answered before. */
export type DeclineAsAnsweredInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 此前已答复的事项。 The case that was answered. */
  readonly answered: Scalars['ID']['input'];
  /** 说明(公务文字)。 A note, official text. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 标记来件人。 Flags the person. */
export type FlagPersonInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 标记代码。 The flag. */
  readonly flag: Scalars['String']['input'];
  /** 保留到哪一天。 The last day it holds. */
  readonly until: Scalars['Day']['input'];
  /** 说明(公务文字)。 A note, official text. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
};

/** 取消标记。 Removes a flag. */
export type RemoveFlagInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 标记代码。 The flag. */
  readonly flag: Scalars['String']['input'];
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
};

/** 无效来电已记录。 The contact is recorded. */
export type ContactDone = {
  readonly __typename?: 'ContactDone';
  /** 该次来电的编号(内部)。 The contact. */
  readonly contact: Scalars['ID']['output'];
  /** 写下的事件类型;无变化则为空。 Types of what was recorded; none where nothing changed. */
  readonly events: ReadonlyArray<Scalars['String']['output']>;
  /** 令牌:查询时放在 atLeast,可读到此写入。 For atLeast, to read this write. */
  readonly token: Scalars['String']['output'];
};

/** 记录的结果。 What became of it. */
export type ContactResult = ContactDone | Refusal;

/** 来件人再次所说(个人信息)。 What the person said this time: personal data. */
export type Said = {
  readonly __typename?: 'Said';
  /** 能否看到。 Whether it can be seen. */
  readonly state: PersonalState;
  /** 原话。 In their words. */
  readonly text?: Maybe<Scalars['String']['output']>;
};

/** 一次来电、来访或来信。 One time the person came. */
export type Contact = {
  readonly __typename?: 'Contact';
  /** 时刻。 When. */
  readonly at: Scalars['Instant']['output'];
  /** 目的;来件的那一次没有。 Why; absent for the one it came in by. */
  readonly purpose?: Maybe<ContactPurpose>;
  /** 来源代码。 Source. */
  readonly source?: Maybe<Scalars['String']['output']>;
  /** 媒介代码。 Medium. */
  readonly medium?: Maybe<Scalars['String']['output']>;
  /** 接待账号。 The account that took it. */
  readonly taker: Scalars['String']['output'];
  /** 电话系统的呼叫编号。 The id the telephone system gave the call. */
  readonly callId?: Maybe<Scalars['String']['output']>;
  /** 开始时刻。 When it began. */
  readonly startedAt?: Maybe<Scalars['Instant']['output']>;
  /** 结束时刻。 When it ended. */
  readonly endedAt?: Maybe<Scalars['Instant']['output']>;
  /** 摘记。 A note. */
  readonly note?: Maybe<Scalars['String']['output']>;
  /** 来件人所说。 What the person said. */
  readonly said?: Maybe<Said>;
};

/** 来件人标记。 Something to know of a person. */
export type PersonFlag = {
  readonly __typename?: 'PersonFlag';
  /** 标记代码。 The flag. */
  readonly flag: Scalars['String']['output'];
  /** 保留到哪一天。 The last day it holds. */
  readonly until: Scalars['Day']['output'];
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
  | 'timelines'
  /** 知识库中已发布的答复。 The published answers of the knowledge base. */
  | 'knowledge';

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

/** 来件人认为是否解决。 Whether the person says that it is solved. */
export type Solved =
  /** 已解决。 Yes. */
  | 'yes'
  /** 部分解决。 Partly. */
  | 'partly'
  /** 未解决。 No. */
  | 'no';

/** 不经回访的评价途径。 How a person rates without being called. */
export type RatingMedium =
  /** 短信链接。 By a link in a message. */
  | 'message'
  /** 窗口评价器。 On the device at a window. */
  | 'device';

/** 本轮办理如何列入回访。 How a round is chosen for follow-up. */
export type FollowUpChoice =
  /** 按规则列入。 Selected by the rule. */
  | 'rule'
  /** 人工选取。 Picked by hand. */
  | 'hand'
  /** 按规则未列入。 Passed over by the rule. */
  | 'passed-over';

/** 来件人对是否解决的说法。 What the person says of whether it is solved. */
export type SolvedAnswer = {
  readonly __typename?: 'SolvedAnswer';
  /** 是否解决。 Whether it is. */
  readonly solved: Solved;
  /** 原因代码。 The reason. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** 原因说明(公务文字)。 More on the reason, official text. */
  readonly note?: Maybe<Scalars['String']['output']>;
};

/** 事项登记的属性。 What a matter names of itself. */
export type Attributes = {
  readonly __typename?: 'Attributes';
  /** 业务领域代码。 Code of the business field. */
  readonly field?: Maybe<Scalars['String']['output']>;
  /** 区域代码。 Code of the district. */
  readonly district?: Maybe<Scalars['String']['output']>;
  /** 线路:清单代码,无清单的为文字。 Line: a code of the list, words where there is none. */
  readonly line?: Maybe<Scalars['String']['output']>;
  /** 站点。 Station. */
  readonly station?: Maybe<Scalars['String']['output']>;
  /** 道路。 Road. */
  readonly road?: Maybe<Scalars['String']['output']>;
  /** 企业。 Company. */
  readonly company?: Maybe<Scalars['String']['output']>;
  /** 工程。 Project. */
  readonly project?: Maybe<Scalars['String']['output']>;
};

/** 事项登记的属性;所属分类(或其上级)声明了的才能填,有清单的填代码。 What a matter names, of what its category (or one above it) declares; a code where the office has a list. */
export type AttributesInput = {
  /** 业务领域代码。 Code of the business field. */
  readonly field?: InputMaybe<Scalars['String']['input']>;
  /** 区域代码。 Code of the district. */
  readonly district?: InputMaybe<Scalars['String']['input']>;
  /** 线路。 Line. */
  readonly line?: InputMaybe<Scalars['String']['input']>;
  /** 站点。 Station. */
  readonly station?: InputMaybe<Scalars['String']['input']>;
  /** 道路。 Road. */
  readonly road?: InputMaybe<Scalars['String']['input']>;
  /** 企业。 Company. */
  readonly company?: InputMaybe<Scalars['String']['input']>;
  /** 工程。 Project. */
  readonly project?: InputMaybe<Scalars['String']['input']>;
};

/** 清单内的对象。 An object of the office's lists. */
export type ListedObject = {
  readonly __typename?: 'ListedObject';
  /** 代码。 The code. */
  readonly code: Scalars['ID']['output'];
  /** 名称。 Its name. */
  readonly name: Text;
  /** 种类:line 线路、station 站点、road 道路、company 企业、project 工程。 Its kind. */
  readonly kind: Scalars['String']['output'];
  /** 停用日(最后一天)。 The last day it may be chosen. */
  readonly until?: Maybe<Scalars['Day']['output']>;
};

/** 同一分类、同一对象的一组事项。 Matters of one category about one object. */
export type Cluster = {
  readonly __typename?: 'Cluster';
  /** 分类代码。 The category. */
  readonly category: Scalars['String']['output'];
  /** 对象种类:line 线路、station 站点、road 道路、company 企业、project 工程。 The kind of object. */
  readonly kind: Scalars['String']['output'];
  /** 对象:清单代码,或最近一件所写的文字。 The object: a code of the list, or the words of the latest matter. */
  readonly object: Scalars['String']['output'];
  /** 件数。 How many matters. */
  readonly count: Scalars['Int']['output'];
  /** 各件,最近的在前,至多 200 件。 The matters, the latest first, 200 at most. */
  readonly matters: ReadonlyArray<Case>;
};

/** 机关档案:事项登记时可用的代码。 The office profile: the codes matters are registered with. */
export type Office = {
  readonly __typename?: 'Office';
  /** 未解决、部分解决的原因。 Reasons why it is not, or only partly, solved. */
  readonly dissatisfactionReasons: ReadonlyArray<Coded>;
  /** 评价不予采用的理由。 Grounds for setting a rating aside. */
  readonly setAsideGrounds: ReadonlyArray<Coded>;
  /** 业务领域。 Business fields. */
  readonly businessFields: ReadonlyArray<Coded>;
  /** 区域。 Districts. */
  readonly districts: ReadonlyArray<Coded>;
  /** 清单内的对象。 The objects it lists. */
  readonly objects: ReadonlyArray<ListedObject>;
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
  /** 挂起的理由。 Grounds for suspending a case. */
  readonly suspensionGrounds: ReadonlyArray<Coded>;
  /** 派来工单的平台。 Platforms that send orders. */
  readonly platforms?: Maybe<ReadonlyArray<OrderPlatform>>;
};

/** 人工选取回访。 Picks a round by hand that the rule passed over. */
export type SelectForFollowUpInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 原因(公务文字)。 Why, official text. */
  readonly reason: Scalars['String']['input'];
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 评价不予采用。 Sets a rating aside. */
export type SetRatingAsideInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 理由代码。 The ground. */
  readonly ground: Scalars['String']['input'];
  /** 说明(公务文字)。 More on it, official text. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** 哪一轮;不填为最近有评价的一轮。 Which round; the last one that is rated where absent. */
  readonly round?: InputMaybe<Scalars['Int']['input']>;
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 恢复评价。 Restores a rating that was set aside. */
export type RestoreRatingInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 原因(公务文字)。 Why, official text. */
  readonly reason: Scalars['String']['input'];
  /** 哪一轮;不填为最近不予采用的一轮。 Which round; the last one that is set aside where absent. */
  readonly round?: InputMaybe<Scalars['Int']['input']>;
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 短信链接或窗口评价器收到的评价。 A rating by a link in a message or on the device at a window. */
export type RateByInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 途径。 How. */
  readonly medium: RatingMedium;
  /** 评价:5 至 1。 The rating, 5 to 1. */
  readonly level: Scalars['Int']['input'];
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 登记属性,取代此前的。 Says what a matter names, in place of what it named before. */
export type SetAttributesInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 属性。 What it names. */
  readonly attributes: AttributesInput;
  /** 原因(公务文字)。 Why, official text. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 知识库答复的状态。 Where an answer of the knowledge base stands. */
export type KnowledgeStatus =
  /** 待审核(新拟或修订)。 Waits for review, new or revised. */
  | 'proposed'
  /** 退回修改。 Sent back to its author. */
  | 'sent-back'
  /** 已审核,待发布。 Reviewed, to be published. */
  | 'approved'
  /** 已发布。 Published. */
  | 'published'
  /** 已停用。 Retired. */
  | 'retired';

/** 文本的一段:是否为搜索命中。各段相连即全文。 A stretch of a text, found or not; together they are the text. */
export type Segment = {
  readonly __typename?: 'Segment';
  /** 文字。 The text. */
  readonly text: Scalars['String']['output'];
  /** 命中。 Whether it was found. */
  readonly match: Scalars['Boolean']['output'];
};

/** 答复所依据的文件。 The document an answer rests on. */
export type AnswerPolicy = {
  readonly __typename?: 'AnswerPolicy';
  /** 文件名称。 Its title. */
  readonly title: Scalars['String']['output'];
  /** 文号。 Its number. */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** 网址。 Its address. */
  readonly link?: Maybe<Scalars['String']['output']>;
};

/** 某月的数量。 How many in a month. */
export type MonthCount = {
  readonly __typename?: 'MonthCount';
  /** 月份,如 2021-04。 The month, such as 2021-04. */
  readonly month: Scalars['String']['output'];
  /** 数量。 How many. */
  readonly count: Scalars['Int']['output'];
};

/** 尚未发布的文本:新拟的答复或修订稿。 A text that is not published: of a new answer or a revision. */
export type KnowledgeDraft = {
  readonly __typename?: 'KnowledgeDraft';
  /** 状态。 Where it stands. */
  readonly status: KnowledgeStatus;
  /** 拟写时的版本,审核时填入 revision。 The revision it was written at; an approval names it. */
  readonly revision: Scalars['Int']['output'];
  /** 问题。 The question. */
  readonly question: Scalars['String']['output'];
  /** 答复。 The answer. */
  readonly answer: Scalars['String']['output'];
  /** 分类代码。 Code of the category. */
  readonly category: Scalars['String']['output'];
  /** 关键词。 Keywords. */
  readonly keywords: ReadonlyArray<Scalars['String']['output']>;
  /** 依据。 What it rests on. */
  readonly policy: AnswerPolicy;
  /** 有效期起。 The first day it holds. */
  readonly validFrom?: Maybe<Scalars['Day']['output']>;
  /** 有效期止。 The last day it holds. */
  readonly validUntil?: Maybe<Scalars['Day']['output']>;
  /** 最后变动时刻。 When it changed last. */
  readonly changedAt: Scalars['Instant']['output'];
  /** 退回原因。 Why it was sent back. */
  readonly reason?: Maybe<Scalars['String']['output']>;
};

/** 知识库的一条答复;内容为已发布的文本,从未发布的为待审文本。 An answer of the knowledge base: its published text, or the draft where none was published. */
export type Knowledge = {
  readonly __typename?: 'Knowledge';
  /** 编号。 Its id. */
  readonly id: Scalars['ID']['output'];
  /** 版本。 Its revision. */
  readonly revision: Scalars['Int']['output'];
  /** 状态。 Where it stands. */
  readonly status: KnowledgeStatus;
  /** 今日可用:已发布且在有效期内。 Whether it is published and holds today. */
  readonly inForce: Scalars['Boolean']['output'];
  /** 第几次发布;0 为尚未发布。 How many texts were published; 0: none yet. */
  readonly edition: Scalars['Int']['output'];
  /** 问题。 The question. */
  readonly question: Scalars['String']['output'];
  /** 答复。 The answer. */
  readonly answer: Scalars['String']['output'];
  /** 分类代码。 Code of the category. */
  readonly category: Scalars['String']['output'];
  /** 关键词。 Keywords. */
  readonly keywords: ReadonlyArray<Scalars['String']['output']>;
  /** 依据。 What it rests on. */
  readonly policy: AnswerPolicy;
  /** 有效期起。 The first day it holds. */
  readonly validFrom?: Maybe<Scalars['Day']['output']>;
  /** 有效期止。 The last day it holds. */
  readonly validUntil?: Maybe<Scalars['Day']['output']>;
  /** 拟写时刻。 When it was proposed. */
  readonly proposedAt: Scalars['Instant']['output'];
  /** 最后变动时刻。 When it changed last. */
  readonly changedAt: Scalars['Instant']['output'];
  /** 发布时刻。 When its text was published. */
  readonly publishedAt?: Maybe<Scalars['Instant']['output']>;
  /** 停用原因。 Why it was retired. */
  readonly retiredReason?: Maybe<Scalars['String']['output']>;
  /** 待审的新文本;仅本单位人员可见。 The text that waits; for the office's own people. */
  readonly draft?: Maybe<KnowledgeDraft>;
  /** 已用于多少次答复。 In how many answers it was given. */
  readonly uses: Scalars['Int']['output'];
  /** 各月使用次数。 The same by month. */
  readonly usesByMonth: ReadonlyArray<MonthCount>;
};

/** 搜到的一条,已标出命中。 One that was found, marked. */
export type KnowledgeEdge = {
  readonly __typename?: 'KnowledgeEdge';
  /** 游标。 Its cursor. */
  readonly cursor: Scalars['String']['output'];
  /** 答复。 The answer. */
  readonly node: Knowledge;
  /** 问题,标出命中。 Its question, marked. */
  readonly question: ReadonlyArray<Segment>;
  /** 答复中最相关的一段,标出命中。 The part of the answer that shows best why it was found, marked. */
  readonly excerpt: ReadonlyArray<Segment>;
};

/** 搜索结果,最相关的在前。 What was found, the best first. */
export type KnowledgeConnection = {
  readonly __typename?: 'KnowledgeConnection';
  /** 总数。 How many in all. */
  readonly totalCount: Scalars['Int']['output'];
  /** 分页。 Where the page stands. */
  readonly pageInfo: PageInfo;
  /** 本页。 The page. */
  readonly edges: ReadonlyArray<KnowledgeEdge>;
};

/** 输入时的建议。 A suggestion while somebody types. */
export type KnowledgeSuggestion = {
  readonly __typename?: 'KnowledgeSuggestion';
  /** 答复编号。 The answer's id. */
  readonly id: Scalars['ID']['output'];
  /** 问题,标出命中。 Its question, marked. */
  readonly question: ReadonlyArray<Segment>;
};

/** 没有找到答复的问题。 A question nobody found an answer to. */
export type MissingAnswer = {
  readonly __typename?: 'MissingAnswer';
  /** 编号。 Its id. */
  readonly id: Scalars['ID']['output'];
  /** 问题。 The question. */
  readonly question: Scalars['String']['output'];
  /** 分类代码。 Code of the category. */
  readonly category: Scalars['String']['output'];
  /** 记录次数。 How often it was noted. */
  readonly times: Scalars['Int']['output'];
  /** 首次记录时刻。 When it was noted first. */
  readonly firstNotedAt: Scalars['Instant']['output'];
  /** 最近记录时刻。 When it was noted last. */
  readonly lastNotedAt: Scalars['Instant']['output'];
};

/** 其中一条。 One of them. */
export type MissingAnswerEdge = {
  readonly __typename?: 'MissingAnswerEdge';
  /** 游标。 Its cursor. */
  readonly cursor: Scalars['String']['output'];
  /** 问题。 The question. */
  readonly node: MissingAnswer;
};

/** 没有答复的问题,最近的在前。 Questions without an answer, the latest first. */
export type MissingAnswerConnection = {
  readonly __typename?: 'MissingAnswerConnection';
  /** 总数。 How many in all. */
  readonly totalCount: Scalars['Int']['output'];
  /** 分页。 Where the page stands. */
  readonly pageInfo: PageInfo;
  /** 本页。 The page. */
  readonly edges: ReadonlyArray<MissingAnswerEdge>;
};

/** 没有引用知识库而答复的咨询。 A consultation answered without an answer of the knowledge base. */
export type AnsweredWithout = {
  readonly __typename?: 'AnsweredWithout';
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['output'];
  /** 对外编号。 Its number. */
  readonly number: Scalars['String']['output'];
  /** 摘要。 Its summary. */
  readonly summary: Scalars['String']['output'];
  /** 分类代码。 Code of its category. */
  readonly category: Scalars['String']['output'];
  /** 答复时刻。 When it was answered. */
  readonly answeredAt: Scalars['Instant']['output'];
};

/** 其中一条。 One of them. */
export type AnsweredWithoutEdge = {
  readonly __typename?: 'AnsweredWithoutEdge';
  /** 游标。 Its cursor. */
  readonly cursor: Scalars['String']['output'];
  /** 咨询。 The consultation. */
  readonly node: AnsweredWithout;
};

/** 没有引用知识库而答复的咨询,最近的在前。 Consultations answered without one, the latest first. */
export type AnsweredWithoutConnection = {
  readonly __typename?: 'AnsweredWithoutConnection';
  /** 总数。 How many in all. */
  readonly totalCount: Scalars['Int']['output'];
  /** 分页。 Where the page stands. */
  readonly pageInfo: PageInfo;
  /** 本页。 The page. */
  readonly edges: ReadonlyArray<AnsweredWithoutEdge>;
};

/** 某分类的缺口。 What is missing in a category. */
export type UnansweredCount = {
  readonly __typename?: 'UnansweredCount';
  /** 分类代码。 Code of the category. */
  readonly category: Scalars['String']['output'];
  /** 记录的无答复问题数。 Questions noted. */
  readonly noted: Scalars['Int']['output'];
  /** 未引用知识库而答复的咨询数。 Consultations answered without one. */
  readonly answeredWithout: Scalars['Int']['output'];
};

/** 知识库的缺口。 What the knowledge base lacks. */
export type Unanswered = {
  readonly __typename?: 'Unanswered';
  /** 按分类,多的在前。 By category, most first. */
  readonly byCategory: ReadonlyArray<UnansweredCount>;
  /** 记录下来的无答复问题。 Questions noted. */
  readonly noted: MissingAnswerConnection;
  /** 未引用知识库而答复的咨询。 Consultations answered without one. */
  readonly consultations: AnsweredWithoutConnection;
};

/** 知识库的缺口。 What the knowledge base lacks. */
export type UnansweredNotedArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** 知识库的缺口。 What the knowledge base lacks. */
export type UnansweredConsultationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** 知识库命令已执行。 A command on the knowledge base is done. */
export type KnowledgeDone = {
  readonly __typename?: 'KnowledgeDone';
  /** 答复或问题的编号。 The answer, or the question. */
  readonly id: Scalars['ID']['output'];
  /** 执行后的版本。 Its revision after it. */
  readonly revision: Scalars['Int']['output'];
  /** 写下的事件类型;无变化则为空。 Types of what was recorded; none where nothing changed. */
  readonly events: ReadonlyArray<Scalars['String']['output']>;
  /** 令牌:查询时放在 atLeast,可读到此写入。 For atLeast, to read this write. */
  readonly token: Scalars['String']['output'];
};

/** 知识库命令的结果。 What became of a command on the knowledge base. */
export type KnowledgeResult = KnowledgeDone | Refusal;

/** 答复所依据的文件。 The document an answer rests on. */
export type AnswerPolicyInput = {
  /** 文件名称。 Its title. */
  readonly title: Scalars['String']['input'];
  /** 文号。 Its number. */
  readonly number?: InputMaybe<Scalars['String']['input']>;
  /** 网址(http 或 https)。 Its address. */
  readonly link?: InputMaybe<Scalars['String']['input']>;
};

/** 拟写答复;不得含个人信息。 A new answer; no personal data. */
export type ProposeAnswerInput = {
  /** 问题。 The question. */
  readonly question: Scalars['String']['input'];
  /** 答复。 The answer. */
  readonly answer: Scalars['String']['input'];
  /** 分类代码。 Code of the category. */
  readonly category: Scalars['String']['input'];
  /** 关键词:人们的其他说法。 Keywords: how else people say it. */
  readonly keywords?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** 依据。 What it rests on. */
  readonly policy: AnswerPolicyInput;
  /** 有效期起(含)。 The first day it holds. */
  readonly validFrom?: InputMaybe<Scalars['Day']['input']>;
  /** 有效期止(含)。 The last day it holds. */
  readonly validUntil?: InputMaybe<Scalars['Day']['input']>;
  /** 命令编号(UUID);重发时用同一个。 The command's id, the same when sent again. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
};

/** 修订答复:给出全部内容;重新审核发布后才替换原文。 A revision: the whole text; it replaces the published one once reviewed and published. */
export type ReviseAnswerInput = {
  /** 答复编号。 The answer. */
  readonly knowledge: Scalars['ID']['input'];
  /** 问题。 The question. */
  readonly question: Scalars['String']['input'];
  /** 答复。 The answer. */
  readonly answer: Scalars['String']['input'];
  /** 分类代码。 Code of the category. */
  readonly category: Scalars['String']['input'];
  /** 关键词。 Keywords. */
  readonly keywords?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** 依据。 What it rests on. */
  readonly policy: AnswerPolicyInput;
  /** 有效期起(含)。 The first day it holds. */
  readonly validFrom?: InputMaybe<Scalars['Day']['input']>;
  /** 有效期止(含)。 The last day it holds. */
  readonly validUntil?: InputMaybe<Scalars['Day']['input']>;
  /** 命令编号。 The command's id. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
};

/** 审核通过。 An approval. */
export type ApproveAnswerInput = {
  /** 答复编号。 The answer. */
  readonly knowledge: Scalars['ID']['input'];
  /** 所读文本的版本(draft.revision);其后有改动则拒绝。 The revision of the text that was read; refused where it was changed since. */
  readonly revision?: InputMaybe<Scalars['Int']['input']>;
  /** 命令编号。 The command's id. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
};

/** 需说明原因的操作:退回修改、停用。 What needs a reason: sending back, retiring. */
export type AnswerReasonInput = {
  /** 答复编号。 The answer. */
  readonly knowledge: Scalars['ID']['input'];
  /** 原因。 The reason. */
  readonly reason: Scalars['String']['input'];
  /** 命令编号。 The command's id. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
};

/** 发布。 A publication. */
export type PublishAnswerInput = {
  /** 答复编号。 The answer. */
  readonly knowledge: Scalars['ID']['input'];
  /** 命令编号。 The command's id. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
};

/** 记录没有答复的问题。 A question without an answer. */
export type NoteMissingAnswerInput = {
  /** 问题;不得含个人信息。 The question; no personal data. */
  readonly question: Scalars['String']['input'];
  /** 分类代码。 Code of the category. */
  readonly category: Scalars['String']['input'];
  /** 命令编号。 The command's id. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
};

/** 问题已有答复。 There is an answer now. */
export type SettleMissingAnswerInput = {
  /** 问题编号。 The question. */
  readonly question: Scalars['ID']['input'];
  /** 已发布的答复编号。 The published answer. */
  readonly knowledge: Scalars['ID']['input'];
  /** 命令编号。 The command's id. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
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

/** 平台工单的状态。 Where a platform's order stands. */
export type OrderStatus =
  /** 待签收。 To be signed for. */
  | 'to-sign'
  /** 已签收。 Signed for. */
  | 'signed'
  /** 已申请退单。 The platform is asked to take it back. */
  | 'return-asked'
  /** 平台已收回。 Taken back by the platform. */
  | 'taken-back'
  /** 已报结。 Reported. */
  | 'reported'
  /** 平台已接收。 The report was taken. */
  | 'taken'
  /** 平台退回重办。 The report bounced. */
  | 'bounced';

/** 向平台所说是否解决。 Whether it is solved, as the platform was told. */
export type ToldSolved =
  /** 已解决。 Yes. */
  | 'yes'
  /** 部分解决。 Partly. */
  | 'partly'
  /** 未解决。 No. */
  | 'no';

/** 待平台答复的延期申请。 More time asked of the platform, not decided yet. */
export type OrderExtension = {
  readonly __typename?: 'OrderExtension';
  /** 申请延至。 Up to when. */
  readonly dueAt: Scalars['Instant']['output'];
  /** 理由。 Why. */
  readonly reason: Scalars['String']['output'];
  /** 申请时刻。 When it was asked. */
  readonly askedAt: Scalars['Instant']['output'];
};

/** 平台自行回访的评价;单列,不计入本单位回访满意度。 What the person told the platform; never counted as told to the office. */
export type PlatformRating = {
  readonly __typename?: 'PlatformRating';
  /** 评价时刻。 When. */
  readonly at: Scalars['Instant']['output'];
  /** 5 非常满意至 1 非常不满意。 From 5, very satisfied, to 1, very dissatisfied. */
  readonly level: Scalars['Int']['output'];
  /** 是否解决。 Whether it is solved. */
  readonly solved?: Maybe<ToldSolved>;
  /** 所评的办理轮次。 The round it is about. */
  readonly round: Scalars['Int']['output'];
};

/** 平台派来的工单。 The platform's order a case came as. */
export type PlatformOrder = {
  readonly __typename?: 'PlatformOrder';
  /** 平台(来源)代码。 The platform: a source. */
  readonly platform: Scalars['String']['output'];
  /** 平台的工单编号。 The platform's own number. */
  readonly number: Scalars['String']['output'];
  /** 平台所用的类型名称。 The platform's word for its kind. */
  readonly kind?: Maybe<Scalars['String']['output']>;
  /** 派单时刻。 When it was dispatched. */
  readonly dispatchedAt: Scalars['Instant']['output'];
  /** 平台要求的办结时刻(含准予的延期)。 By when the platform wants it, granted extensions included. */
  readonly dueAt?: Maybe<Scalars['Instant']['output']>;
  /** 签收期限。 Up to when it is to be signed for. */
  readonly signUntil?: Maybe<Scalars['Instant']['output']>;
  /** 退单期限。 Up to when it may be returned. */
  readonly returnUntil?: Maybe<Scalars['Instant']['output']>;
  /** 状态。 Where it stands. */
  readonly status: OrderStatus;
  /** 签收时刻。 When it was signed for. */
  readonly signedAt?: Maybe<Scalars['Instant']['output']>;
  /** 退单理由代码。 Why a return was asked. */
  readonly returnGround?: Maybe<Scalars['String']['output']>;
  /** 平台是否不同意退单。 Whether the platform insisted. */
  readonly insisted?: Maybe<Scalars['Boolean']['output']>;
  /** 待答复的延期申请。 An extension not decided yet. */
  readonly extension?: Maybe<OrderExtension>;
  /** 最近一次报结时刻。 When it was reported last. */
  readonly reportedAt?: Maybe<Scalars['Instant']['output']>;
  /** 平台接收时刻。 When the report was taken. */
  readonly takenAt?: Maybe<Scalars['Instant']['output']>;
  /** 退回重办次数。 How often a report bounced. */
  readonly bounces?: Maybe<Scalars['Int']['output']>;
  /** 最近一次退回的原因。 Why the last one did. */
  readonly bounceReason?: Maybe<Scalars['String']['output']>;
  /** 平台回访的评价。 What people told the platform. */
  readonly ratings?: Maybe<ReadonlyArray<PlatformRating>>;
};

/** 平台接受的退单理由。 A ground for which the platform takes an order back. */
export type OrderReturnGround = {
  readonly __typename?: 'OrderReturnGround';
  /** 代码。 Code. */
  readonly code: Scalars['String']['output'];
  /** 名称。 Name. */
  readonly name: Text;
};

/** 平台类型与本单位类型的对照。 A word of the platform for a kind, and ours. */
export type OrderKind = {
  readonly __typename?: 'OrderKind';
  /** 平台的叫法。 The platform's word. */
  readonly word: Scalars['String']['output'];
  /** 本单位类型代码。 Our kind. */
  readonly kind: Scalars['String']['output'];
};

/** 派来工单的平台。 A platform that sends orders. */
export type OrderPlatform = {
  readonly __typename?: 'OrderPlatform';
  /** 来源代码。 The source it is. */
  readonly platform: Scalars['String']['output'];
  /** 可用的退单理由。 Its grounds for returns. */
  readonly returnGrounds: ReadonlyArray<OrderReturnGround>;
  /** 类型对照。 Its kinds and ours. */
  readonly kinds?: Maybe<ReadonlyArray<OrderKind>>;
};

/** 登记时所附的平台工单;来源须为平台,并有来源编号。 The platform's order a case is registered as: with a source that is a platform, and its number. */
export type OrderInput = {
  /** 派单时刻。 When it was dispatched. */
  readonly dispatchedAt: Scalars['Instant']['input'];
  /** 平台所用的类型名称。 The platform's word for its kind. */
  readonly kind?: InputMaybe<Scalars['String']['input']>;
  /** 平台要求的办结时刻。 By when the platform wants it. */
  readonly dueAt?: InputMaybe<Scalars['Instant']['input']>;
};

/** 平台派来的工单;同一平台同一编号无论派几次、按何种类型,都是同一件。 An order of a platform. One number of one platform is one matter, however often and under whatever kind it is sent. */
export type ReceiveOrderInput = {
  /** 平台(来源)代码,如 12345。 The platform, a source such as 12345. */
  readonly platform: Scalars['String']['input'];
  /** 平台的工单编号。 The platform's own number. */
  readonly number: Scalars['String']['input'];
  /** 平台所用的类型名称,按单位档案对照;也可写本单位类型代码。 The platform's word for the kind, matched by the office profile; or a code of ours. */
  readonly kind: Scalars['String']['input'];
  /** 派单时刻。 When it was dispatched. */
  readonly dispatchedAt: Scalars['Instant']['input'];
  /** 平台要求的办结时刻。 By when the platform wants it. */
  readonly dueAt?: InputMaybe<Scalars['Instant']['input']>;
  /** 来电时刻;不填则按派单时刻。 When the person came; the dispatch where absent. */
  readonly cameAt?: InputMaybe<Scalars['Instant']['input']>;
  /** 分类代码。 Category. */
  readonly category: Scalars['String']['input'];
  /** 媒介代码。 Medium. */
  readonly medium: Scalars['String']['input'];
  /** 缓急,默认一般。 Urgency; normal where absent. */
  readonly urgency?: InputMaybe<Urgency>;
  /** 摘要(公务文字,不含电话与证件号码)。 Summary, official text without phone or identity numbers. */
  readonly summary: Scalars['String']['input'];
  /** 来件人类型,默认个人。 Who came; a person where absent. */
  readonly callerType?: InputMaybe<CallerType>;
  /** 涉及对象。 What it is about. */
  readonly object?: InputMaybe<TransportObjectInput>;
  /** 来件人(个人信息,加密保存)。 The caller: personal, kept sealed. */
  readonly caller?: InputMaybe<CallerInput>;
  /** 所述内容(个人信息)。 What was said: personal. */
  readonly statement?: InputMaybe<StatementInput>;
  /** 被反映的人(个人信息)。 The person complained about: personal. */
  readonly subject?: InputMaybe<SubjectInput>;
  /** 是否为来件人保密;不填则按种类。 Whether the person's identity is kept secret; as the kind has it where absent. */
  readonly secrecy?: InputMaybe<Scalars['Boolean']['input']>;
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
};

/** 签收平台工单。 Signs for the order. */
export type SignOrderInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 向平台申请退单:须在平台时限内、答复送达之前。 Asks the platform to take the order back: within its limit, before an answer was delivered. */
export type ReturnOrderInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 平台退单理由代码(office.platforms)。 A ground of the platform (office.platforms). */
  readonly ground: Scalars['String']['input'];
  /** 备注(公务文字)。 A note, official text. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 记录平台收回工单:不再办理,不计入受理。 Notes that the platform took the order back: it is handled here no more, and is no accepted matter. */
export type NoteOrderTakenBackInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 备注(公务文字)。 A note, official text. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 记录平台不同意退单。 Notes that the platform insists. */
export type NoteOrderInsistedInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 备注(公务文字)。 A note, official text. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 记录平台以同一编号再次派单:重新签收,自派单起算的期限重新起算。 Notes that the platform dispatched the order again: it is signed for anew, and a limit from dispatch begins again. */
export type NoteOrderSentAgainInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 再次派单时刻。 When it was dispatched again. */
  readonly dispatchedAt: Scalars['Instant']['input'];
  /** 平台所用的类型名称。 The platform's word for its kind. */
  readonly kind?: InputMaybe<Scalars['String']['input']>;
  /** 平台要求的办结时刻。 By when the platform wants it. */
  readonly dueAt?: InputMaybe<Scalars['Instant']['input']>;
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 向平台申请延期。 Asks the platform for more time. */
export type AskOrderExtensionInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 申请延至。 Up to when. */
  readonly dueAt: Scalars['Instant']['input'];
  /** 理由(公务文字)。 Why, official text. */
  readonly reason: Scalars['String']['input'];
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 记录平台对延期的答复。 Notes what the platform decided. */
export type NoteOrderExtensionInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 是否同意。 Whether it was granted. */
  readonly granted: Scalars['Boolean']['input'];
  /** 延至;不填则如所申请。 Up to when; as asked where absent. */
  readonly dueAt?: InputMaybe<Scalars['Instant']['input']>;
  /** 备注(公务文字)。 A note, official text. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 向平台报结:答复送达、不予受理或撤回之后。 Reports to the platform what became of the order, once it is answered, declined or withdrawn. */
export type ReportOrderInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 已并案的,写所并入的、已答复的事项。 Of a joined case, the answered one it is joined into. */
  readonly answered?: InputMaybe<Scalars['ID']['input']>;
  /** 备注(公务文字)。 A note, official text. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 记录平台接收报结。 Notes that the platform took the report. */
export type NoteReportTakenInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 记录平台退回重办:开始新一轮,期限重新计算。 Notes that the report bounced: a new round begins, its deadline set anew. */
export type NoteReportBouncedInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 原因(公务文字)。 Why, official text. */
  readonly reason: Scalars['String']['input'];
  /** 平台对重办要求的时刻。 By when the platform wants it now. */
  readonly dueAt?: InputMaybe<Scalars['Instant']['input']>;
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 登记平台自行回访的评价;每次报结一条。 Records what the person told the platform; one for each report. */
export type RecordPlatformRatingInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 5 非常满意至 1 非常不满意。 From 5, very satisfied, to 1, very dissatisfied. */
  readonly level: Scalars['Int']['input'];
  /** 是否解决。 Whether it is solved. */
  readonly solved?: InputMaybe<ToldSolved>;
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 事项中的人。 The persons of a case. */
export type PersonOfCase =
  /** 来件人。 Who called, wrote or came. */
  | 'caller'
  /** 被反映的人。 The person complained about. */
  | 'subject';

/** 个人信息的封存:只保存,不再使用。 A restriction: personal data is kept and used no more. */
export type Restriction = {
  readonly __typename?: 'Restriction';
  /** 事由(公务文字);retention 为法定保存期未满。 Why, official text; `retention` where a retention period runs. */
  readonly ground: Scalars['String']['output'];
  /** 封存的最后一日;不填为无期限。 Its last day; without an end where absent. */
  readonly until?: Maybe<Scalars['Day']['output']>;
  /** 期满自动删除谁的。 Whose data is erased by itself after that day. */
  readonly erases?: Maybe<ReadonlyArray<PersonOfCase>>;
};

/** 封存个人信息。 Restricts personal data. */
export type RestrictCaseInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 事由(公务文字)。 Why, official text. */
  readonly ground: Scalars['String']['input'];
  /** 封存的最后一日。 Its last day. */
  readonly until?: InputMaybe<Scalars['Day']['input']>;
  /** 期满自动删除谁的。 Whose data is erased by itself after that day. */
  readonly erases?: InputMaybe<ReadonlyArray<PersonOfCase>>;
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
};

/** 解除封存。 Lifts a restriction. */
export type LiftRestrictionInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 原因(公务文字)。 Why, official text. */
  readonly reason: Scalars['String']['input'];
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
};

/** 为何保密。 Why an identity is kept secret. */
export type SecrecyReason =
  /** 来件人要求。 The person asked for it. */
  | 'asked'
  /** 该类事项默认保密(举报)。 The kind of case has it, as reports of violations do. */
  | 'kind';

/** 为来件人保密。 Keeps the person's identity secret. */
export type GiveSecrecyInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
};

/** 解除保密。 Lifts secrecy. */
export type LiftSecrecyInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 原因(公务文字)。 Why, official text. */
  readonly reason: Scalars['String']['input'];
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
};

/** 写明供承办单位阅看的内容。 Writes what units and exports read of a secret case. */
export type WriteTextForUnitsInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 内容(公务文字,不得透露身份)。 Official text that gives nobody away. */
  readonly text: Scalars['String']['input'];
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
};

/** 查看身份。 Opens an identity. */
export type OpenIdentityInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 查看的理由(公务文字,记录在案)。 Why: official text, recorded. */
  readonly reason: Scalars['String']['input'];
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
};

/** 保密事项的来件人。 Who the person of a secret case is. */
export type Identity = {
  readonly __typename?: 'Identity';
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['output'];
  /** 来件人。 Who called, wrote or came. */
  readonly caller?: Maybe<Caller>;
  /** 来件人所述。 What the person said. */
  readonly statement?: Maybe<Statement>;
  /** 被反映的人。 The person complained about. */
  readonly subject?: Maybe<Subject>;
  /** 随后查询时用的凭据。 Given to a query that has to see this. */
  readonly token: Scalars['String']['output'];
};

/** 身份,或不予查看的原因。 The identity, or why it is not opened. */
export type IdentityResult = Identity | Refusal;

/** 阶段性回复。 Something the person was told before the answer. */
export type InterimReply = {
  readonly __typename?: 'InterimReply';
  /** 何时告知。 When. */
  readonly at: Scalars['Instant']['output'];
  /** 告知内容。 What they were told. */
  readonly text: Scalars['String']['output'];
  /** 告知方式代码。 The medium. */
  readonly how?: Maybe<Scalars['String']['output']>;
  /** 告知的单位。 The unit that told them. */
  readonly unit?: Maybe<Scalars['String']['output']>;
};

/** 挂起的状态。 Whether a suspension was asked for or is in force. */
export type SuspensionState =
  /** 已申请,待批。 Asked for, to be decided on. */
  | 'asked'
  /** 挂起中。 In force. */
  | 'suspended';

/** 挂起:等待期间停止计时。 A suspension: the clock stands still while the case waits. */
export type Suspension = {
  readonly __typename?: 'Suspension';
  /** 状态。 Whether it is asked for or in force. */
  readonly state: SuspensionState;
  /** 理由代码。 Why, a code of the profile. */
  readonly ground: Scalars['String']['output'];
  /** 具体原因。 Why, official text. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** 申请时间。 When it was asked for. */
  readonly askedAt?: Maybe<Scalars['Instant']['output']>;
  /** 自此日起挂起。 The day it stands still from. */
  readonly on?: Maybe<Scalars['Day']['output']>;
  /** 最迟到此日恢复。 The last day it may stand still. */
  readonly until?: Maybe<Scalars['Day']['output']>;
};

/** 协办任务的状态。 Where a task stands. */
export type TaskState =
  /** 待签收。 To be signed for. */
  | 'given'
  /** 办理中。 In hand. */
  | 'signed'
  /** 已退回。 Given back. */
  | 'returned'
  /** 已完成。 Finished. */
  | 'finished'
  /** 已取消。 Taken back, or over because the unit leads the case now. */
  | 'cancelled';

/** 协办期限的提醒。 What was said of a task in time. */
export type TaskNotice =
  /** 临期。 Due soon. */
  | 'due-soon'
  /** 超期。 Past its day. */
  | 'overdue';

/** 协办任务。 What an assisting unit is to do. */
export type Task = {
  readonly __typename?: 'Task';
  /** 标识。 Its id. */
  readonly task: Scalars['ID']['output'];
  /** 现承办单位。 The unit that has it. */
  readonly unit: Scalars['String']['output'];
  /** 交办并仍负责的单位,自上而下。 The units that passed it down and stay answerable, the highest first. */
  readonly answerable: ReadonlyArray<Scalars['String']['output']>;
  /** 状态。 Where it stands. */
  readonly state: TaskState;
  /** 第几轮办理。 The round of handling. */
  readonly round: Scalars['Int']['output'];
  /** 协办期限。 The day it is due. */
  readonly dueOn?: Maybe<Scalars['Day']['output']>;
  /** 自此日起提醒临期。 The day from which it is said to be due soon. */
  readonly warnOn?: Maybe<Scalars['Day']['output']>;
  /** 已作的期限提醒。 What was said of it in time. */
  readonly notice?: Maybe<TaskNotice>;
  /** 交办说明。 What was asked. */
  readonly note?: Maybe<Scalars['String']['output']>;
  /** 交办时间。 When it was given. */
  readonly givenAt: Scalars['Instant']['output'];
  /** 退回理由代码。 Why it was given back. */
  readonly ground?: Maybe<Scalars['String']['output']>;
  /** 办理情况。 What was found or done. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** 完成时间。 When it was finished. */
  readonly finishedAt?: Maybe<Scalars['Instant']['output']>;
  /** 取消原因。 Why it was taken back. */
  readonly reason?: Maybe<Scalars['String']['output']>;
};

/** 阶段性回复:先行告知来电人;不是答复,不停止计时。 Tells the person something before the answer: no answer, and no clock stops. */
export type GiveInterimReplyInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 告知内容(公务文字)。 What they are told, official text. */
  readonly text: Scalars['String']['input'];
  /** 告知方式代码。 The medium. */
  readonly how?: InputMaybe<Scalars['String']['input']>;
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 申请挂起:等待来件人或其他机关期间停止计时。 Asks that the clock stand still while it waits for the person or another authority. */
export type AskSuspensionInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 挂起理由代码。 Why, a code of the profile. */
  readonly ground: Scalars['String']['input'];
  /** 具体原因(公务文字)。 Why, official text. */
  readonly reason: Scalars['String']['input'];
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 同意挂起,最长期限按单位档案。 Grants the suspension, for as long as the profile says at most. */
export type ApproveSuspensionInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 不同意挂起。 Refuses the suspension. */
export type RefuseSuspensionInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 原因(公务文字)。 Why, official text. */
  readonly reason: Scalars['String']['input'];
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 恢复办理:继续计时,到期日顺延挂起的工作日数。 Ends the suspension: due later by the working days it lasted. */
export type ResumeCaseInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 说明(公务文字)。 A note, official text. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 主办单位交下级单位办理,仍由其负责。 The lead passes its work down to a unit below and stays answerable. */
export type PassAssignmentDownInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 下级单位代码。 The unit below it. */
  readonly to: Scalars['String']['input'];
  /** 说明(公务文字)。 A note, official text. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 请另一单位协办。 Asks another unit to assist. */
export type GiveTaskInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 协办单位代码。 The unit that is to assist. */
  readonly unit: Scalars['String']['input'];
  /** 协办期限;不填则同事项到期日。 The day the task is due; as the case where absent. */
  readonly dueOn?: InputMaybe<Scalars['Day']['input']>;
  /** 说明(公务文字)。 A note, official text. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 签收协办任务。 Signs for a task. */
export type SignTaskInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 有未完成协办任务的单位代码。 The unit that has the unfinished task. */
  readonly unit: Scalars['String']['input'];
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 退回协办任务:经上级交办的退回上级,否则退回主办单位。 Gives a task back: to the unit that passed it down, else to the lead. */
export type ReturnTaskInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 有未完成协办任务的单位代码。 The unit that has the unfinished task. */
  readonly unit: Scalars['String']['input'];
  /** 退回理由代码。 Why, a code of the profile. */
  readonly ground: Scalars['String']['input'];
  /** 说明(公务文字)。 A note, official text. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 协办任务交下级单位办理,仍由本单位负责。 Passes a task down to a unit below and stays answerable. */
export type PassTaskDownInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 有未完成协办任务的单位代码。 The unit that has the unfinished task. */
  readonly unit: Scalars['String']['input'];
  /** 下级单位代码。 The unit below it. */
  readonly to: Scalars['String']['input'];
  /** 说明(公务文字)。 A note, official text. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 报送协办情况,完成任务。 Tells the lead what was found or done: the task is finished. */
export type FinishTaskInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 有未完成协办任务的单位代码。 The unit that has the unfinished task. */
  readonly unit: Scalars['String']['input'];
  /** 办理情况(公务文字)。 What was found or done, official text. */
  readonly text: Scalars['String']['input'];
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

/** 取消协办任务。 Takes a task back. */
export type CancelTaskInput = {
  /** 事项编号(内部)。 The case. */
  readonly case: Scalars['ID']['input'];
  /** 有未完成协办任务的单位代码。 The unit that has the unfinished task. */
  readonly unit: Scalars['String']['input'];
  /** 原因(公务文字)。 Why, official text. */
  readonly reason: Scalars['String']['input'];
  /** 命令编号(UUID);重发时用同一个,不填则生成。 The command's id, the same when sent again; made where absent. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** 补录的发生时间。 When it happened, if that is not now. */
  readonly occurredAt?: InputMaybe<MomentInput>;
};

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
  ContactResult: ContactDone | Refusal;
  KnowledgeResult: KnowledgeDone | Refusal;
  UpkeepResult: UpkeepDone | Refusal;
  IdentityResult: Identity | Refusal;
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
  ContactPurpose: ContactPurpose;
  InvalidReason: InvalidReason;
  OpeningContactInput: OpeningContactInput;
  SaidInput: SaidInput;
  AddContactInput: AddContactInput;
  RecordInvalidContactInput: RecordInvalidContactInput;
  VoidInvalidContactInput: VoidInvalidContactInput;
  HoldDuplicateInput: HoldDuplicateInput;
  ReleaseDuplicateInput: ReleaseDuplicateInput;
  HoldFollowerInput: HoldFollowerInput;
  ReleaseFollowerInput: ReleaseFollowerInput;
  DeclineAsAnsweredInput: DeclineAsAnsweredInput;
  FlagPersonInput: FlagPersonInput;
  RemoveFlagInput: RemoveFlagInput;
  ContactDone: ResolverTypeWrapper<ContactDone>;
  ContactResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ContactResult']>;
  Said: ResolverTypeWrapper<Said>;
  Contact: ResolverTypeWrapper<Contact>;
  PersonFlag: ResolverTypeWrapper<PersonFlag>;
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
  Solved: Solved;
  RatingMedium: RatingMedium;
  FollowUpChoice: FollowUpChoice;
  SolvedAnswer: ResolverTypeWrapper<SolvedAnswer>;
  Attributes: ResolverTypeWrapper<Attributes>;
  AttributesInput: AttributesInput;
  ListedObject: ResolverTypeWrapper<ListedObject>;
  Cluster: ResolverTypeWrapper<FoundCluster>;
  Office: ResolverTypeWrapper<Office>;
  SelectForFollowUpInput: SelectForFollowUpInput;
  SetRatingAsideInput: SetRatingAsideInput;
  RestoreRatingInput: RestoreRatingInput;
  RateByInput: RateByInput;
  SetAttributesInput: SetAttributesInput;
  KnowledgeStatus: KnowledgeStatus;
  Segment: ResolverTypeWrapper<Segment>;
  AnswerPolicy: ResolverTypeWrapper<AnswerPolicy>;
  MonthCount: ResolverTypeWrapper<MonthCount>;
  KnowledgeDraft: ResolverTypeWrapper<DraftView>;
  Knowledge: ResolverTypeWrapper<KnowledgeView>;
  KnowledgeEdge: ResolverTypeWrapper<Omit<KnowledgeEdge, 'node'> & { node: ResolversTypes['Knowledge'] }>;
  KnowledgeConnection: ResolverTypeWrapper<
    Omit<KnowledgeConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['KnowledgeEdge']> }
  >;
  KnowledgeSuggestion: ResolverTypeWrapper<KnowledgeSuggestion>;
  MissingAnswer: ResolverTypeWrapper<MissingAnswer>;
  MissingAnswerEdge: ResolverTypeWrapper<MissingAnswerEdge>;
  MissingAnswerConnection: ResolverTypeWrapper<MissingAnswerConnection>;
  AnsweredWithout: ResolverTypeWrapper<AnsweredWithout>;
  AnsweredWithoutEdge: ResolverTypeWrapper<AnsweredWithoutEdge>;
  AnsweredWithoutConnection: ResolverTypeWrapper<AnsweredWithoutConnection>;
  UnansweredCount: ResolverTypeWrapper<UnansweredCount>;
  Unanswered: ResolverTypeWrapper<UnansweredAsked>;
  KnowledgeDone: ResolverTypeWrapper<KnowledgeDone>;
  KnowledgeResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['KnowledgeResult']>;
  AnswerPolicyInput: AnswerPolicyInput;
  ProposeAnswerInput: ProposeAnswerInput;
  ReviseAnswerInput: ReviseAnswerInput;
  ApproveAnswerInput: ApproveAnswerInput;
  AnswerReasonInput: AnswerReasonInput;
  PublishAnswerInput: PublishAnswerInput;
  NoteMissingAnswerInput: NoteMissingAnswerInput;
  SettleMissingAnswerInput: SettleMissingAnswerInput;
  Coded: ResolverTypeWrapper<Coded>;
  Kind: ResolverTypeWrapper<Kind>;
  SetAside: ResolverTypeWrapper<SetAside>;
  UpkeepDone: ResolverTypeWrapper<UpkeepDone>;
  UpkeepResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UpkeepResult']>;
  OrderStatus: OrderStatus;
  ToldSolved: ToldSolved;
  OrderExtension: ResolverTypeWrapper<OrderExtension>;
  PlatformRating: ResolverTypeWrapper<PlatformRating>;
  PlatformOrder: ResolverTypeWrapper<PlatformOrder>;
  OrderReturnGround: ResolverTypeWrapper<OrderReturnGround>;
  OrderKind: ResolverTypeWrapper<OrderKind>;
  OrderPlatform: ResolverTypeWrapper<OrderPlatform>;
  OrderInput: OrderInput;
  ReceiveOrderInput: ReceiveOrderInput;
  SignOrderInput: SignOrderInput;
  ReturnOrderInput: ReturnOrderInput;
  NoteOrderTakenBackInput: NoteOrderTakenBackInput;
  NoteOrderInsistedInput: NoteOrderInsistedInput;
  NoteOrderSentAgainInput: NoteOrderSentAgainInput;
  AskOrderExtensionInput: AskOrderExtensionInput;
  NoteOrderExtensionInput: NoteOrderExtensionInput;
  ReportOrderInput: ReportOrderInput;
  NoteReportTakenInput: NoteReportTakenInput;
  NoteReportBouncedInput: NoteReportBouncedInput;
  RecordPlatformRatingInput: RecordPlatformRatingInput;
  PersonOfCase: PersonOfCase;
  Restriction: ResolverTypeWrapper<Restriction>;
  RestrictCaseInput: RestrictCaseInput;
  LiftRestrictionInput: LiftRestrictionInput;
  SecrecyReason: SecrecyReason;
  GiveSecrecyInput: GiveSecrecyInput;
  LiftSecrecyInput: LiftSecrecyInput;
  WriteTextForUnitsInput: WriteTextForUnitsInput;
  OpenIdentityInput: OpenIdentityInput;
  Identity: ResolverTypeWrapper<Identity>;
  IdentityResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['IdentityResult']>;
  InterimReply: ResolverTypeWrapper<InterimReply>;
  SuspensionState: SuspensionState;
  Suspension: ResolverTypeWrapper<Suspension>;
  TaskState: TaskState;
  TaskNotice: TaskNotice;
  Task: ResolverTypeWrapper<Task>;
  GiveInterimReplyInput: GiveInterimReplyInput;
  AskSuspensionInput: AskSuspensionInput;
  ApproveSuspensionInput: ApproveSuspensionInput;
  RefuseSuspensionInput: RefuseSuspensionInput;
  ResumeCaseInput: ResumeCaseInput;
  PassAssignmentDownInput: PassAssignmentDownInput;
  GiveTaskInput: GiveTaskInput;
  SignTaskInput: SignTaskInput;
  ReturnTaskInput: ReturnTaskInput;
  PassTaskDownInput: PassTaskDownInput;
  FinishTaskInput: FinishTaskInput;
  CancelTaskInput: CancelTaskInput;
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
  OpeningContactInput: OpeningContactInput;
  SaidInput: SaidInput;
  AddContactInput: AddContactInput;
  RecordInvalidContactInput: RecordInvalidContactInput;
  VoidInvalidContactInput: VoidInvalidContactInput;
  HoldDuplicateInput: HoldDuplicateInput;
  ReleaseDuplicateInput: ReleaseDuplicateInput;
  HoldFollowerInput: HoldFollowerInput;
  ReleaseFollowerInput: ReleaseFollowerInput;
  DeclineAsAnsweredInput: DeclineAsAnsweredInput;
  FlagPersonInput: FlagPersonInput;
  RemoveFlagInput: RemoveFlagInput;
  ContactDone: ContactDone;
  ContactResult: ResolversUnionTypes<ResolversParentTypes>['ContactResult'];
  Said: Said;
  Contact: Contact;
  PersonFlag: PersonFlag;
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
  SolvedAnswer: SolvedAnswer;
  Attributes: Attributes;
  AttributesInput: AttributesInput;
  ListedObject: ListedObject;
  Cluster: FoundCluster;
  Office: Office;
  SelectForFollowUpInput: SelectForFollowUpInput;
  SetRatingAsideInput: SetRatingAsideInput;
  RestoreRatingInput: RestoreRatingInput;
  RateByInput: RateByInput;
  SetAttributesInput: SetAttributesInput;
  Segment: Segment;
  AnswerPolicy: AnswerPolicy;
  MonthCount: MonthCount;
  KnowledgeDraft: DraftView;
  Knowledge: KnowledgeView;
  KnowledgeEdge: Omit<KnowledgeEdge, 'node'> & { node: ResolversParentTypes['Knowledge'] };
  KnowledgeConnection: Omit<KnowledgeConnection, 'edges'> & {
    edges: ReadonlyArray<ResolversParentTypes['KnowledgeEdge']>;
  };
  KnowledgeSuggestion: KnowledgeSuggestion;
  MissingAnswer: MissingAnswer;
  MissingAnswerEdge: MissingAnswerEdge;
  MissingAnswerConnection: MissingAnswerConnection;
  AnsweredWithout: AnsweredWithout;
  AnsweredWithoutEdge: AnsweredWithoutEdge;
  AnsweredWithoutConnection: AnsweredWithoutConnection;
  UnansweredCount: UnansweredCount;
  Unanswered: UnansweredAsked;
  KnowledgeDone: KnowledgeDone;
  KnowledgeResult: ResolversUnionTypes<ResolversParentTypes>['KnowledgeResult'];
  AnswerPolicyInput: AnswerPolicyInput;
  ProposeAnswerInput: ProposeAnswerInput;
  ReviseAnswerInput: ReviseAnswerInput;
  ApproveAnswerInput: ApproveAnswerInput;
  AnswerReasonInput: AnswerReasonInput;
  PublishAnswerInput: PublishAnswerInput;
  NoteMissingAnswerInput: NoteMissingAnswerInput;
  SettleMissingAnswerInput: SettleMissingAnswerInput;
  Coded: Coded;
  Kind: Kind;
  SetAside: SetAside;
  UpkeepDone: UpkeepDone;
  UpkeepResult: ResolversUnionTypes<ResolversParentTypes>['UpkeepResult'];
  OrderExtension: OrderExtension;
  PlatformRating: PlatformRating;
  PlatformOrder: PlatformOrder;
  OrderReturnGround: OrderReturnGround;
  OrderKind: OrderKind;
  OrderPlatform: OrderPlatform;
  OrderInput: OrderInput;
  ReceiveOrderInput: ReceiveOrderInput;
  SignOrderInput: SignOrderInput;
  ReturnOrderInput: ReturnOrderInput;
  NoteOrderTakenBackInput: NoteOrderTakenBackInput;
  NoteOrderInsistedInput: NoteOrderInsistedInput;
  NoteOrderSentAgainInput: NoteOrderSentAgainInput;
  AskOrderExtensionInput: AskOrderExtensionInput;
  NoteOrderExtensionInput: NoteOrderExtensionInput;
  ReportOrderInput: ReportOrderInput;
  NoteReportTakenInput: NoteReportTakenInput;
  NoteReportBouncedInput: NoteReportBouncedInput;
  RecordPlatformRatingInput: RecordPlatformRatingInput;
  Restriction: Restriction;
  RestrictCaseInput: RestrictCaseInput;
  LiftRestrictionInput: LiftRestrictionInput;
  GiveSecrecyInput: GiveSecrecyInput;
  LiftSecrecyInput: LiftSecrecyInput;
  WriteTextForUnitsInput: WriteTextForUnitsInput;
  OpenIdentityInput: OpenIdentityInput;
  Identity: Identity;
  IdentityResult: ResolversUnionTypes<ResolversParentTypes>['IdentityResult'];
  InterimReply: InterimReply;
  Suspension: Suspension;
  Task: Task;
  GiveInterimReplyInput: GiveInterimReplyInput;
  AskSuspensionInput: AskSuspensionInput;
  ApproveSuspensionInput: ApproveSuspensionInput;
  RefuseSuspensionInput: RefuseSuspensionInput;
  ResumeCaseInput: ResumeCaseInput;
  PassAssignmentDownInput: PassAssignmentDownInput;
  GiveTaskInput: GiveTaskInput;
  SignTaskInput: SignTaskInput;
  ReturnTaskInput: ReturnTaskInput;
  PassTaskDownInput: PassTaskDownInput;
  FinishTaskInput: FinishTaskInput;
  CancelTaskInput: CancelTaskInput;
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
    RequireFields<QueryCallerCasesArgs, 'phone' | 'purpose'>
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
  clusters?: Resolver<
    ReadonlyArray<ResolversTypes['Cluster']>,
    ParentType,
    ContextType,
    RequireFields<QueryClustersArgs, 'days' | 'atLeast'>
  >;
  knowledge?: Resolver<
    Maybe<ResolversTypes['Knowledge']>,
    ParentType,
    ContextType,
    RequireFields<QueryKnowledgeArgs, 'id'>
  >;
  knowledgeSearch?: Resolver<
    ResolversTypes['KnowledgeConnection'],
    ParentType,
    ContextType,
    RequireFields<QueryKnowledgeSearchArgs, 'text' | 'first'>
  >;
  knowledgeSuggestions?: Resolver<
    ReadonlyArray<ResolversTypes['KnowledgeSuggestion']>,
    ParentType,
    ContextType,
    RequireFields<QueryKnowledgeSuggestionsArgs, 'text'>
  >;
  unanswered?: Resolver<ResolversTypes['Unanswered'], ParentType, ContextType, Partial<QueryUnansweredArgs>>;
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
  addContact?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationAddContactArgs, 'input'>
  >;
  recordInvalidContact?: Resolver<
    ResolversTypes['ContactResult'],
    ParentType,
    ContextType,
    RequireFields<MutationRecordInvalidContactArgs, 'input'>
  >;
  voidInvalidContact?: Resolver<
    ResolversTypes['ContactResult'],
    ParentType,
    ContextType,
    RequireFields<MutationVoidInvalidContactArgs, 'input'>
  >;
  holdDuplicate?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationHoldDuplicateArgs, 'input'>
  >;
  releaseDuplicate?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationReleaseDuplicateArgs, 'input'>
  >;
  holdFollower?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationHoldFollowerArgs, 'input'>
  >;
  releaseFollower?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationReleaseFollowerArgs, 'input'>
  >;
  declineAsAnswered?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationDeclineAsAnsweredArgs, 'input'>
  >;
  flagPerson?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationFlagPersonArgs, 'input'>
  >;
  removeFlag?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationRemoveFlagArgs, 'input'>
  >;
  selectForFollowUp?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationSelectForFollowUpArgs, 'input'>
  >;
  setRatingAside?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationSetRatingAsideArgs, 'input'>
  >;
  restoreRating?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationRestoreRatingArgs, 'input'>
  >;
  rateBy?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationRateByArgs, 'input'>
  >;
  setAttributes?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationSetAttributesArgs, 'input'>
  >;
  proposeAnswer?: Resolver<
    ResolversTypes['KnowledgeResult'],
    ParentType,
    ContextType,
    RequireFields<MutationProposeAnswerArgs, 'input'>
  >;
  reviseAnswer?: Resolver<
    ResolversTypes['KnowledgeResult'],
    ParentType,
    ContextType,
    RequireFields<MutationReviseAnswerArgs, 'input'>
  >;
  approveAnswer?: Resolver<
    ResolversTypes['KnowledgeResult'],
    ParentType,
    ContextType,
    RequireFields<MutationApproveAnswerArgs, 'input'>
  >;
  sendBackAnswer?: Resolver<
    ResolversTypes['KnowledgeResult'],
    ParentType,
    ContextType,
    RequireFields<MutationSendBackAnswerArgs, 'input'>
  >;
  publishAnswer?: Resolver<
    ResolversTypes['KnowledgeResult'],
    ParentType,
    ContextType,
    RequireFields<MutationPublishAnswerArgs, 'input'>
  >;
  retireAnswer?: Resolver<
    ResolversTypes['KnowledgeResult'],
    ParentType,
    ContextType,
    RequireFields<MutationRetireAnswerArgs, 'input'>
  >;
  noteMissingAnswer?: Resolver<
    ResolversTypes['KnowledgeResult'],
    ParentType,
    ContextType,
    RequireFields<MutationNoteMissingAnswerArgs, 'input'>
  >;
  settleMissingAnswer?: Resolver<
    ResolversTypes['KnowledgeResult'],
    ParentType,
    ContextType,
    RequireFields<MutationSettleMissingAnswerArgs, 'input'>
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
  receiveOrder?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationReceiveOrderArgs, 'input'>
  >;
  signOrder?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationSignOrderArgs, 'input'>
  >;
  returnOrder?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationReturnOrderArgs, 'input'>
  >;
  noteOrderTakenBack?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationNoteOrderTakenBackArgs, 'input'>
  >;
  noteOrderInsisted?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationNoteOrderInsistedArgs, 'input'>
  >;
  noteOrderSentAgain?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationNoteOrderSentAgainArgs, 'input'>
  >;
  askOrderExtension?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationAskOrderExtensionArgs, 'input'>
  >;
  noteOrderExtension?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationNoteOrderExtensionArgs, 'input'>
  >;
  reportOrder?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationReportOrderArgs, 'input'>
  >;
  noteReportTaken?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationNoteReportTakenArgs, 'input'>
  >;
  noteReportBounced?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationNoteReportBouncedArgs, 'input'>
  >;
  recordPlatformRating?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationRecordPlatformRatingArgs, 'input'>
  >;
  restrictCase?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationRestrictCaseArgs, 'input'>
  >;
  liftRestriction?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationLiftRestrictionArgs, 'input'>
  >;
  giveSecrecy?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationGiveSecrecyArgs, 'input'>
  >;
  liftSecrecy?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationLiftSecrecyArgs, 'input'>
  >;
  writeTextForUnits?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationWriteTextForUnitsArgs, 'input'>
  >;
  openIdentity?: Resolver<
    ResolversTypes['IdentityResult'],
    ParentType,
    ContextType,
    RequireFields<MutationOpenIdentityArgs, 'input'>
  >;
  giveInterimReply?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationGiveInterimReplyArgs, 'input'>
  >;
  askSuspension?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationAskSuspensionArgs, 'input'>
  >;
  approveSuspension?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationApproveSuspensionArgs, 'input'>
  >;
  refuseSuspension?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationRefuseSuspensionArgs, 'input'>
  >;
  resumeCase?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationResumeCaseArgs, 'input'>
  >;
  passAssignmentDown?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationPassAssignmentDownArgs, 'input'>
  >;
  giveTask?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationGiveTaskArgs, 'input'>
  >;
  signTask?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationSignTaskArgs, 'input'>
  >;
  returnTask?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationReturnTaskArgs, 'input'>
  >;
  passTaskDown?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationPassTaskDownArgs, 'input'>
  >;
  finishTask?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationFinishTaskArgs, 'input'>
  >;
  cancelTask?: Resolver<
    ResolversTypes['CommandResult'],
    ParentType,
    ContextType,
    RequireFields<MutationCancelTaskArgs, 'input'>
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
  at?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  minutes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  why?: Resolver<ResolversTypes['Text'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DueResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Due'] = ResolversParentTypes['Due'],
> = {
  on?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
  at?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
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
  opening?: Resolver<Maybe<ResolversTypes['Contact']>, ParentType, ContextType>;
  contacts?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Contact']>>, ParentType, ContextType>;
  chaseUps?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  duplicates?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  joinedInto?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  followers?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  linkedUnder?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  answeredBefore?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  flags?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PersonFlag']>>, ParentType, ContextType>;
  attributes?: Resolver<Maybe<ResolversTypes['Attributes']>, ParentType, ContextType>;
  followUp?: Resolver<Maybe<ResolversTypes['FollowUpChoice']>, ParentType, ContextType>;
  solved?: Resolver<Maybe<ResolversTypes['SolvedAnswer']>, ParentType, ContextType>;
  ratingSetAside?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['PlatformOrder']>, ParentType, ContextType>;
  restricted?: Resolver<Maybe<ResolversTypes['Restriction']>, ParentType, ContextType>;
  secrecy?: Resolver<Maybe<ResolversTypes['SecrecyReason']>, ParentType, ContextType>;
  textForUnits?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  interimReplies?: Resolver<ReadonlyArray<ResolversTypes['InterimReply']>, ParentType, ContextType>;
  suspension?: Resolver<Maybe<ResolversTypes['Suspension']>, ParentType, ContextType>;
  passedTo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tasks?: Resolver<ReadonlyArray<ResolversTypes['Task']>, ParentType, ContextType>;
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
  joinedInto?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  linkedUnder?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  duplicates?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  followers?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['PlatformOrder']>, ParentType, ContextType>;
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

export type ContactDoneResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ContactDone'] = ResolversParentTypes['ContactDone'],
> = {
  contact?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  events?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  token?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ContactResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ContactResult'] = ResolversParentTypes['ContactResult'],
> = {
  __resolveType: TypeResolveFn<'ContactDone' | 'Refusal', ParentType, ContextType>;
};

export type SaidResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Said'] = ResolversParentTypes['Said'],
> = {
  state?: Resolver<ResolversTypes['PersonalState'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ContactResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Contact'] = ResolversParentTypes['Contact'],
> = {
  at?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['ContactPurpose']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  medium?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  taker?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  callId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  said?: Resolver<Maybe<ResolversTypes['Said']>, ParentType, ContextType>;
};

export type PersonFlagResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['PersonFlag'] = ResolversParentTypes['PersonFlag'],
> = {
  flag?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['Day'], ParentType, ContextType>;
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

export type SolvedAnswerResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['SolvedAnswer'] = ResolversParentTypes['SolvedAnswer'],
> = {
  solved?: Resolver<ResolversTypes['Solved'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AttributesResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Attributes'] = ResolversParentTypes['Attributes'],
> = {
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  district?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  line?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  station?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  road?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  company?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  project?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ListedObjectResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['ListedObject'] = ResolversParentTypes['ListedObject'],
> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['Text'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
};

export type ClusterResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Cluster'] = ResolversParentTypes['Cluster'],
> = {
  category?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  object?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  matters?: Resolver<ReadonlyArray<ResolversTypes['Case']>, ParentType, ContextType>;
};

export type OfficeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Office'] = ResolversParentTypes['Office'],
> = {
  dissatisfactionReasons?: Resolver<ReadonlyArray<ResolversTypes['Coded']>, ParentType, ContextType>;
  setAsideGrounds?: Resolver<ReadonlyArray<ResolversTypes['Coded']>, ParentType, ContextType>;
  businessFields?: Resolver<ReadonlyArray<ResolversTypes['Coded']>, ParentType, ContextType>;
  districts?: Resolver<ReadonlyArray<ResolversTypes['Coded']>, ParentType, ContextType>;
  objects?: Resolver<ReadonlyArray<ResolversTypes['ListedObject']>, ParentType, ContextType>;
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
  suspensionGrounds?: Resolver<ReadonlyArray<ResolversTypes['Coded']>, ParentType, ContextType>;
  platforms?: Resolver<Maybe<ReadonlyArray<ResolversTypes['OrderPlatform']>>, ParentType, ContextType>;
};

export type SegmentResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Segment'] = ResolversParentTypes['Segment'],
> = {
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  match?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type AnswerPolicyResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['AnswerPolicy'] = ResolversParentTypes['AnswerPolicy'],
> = {
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  link?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MonthCountResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['MonthCount'] = ResolversParentTypes['MonthCount'],
> = {
  month?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type KnowledgeDraftResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['KnowledgeDraft'] = ResolversParentTypes['KnowledgeDraft'],
> = {
  status?: Resolver<ResolversTypes['KnowledgeStatus'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  question?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  answer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  category?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  keywords?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  policy?: Resolver<ResolversTypes['AnswerPolicy'], ParentType, ContextType>;
  validFrom?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type KnowledgeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Knowledge'] = ResolversParentTypes['Knowledge'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['KnowledgeStatus'], ParentType, ContextType>;
  inForce?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  edition?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  question?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  answer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  category?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  keywords?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  policy?: Resolver<ResolversTypes['AnswerPolicy'], ParentType, ContextType>;
  validFrom?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
  proposedAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  retiredReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  draft?: Resolver<Maybe<ResolversTypes['KnowledgeDraft']>, ParentType, ContextType>;
  uses?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  usesByMonth?: Resolver<ReadonlyArray<ResolversTypes['MonthCount']>, ParentType, ContextType>;
};

export type KnowledgeEdgeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['KnowledgeEdge'] = ResolversParentTypes['KnowledgeEdge'],
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Knowledge'], ParentType, ContextType>;
  question?: Resolver<ReadonlyArray<ResolversTypes['Segment']>, ParentType, ContextType>;
  excerpt?: Resolver<ReadonlyArray<ResolversTypes['Segment']>, ParentType, ContextType>;
};

export type KnowledgeConnectionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['KnowledgeConnection'] = ResolversParentTypes['KnowledgeConnection'],
> = {
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['KnowledgeEdge']>, ParentType, ContextType>;
};

export type KnowledgeSuggestionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['KnowledgeSuggestion'] = ResolversParentTypes['KnowledgeSuggestion'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  question?: Resolver<ReadonlyArray<ResolversTypes['Segment']>, ParentType, ContextType>;
};

export type MissingAnswerResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['MissingAnswer'] = ResolversParentTypes['MissingAnswer'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  question?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  category?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  times?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  firstNotedAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  lastNotedAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
};

export type MissingAnswerEdgeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['MissingAnswerEdge'] = ResolversParentTypes['MissingAnswerEdge'],
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['MissingAnswer'], ParentType, ContextType>;
};

export type MissingAnswerConnectionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['MissingAnswerConnection'] = ResolversParentTypes['MissingAnswerConnection'],
> = {
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['MissingAnswerEdge']>, ParentType, ContextType>;
};

export type AnsweredWithoutResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['AnsweredWithout'] = ResolversParentTypes['AnsweredWithout'],
> = {
  case?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  category?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  answeredAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
};

export type AnsweredWithoutEdgeResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['AnsweredWithoutEdge'] = ResolversParentTypes['AnsweredWithoutEdge'],
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AnsweredWithout'], ParentType, ContextType>;
};

export type AnsweredWithoutConnectionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['AnsweredWithoutConnection'] =
    ResolversParentTypes['AnsweredWithoutConnection'],
> = {
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['AnsweredWithoutEdge']>, ParentType, ContextType>;
};

export type UnansweredCountResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['UnansweredCount'] = ResolversParentTypes['UnansweredCount'],
> = {
  category?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  noted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  answeredWithout?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type UnansweredResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Unanswered'] = ResolversParentTypes['Unanswered'],
> = {
  byCategory?: Resolver<ReadonlyArray<ResolversTypes['UnansweredCount']>, ParentType, ContextType>;
  noted?: Resolver<
    ResolversTypes['MissingAnswerConnection'],
    ParentType,
    ContextType,
    RequireFields<UnansweredNotedArgs, 'first'>
  >;
  consultations?: Resolver<
    ResolversTypes['AnsweredWithoutConnection'],
    ParentType,
    ContextType,
    RequireFields<UnansweredConsultationsArgs, 'first'>
  >;
};

export type KnowledgeDoneResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['KnowledgeDone'] = ResolversParentTypes['KnowledgeDone'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  events?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  token?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type KnowledgeResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['KnowledgeResult'] = ResolversParentTypes['KnowledgeResult'],
> = {
  __resolveType: TypeResolveFn<'KnowledgeDone' | 'Refusal', ParentType, ContextType>;
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

export type OrderExtensionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['OrderExtension'] = ResolversParentTypes['OrderExtension'],
> = {
  dueAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  askedAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
};

export type PlatformRatingResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['PlatformRating'] = ResolversParentTypes['PlatformRating'],
> = {
  at?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  solved?: Resolver<Maybe<ResolversTypes['ToldSolved']>, ParentType, ContextType>;
  round?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PlatformOrderResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['PlatformOrder'] = ResolversParentTypes['PlatformOrder'],
> = {
  platform?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dispatchedAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  signUntil?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  returnUntil?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
  signedAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  returnGround?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  insisted?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  extension?: Resolver<Maybe<ResolversTypes['OrderExtension']>, ParentType, ContextType>;
  reportedAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  takenAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  bounces?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  bounceReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ratings?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PlatformRating']>>, ParentType, ContextType>;
};

export type OrderReturnGroundResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['OrderReturnGround'] = ResolversParentTypes['OrderReturnGround'],
> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['Text'], ParentType, ContextType>;
};

export type OrderKindResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['OrderKind'] = ResolversParentTypes['OrderKind'],
> = {
  word?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OrderPlatformResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['OrderPlatform'] = ResolversParentTypes['OrderPlatform'],
> = {
  platform?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  returnGrounds?: Resolver<ReadonlyArray<ResolversTypes['OrderReturnGround']>, ParentType, ContextType>;
  kinds?: Resolver<Maybe<ReadonlyArray<ResolversTypes['OrderKind']>>, ParentType, ContextType>;
};

export type RestrictionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Restriction'] = ResolversParentTypes['Restriction'],
> = {
  ground?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
  erases?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PersonOfCase']>>, ParentType, ContextType>;
};

export type IdentityResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Identity'] = ResolversParentTypes['Identity'],
> = {
  case?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  caller?: Resolver<Maybe<ResolversTypes['Caller']>, ParentType, ContextType>;
  statement?: Resolver<Maybe<ResolversTypes['Statement']>, ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['Subject']>, ParentType, ContextType>;
  token?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IdentityResultResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['IdentityResult'] = ResolversParentTypes['IdentityResult'],
> = {
  __resolveType: TypeResolveFn<'Identity' | 'Refusal', ParentType, ContextType>;
};

export type InterimReplyResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['InterimReply'] = ResolversParentTypes['InterimReply'],
> = {
  at?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  how?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SuspensionResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Suspension'] = ResolversParentTypes['Suspension'],
> = {
  state?: Resolver<ResolversTypes['SuspensionState'], ParentType, ContextType>;
  ground?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  askedAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  on?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
};

export type TaskResolvers<
  ContextType = RequestContext,
  ParentType extends ResolversParentTypes['Task'] = ResolversParentTypes['Task'],
> = {
  task?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  answerable?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['TaskState'], ParentType, ContextType>;
  round?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
  warnOn?: Resolver<Maybe<ResolversTypes['Day']>, ParentType, ContextType>;
  notice?: Resolver<Maybe<ResolversTypes['TaskNotice']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  givenAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  ground?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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
  ContactDone?: ContactDoneResolvers<ContextType>;
  ContactResult?: ContactResultResolvers<ContextType>;
  Said?: SaidResolvers<ContextType>;
  Contact?: ContactResolvers<ContextType>;
  PersonFlag?: PersonFlagResolvers<ContextType>;
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
  SolvedAnswer?: SolvedAnswerResolvers<ContextType>;
  Attributes?: AttributesResolvers<ContextType>;
  ListedObject?: ListedObjectResolvers<ContextType>;
  Cluster?: ClusterResolvers<ContextType>;
  Office?: OfficeResolvers<ContextType>;
  Segment?: SegmentResolvers<ContextType>;
  AnswerPolicy?: AnswerPolicyResolvers<ContextType>;
  MonthCount?: MonthCountResolvers<ContextType>;
  KnowledgeDraft?: KnowledgeDraftResolvers<ContextType>;
  Knowledge?: KnowledgeResolvers<ContextType>;
  KnowledgeEdge?: KnowledgeEdgeResolvers<ContextType>;
  KnowledgeConnection?: KnowledgeConnectionResolvers<ContextType>;
  KnowledgeSuggestion?: KnowledgeSuggestionResolvers<ContextType>;
  MissingAnswer?: MissingAnswerResolvers<ContextType>;
  MissingAnswerEdge?: MissingAnswerEdgeResolvers<ContextType>;
  MissingAnswerConnection?: MissingAnswerConnectionResolvers<ContextType>;
  AnsweredWithout?: AnsweredWithoutResolvers<ContextType>;
  AnsweredWithoutEdge?: AnsweredWithoutEdgeResolvers<ContextType>;
  AnsweredWithoutConnection?: AnsweredWithoutConnectionResolvers<ContextType>;
  UnansweredCount?: UnansweredCountResolvers<ContextType>;
  Unanswered?: UnansweredResolvers<ContextType>;
  KnowledgeDone?: KnowledgeDoneResolvers<ContextType>;
  KnowledgeResult?: KnowledgeResultResolvers<ContextType>;
  Coded?: CodedResolvers<ContextType>;
  Kind?: KindResolvers<ContextType>;
  SetAside?: SetAsideResolvers<ContextType>;
  UpkeepDone?: UpkeepDoneResolvers<ContextType>;
  UpkeepResult?: UpkeepResultResolvers<ContextType>;
  OrderExtension?: OrderExtensionResolvers<ContextType>;
  PlatformRating?: PlatformRatingResolvers<ContextType>;
  PlatformOrder?: PlatformOrderResolvers<ContextType>;
  OrderReturnGround?: OrderReturnGroundResolvers<ContextType>;
  OrderKind?: OrderKindResolvers<ContextType>;
  OrderPlatform?: OrderPlatformResolvers<ContextType>;
  Restriction?: RestrictionResolvers<ContextType>;
  Identity?: IdentityResolvers<ContextType>;
  IdentityResult?: IdentityResultResolvers<ContextType>;
  InterimReply?: InterimReplyResolvers<ContextType>;
  Suspension?: SuspensionResolvers<ContextType>;
  Task?: TaskResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = RequestContext> = {
  allow?: AllowDirectiveResolver<any, any, ContextType>;
};

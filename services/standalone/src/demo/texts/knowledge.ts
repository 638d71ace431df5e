import type { AnswerText } from '@sunlit/contracts';

/** An answer of the demo's knowledge base, and how people ask for it. */
export interface DemoAnswer extends AnswerText {
  readonly key: string;
  /** What an operator writes down of a call about it. */
  readonly asked: string;
}

/** What a transport bureau's operators look up most; the documents are those the answers rest on. */
export const DEMO_ANSWERS: readonly DemoAnswer[] = [
  {
    key: 'card-lost',
    category: 'bus.card',
    question: '公交卡丢了怎么补办?',
    answer:
      '记名卡可凭本人有效身份证件到公交卡服务网点挂失,挂失后原卡停用,余额转入新卡;不记名卡不能挂失。补办须交工本费,以网点公示为准。',
    keywords: ['IC卡', '遗失', '挂失', '乘车卡'],
    policy: { title: '城市公共汽车和电车客运管理规定', number: '交通运输部令2017年第5号' },
    asked: '咨询公交卡遗失后如何补办',
  },
  {
    key: 'card-elder',
    category: 'bus.card',
    question: '老年人怎么办理免费乘车卡?',
    answer: '年满65周岁的老年人,凭本人身份证到公交卡服务网点办理,不收费;每年审验一次,可由家属代办。',
    keywords: ['老年卡', '敬老卡', '优待', '65岁'],
    policy: { title: '中华人民共和国老年人权益保障法' },
    asked: '咨询老年人免费乘车卡的办理条件',
  },
  {
    key: 'line-change',
    category: 'bus.route',
    question: '公交线路临时改道到哪里查?',
    answer: '道路施工或活动管制时的临时改道,在沿线站牌和公交公司公众号提前公布;也可拨打12328查询当日改道和恢复时间。',
    keywords: ['绕行', '改线', '停运'],
    policy: { title: '城市公共汽车和电车客运管理规定', number: '交通运输部令2017年第5号' },
    asked: '咨询公交线路因施工临时改道的站点',
  },
  {
    key: 'taxi-fare',
    category: 'taxi.fare',
    question: '出租车不打表、多收费怎么办?',
    answer:
      '巡游出租车应按计价器收费并出具票据。遇到不打表、多收费的,请记下车号、上下车时间和地点,保留票据,拨打12328投诉,查实后退还多收部分并依规处理。',
    keywords: ['议价', '计价器', '宰客', '发票'],
    policy: { title: '巡游出租汽车经营服务管理规定', number: '交通运输部令2021年第16号' },
    asked: '咨询出租车不打表收费是否合规',
  },
  {
    key: 'taxi-lost',
    category: 'taxi.lost',
    question: '东西落在出租车上怎么找?',
    answer:
      '有票据的,按票据上的车号与公司联系;没有票据的,拨打12328,说明上下车时间、地点和物品特征,由热线协助查找车辆。',
    keywords: ['失物', '遗失', '手机落车上'],
    policy: { title: '巡游出租汽车经营服务管理规定', number: '交通运输部令2021年第16号' },
    asked: '咨询物品遗失在出租车上如何查找',
  },
  {
    key: 'ride-licence',
    category: 'ride-hailing.licence',
    question: '开网约车要办哪些证?',
    answer:
      '须有三证:平台的经营许可证、车辆的《网络预约出租汽车运输证》、驾驶员的《网络预约出租汽车驾驶员证》。驾驶员要求取得相应准驾车型并有3年以上驾驶经历,无暴力犯罪等记录,经考试合格。',
    keywords: ['滴滴', '人证', '车证', '双证'],
    policy: { title: '网络预约出租汽车经营服务管理暂行办法' },
    asked: '咨询从事网约车需办理的证件',
  },
  {
    key: 'etc',
    category: 'tolls.etc',
    question: '怎么办理ETC?',
    answer:
      '携带身份证、行驶证原件到合作银行网点或高速服务区办理,也可在发行方小程序网上申请、自行安装激活。一车一卡一签。',
    keywords: ['电子标签', 'OBU', '不停车收费'],
    policy: { title: '收费公路管理条例', number: '国务院令第417号' },
    asked: '咨询小客车办理ETC所需材料',
  },
  {
    key: 'toll-holiday',
    category: 'tolls',
    question: '节假日高速公路免费的是哪些车?',
    answer:
      '春节、清明节、劳动节、国庆节及其连休日,7座以下(含7座)载客车辆免收通行费,以车辆驶离出口收费车道的时间为准。',
    keywords: ['高速免费', '通行费', '小型客车'],
    policy: { title: '重大节假日免收小型客车通行费实施方案', number: '国发〔2012〕37号' },
    asked: '咨询国庆期间高速公路免费时段',
  },
  {
    key: 'toll-green',
    category: 'tolls',
    question: '运蔬菜水果走绿色通道有什么要求?',
    answer:
      '整车合法装载运输《鲜活农产品品种目录》内产品的车辆免收通行费:装载不低于核定载质量或车厢容积的80%,混装其他农产品不超过20%;须安装ETC或领取通行卡,提前预约,出口查验。',
    keywords: ['鲜活农产品', '绿通', '免费'],
    policy: { title: '关于进一步优化鲜活农产品运输“绿色通道”政策的通知', number: '交公路发〔2019〕99号' },
    asked: '咨询绿色通道的装载要求',
  },
  {
    key: 'freight-licence',
    category: 'freight.licence',
    question: '普通货车的营运证怎么办理、怎么年审?',
    answer:
      '总质量4.5吨及以下的普通货车无需办理道路运输证;以上的,凭行驶证、检验合格报告到运政窗口或网上办理。年审每年一次,可全国异地、网上办理。',
    keywords: ['道路运输证', '年审', '4.5吨'],
    policy: { title: '道路货物运输及站场管理规定' },
    asked: '咨询货车道路运输证年审如何办理',
  },
  {
    key: 'road-damage',
    category: 'roads.maintenance',
    question: '公路有坑槽、护栏损坏向谁反映?',
    answer:
      '国省道和农村公路的路面坑槽、护栏损坏,请拨打12328,说明路名、桩号或附近地标;有安全隐患的先设警示,24小时内到场处置。城市道路由住建城管部门负责。',
    keywords: ['路面破损', '坑洞', '养护'],
    policy: { title: '公路安全保护条例', number: '国务院令第593号' },
    asked: '咨询公路坑槽由哪个部门维修',
  },
  {
    key: 'oversize',
    category: 'enforcement',
    question: '大件运输要怎么申请许可?',
    answer:
      '载运不可解体物品的超限车辆,在“交通运输部跨省大型物件运输并联许可系统”网上申请,按许可的时间、路线和速度通行;未经许可不得上路。',
    keywords: ['超限', '超宽', '并联许可'],
    policy: { title: '超限运输车辆行驶公路管理规定', number: '交通运输部令2016年第62号' },
    asked: '咨询大件运输超限许可的申请方式',
  },
];

/** What nobody found an answer to. */
export const DEMO_UNANSWERED: readonly { readonly question: string; readonly category: string }[] = [
  { question: '网约车平台公司在本市要备案哪些材料?', category: 'ride-hailing.licence' },
  { question: '周末有没有开往乡村景区的公交专线?', category: 'bus.route' },
];

import type { Theme } from './topic.js';

const theme = (category: string, summary: string, answer: string): Theme => ({ category, summary, answer });

/** What is no question and no complaint: requests for help, suggestions, praise, and what fits nowhere. */
export const OTHER_KINDS: Readonly<Record<string, readonly Theme[]>> = {
  help: [
    theme('taxi.lost', '求助查找遗失在出租车上的双肩包', '已按上下车地点和时间协查，背包已由车队找到并通知本人领取。'),
    theme('taxi.lost', '求助查找遗失在出租车上的手机', '已通知各车队广播查找，一有消息即与本人联系。'),
    theme('bus.service', '求助查找遗失在{line}上的购物袋', '物品已由驾驶员交至车队失物招领处，可凭描述领取。'),
    theme('bus.service', '求助帮助走失老人乘坐{line}回家', '已与车队、派出所联系，老人已由家属在{place}接回。'),
    theme('coach.station', '求助为行动不便旅客在{station}安排进站协助', '车站已安排服务人员在进站口等候并协助上车。'),
    theme('coach.ticket', '求助改签{station}到{city}当日车票', '已协调车站办理免费改签一次，请携带证件到售票窗口。'),
    theme('roads.maintenance', '求助清理{road}倒伏树木', '养护人员已到场清理，道路恢复双向通行。'),
    theme('roads.signs', '求助修复{road}被撞护栏', '已设置警示标志，护栏于当日更换。'),
    theme('tolls.etc', '求助处理ETC卡无法拔出', '收费站人员已现场协助取出，并建议到网点检测设备。'),
    theme('freight.licence', '求助补打道路运输证', '已协助在政务服务网提交，证件当日制发。'),
    theme('training-repair.repair', '求助联系高速附近维修救援', '已转接附近有资质的救援企业，并告知收费标准。'),
  ],
  suggestion: [
    theme('bus.route', '建议{line}延伸至{place}', '已转公交公司结合客流调查研究，拟列入下次线网优化。'),
    theme('bus.schedule', '建议{line}晚间延长运营时间', '经测算夜间客流，拟自下月起末班延后二十分钟试运行。'),
    theme('bus.route', '建议在{place}增设公交候车亭', '已现场勘察，具备建设条件，列入年内候车亭更新计划。'),
    theme('bus.card', '建议外地老年人同享乘车优惠', '该政策由市级统一制定，已将建议报送主管部门研究。'),
    theme('roads.signs', '建议在{road}学校门口增设减速带', '经会同交警勘察，拟增设减速带和警示灯。'),
    theme('roads.signs', '建议{road}路口增设指路标志', '已列入标志完善计划，本季度内安装。'),
    theme('roads.rural', '建议{town}道路加装路灯', '已与属地乡镇对接，由其纳入美丽乡村项目统筹实施。'),
    theme('taxi.service', '建议{place}设置出租车专用候客区', '已会同城管、交警研究，拟施划临时候客泊位。'),
    theme('coach.station', '建议{station}增加自助取票机', '车站已增配{n}台自助设备，近日启用。'),
    theme('tolls.station', '建议收费站增加货车专用车道标识', '已转收费站，地面标识将于本月内施划。'),
    theme('other.policy', '建议办事指南配发图解', '采纳，常用事项将陆续配发图解并在网站发布。'),
  ],
  praise: [
    theme('bus.service', '表扬{line}驾驶员扶助老人上下车', '感谢您的来电，已转公交公司予以通报表扬。'),
    theme('bus.service', '表扬{line}驾驶员紧急送医救助乘客', '已核实事迹，公司将其列为当月文明标兵。'),
    theme('taxi.lost', '表扬出租车驾驶员拾金不昧', '已通报所在公司并记入服务质量加分。'),
    theme('coach.service', '表扬{station}班车乘务员热情服务', '感谢肯定，已转客运公司表扬本人。'),
    theme('roads.maintenance', '表扬养护人员雨夜清理{road}积水', '感谢您的理解与支持，已转公路部门通报。'),
    theme('qualification.renewal', '表扬窗口人员主动帮办换证', '感谢您的鼓励，窗口将继续做好帮办代办。'),
  ],
  other: [
    theme('other.matter', '来电核对以前反映事项的办理编号', '已告知查询方式，可凭编号和查询码在网站自行查询。'),
    theme('other.matter', '来电提供{road}施工照片线索', '已记录并转相关单位参考，感谢提供线索。'),
    theme('other.matter', '来电要求更新单位联系方式', '已更新登记信息。'),
    theme('other.policy', '来电索取交通出行宣传手册', '可到市民之家窗口免费领取，或在网站下载。'),
  ],
};

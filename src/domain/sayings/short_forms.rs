//! What bodies are called for short where the words of their names do not say it.
//!
//! The table rests on common usage: on what such bodies are called in offices, in the news and in each other's documents, now or
//! before they were renamed. It is about kinds of bodies, and about no particular plan.

/// Short forms without the word that the body's name ends in (局, 委), each with the characters that names of such bodies have, in their
/// order.
pub const SHORT: &str = "\
    发改 发展改革/经信 经济信息化/经信 工业信息化/工信 工业信息化/工科 工业科技/科工 科技工业/教体 教育体育/\
    住建 住建设/住建 住城乡建/建设 住建/房管 住房保障/人社 人力社/社保 社会保/劳动 人力资源社会保/卫健 卫健/\
    卫计 卫健/卫生 卫健/文旅 文旅/文体 文旅体/文广 文广/广电 广播电视/资规 资源规划/资规 规划资源/\
    自规 自然规划/自资 自然资源/规自 规划自然/国土 自然资源/规划 自然资源/环保 生态环境/市监 市场监/\
    市管 市场监/工商 市场监/质监 市场监/食药监 市场监/药监 药品监/农牧 农业农村/农业 农牧/农委 农业农村/\
    农业农村 农牧/水利 水务/水务 水利/林业 林草/林草 林业/园林 林绿化/交运 交通运/交委 交通运输委/安监 应急/\
    扶贫 乡村振兴/乡振 乡村振兴/城管 城市管理/执法 行政执法/医保 医疗保障/科技 科学技术/民宗 民族宗教/\
    民委 民族事务委/退役军人 退役军人事务/国资 国有资产/金融 金融工作/金监 金融监/银监 金融监督/银监 银保监/\
    银保监 金融监督/审批 行政审批/政数 政务数据/政务 政务服务/大数据 数据/机关局 机关事务/机管 机关事务/\
    粮食 粮储/粮储 粮食储备/人防 民防空/投促 投资促进/招商 投资促进/公积金 住房公积金/疾控 疾病预防控制";

/// What bodies are called as a whole, each with the characters that names of such bodies have, in their order.
pub const WHOLE: &str = "\
    人行 人民银行/央行 人民银行/农行 农业银行/工行 工商银行/建行 建设银行/农发行 农业发展银行/\
    国开行 国家开发银行/农商行 农村商业银行/银监会 银保监会/人大 人民代表大会/政协 政治协商会议/\
    法院 人民法院/检察院 人民检察院/国税局 国家税务/地税局 地方税务/纪委 纪律检查委员会/纪委监委 纪监委/\
    监委 监察委员会/统战部 统一战线工作部/政法委 政法委员会/编办 机构编制委员会/编办 编委办/编办 编办/\
    网信办 网络信息办公室/外办 外事办公室/台办 台湾事务办公室/侨办 侨务办公室/政府办 政府办公室/\
    市府办 市政府办公室/公积金中心 住房公积金/团委 共青团/团委 团省委/团委 团市委/团委 团县委/团委 团区委/\
    团委 共产主义青年团/妇联 妇女联合会/工商联 工商业联合会/科协 科学技术协会/文联 文学艺术界联合会/\
    残联 残疾人联合会/侨联 归国华侨联合会/红会 红十字会/供销社 供销/电力公司 供电公司";

/// The short forms of one of these texts, each with its characters.
pub fn pairs(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    text.split('/').filter_map(|pair| pair.split_once(' '))
}

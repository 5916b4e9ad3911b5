//! How characters are read: pinyin of those that occur in the names of bodies and places.
//!
//! Known are the some 1,700 characters of the names of ministries, bureaus, courts, associations, banks, companies, provinces, cities,
//! counties and peoples. A character with several readings stands under each: nothing is guessed from what stands beside it.

use std::sync::OnceLock;

/// Every syllable with the simplified characters that are read so, without tones. ü is written v and, as many type it, u.
const READINGS: &str = "\
    a阿ai爱艾an安岸庵案鞍ao奥敖澳ba八坝巴拔霸bai拜柏白百ban伴办半坂板版班般bang帮榜蚌邦bao保包堡宝报暴\
    bei北备碑碚贝陂ben本beng蚌bi壁必比毕泌璧碧秘bian便卞变编辩边biao标表bie别bin宾彬斌殡滨bing兵冰并病\
    bo亳伯勃博播柏泊波渤玻舶薄bu不埔埠布步补部cai彩才材菜蔡裁财采can参残餐cang仓沧苍藏cao曹草ce册测策cen参岑\
    ceng层曾cha察岔查茶chai拆柴chan产瀍禅chang厂场常昌昶长chao巢朝潮超che撤车chen晨沉辰郴陈cheng乘呈城成承澄称程诚\
    chi坻尺持池茌赤迟chong充冲崇种重chou筹chu储出初处楚滁畜触除chuan传川船chuang创chun春淳ci慈次瓷磁cong从枞cu促\
    cui翠cun存村da大打达dai代傣岱带待戴贷dan丹儋单担郸dang党当档砀dao刀导岛稻道de得德deng灯登磴等邓\
    di地坻底弟提棣狄第迪递dian典垫奠店殿淀滇点电甸diao调die叠ding丁定顶鼎dong东侗冻动洞董dou斗豆都陡\
    du度杜毒渡独督读都duan段端dui对队dun敦duo多掇e俄娥峨鄂阿额en恩er二儿尔洱fa发法fan凡反樊烦番繁范返\
    fang坊房放方纺芳访防fei肥费非飞fen份分汾芬feng丰凤奉封峰枫风fo佛fu伏佛副复妇富府扶抚服浮涪福符罘芙辅阜ga噶\
    gai改盖gan干感甘赣gang冈刚岗港钢gao告皋稿高ge个仡各格葛革gei给gen根geng更gong供公共宫工巩恭贡gou句构沟购\
    gu古固姑故沽股谷顾骨鼓gua瓜guai拐guan关冠官灌管莞观贯馆guang光广gui归桂规贵轨guo国果涡过郭ha哈hai亥害海\
    han含寒旱汉涵罕邗邯韩hang杭航行hao号好浩濠he合呵和核河禾荷菏贺赫鹤hei黑heng恒横衡hong宏弘洪红虹鸿hou侯候厚后\
    hu互呼壶户护沪湖祜胡葫虎hua划化华桦滑画花骅huai怀槐淮huan幻患换桓环还huang凰晃湟潢煌皇黄\
    hui会回徽惠慧挥晖汇绘辉hun婚浑珲huo活火获货霍ji冀即吉基寄急技暨机极济疾积稷稽级纪给绩蓟计记际集鸡\
    jia价佳假加嘉家架甲贾郏驾jian件健减剑尖建检涧渐犍监简箭键间jiang匠姜将江疆绛蒋讲jiao交教椒焦胶蕉角郊\
    jie介戒捷接揭洁界结节街解jin今尽晋津禁缙近进金锦jing井京净境径敬旌景晶泾竞精经荆警镜靖静jiu久九就救究酒鸠\
    ju具剧句局居巨拘据聚莒车juan捐鄄jue决角jun军君均峻浚筠郡骏ka卡喀kai凯开kan刊勘坎看kang康抗kao考\
    ke克可客岢柯棵科课ken垦kong孔控空kou口ku库kuai会快kuan宽款kuang矿kui奎kun昆kuo扩阔la喇拉腊辣lai来涞莱赉赖\
    lan兰岚栏澜蓝览lang廊朗琅郎lao乐佬劳崂捞老le乐勒lei耒雷leng冷楞li丽傈利力历李栗溧澧犁理璃礼离立荔蠡醴里隶鲤黎\
    lian廉涟濂炼联莲连liang两亮凉梁粮良量liao料疗聊辽lie烈lin临凛林蔺赁邻麟ling令凌岭灵玲陵零领龄liu六刘柳流浏留\
    long陇隆龙lou娄楼lu六卢吕庐录律旅泸渌潞禄绿芦路铝闾陆鲁鹿麓luan栾滦lun仑伦轮luo洛漯珞络罗落骆lv吕律旅率绿铝闾\
    ma玛码马麻mai卖迈麦man曼满mang芒茫mao毛茂茅贸mei媒梅煤眉美men门meng孟梦盟蒙mi密弥汨泌秘米mian勉棉沔渑绵面\
    miao庙苗min岷民闵闽ming名明鸣mo墨漠莫默mou牟mu仫募幕木母沐牟牡牧目睦穆na拿纳那nai奈nan南nang囊nao淖nei内neng能\
    ni尼泥nian年niang酿niao鸟nie聂ning宁niu牛nong农nu女怒nuo诺nv女ou欧瓯pai排派牌pan攀潘番盘磐pei培沛配陪\
    peng彭棚蓬pi批毗皮邳郫陂pian偏片piao漂票pin品贫ping凭坪屏平瓶萍评po坡鄱颇pu埔堡普浦濮莆蒲谱\
    qi七企其启器奇岐旗期杞栖气汽淇祁稽綦耆蕲起齐qia卡洽qian乾前千潜犍谦迁钱铅黔qiang强羌qiao乔侨桥硚谯\
    qin勤沁琴秦钦qing卿庆情晴清请轻青qiong琼邛qiu丘求球秋邱qu区取屈曲朐渠衢quan全券权泉que确qun群ran然燃rao饶re热\
    ren人仁任认ri日rong容戎榕荣蓉融rou柔ru乳儒入如汝ruan软rui瑞芮run润ruo若sa撒萨sai塞赛san三sang桑se色sen森\
    sha厦沙shan单善山汕鄯陕shang上商尚shao召少绍邵韶she射歙涉畲社舍蛇设shen什参审沈深申神莘身sheng升圣声嵊生盛省胜\
    shi世事什使势十史士始实室峙市师式施时氏浉湿狮石示视识试适食饰shou兽受售守寿手授收首\
    shu书属数术枢树沭熟疏署舒蜀输shua刷shuai率shuang双shui水税shun顺shuo朔si丝司四寺思斯泗私song宋嵩松淞送颂\
    su僳塑宿素肃苏诉速suan算sui濉睢绥遂随隧suo所索ta塔tai台太态泰tan坛滩潭炭覃郯tang唐塘棠汤tao桃洮陶te特\
    teng滕腾藤ti体提梯题tian天田tiao条调tie铁ting亭停厅汀tong同桐洞潼童统通铜tou头投tu吐图土徒涂突tuan团tui推退\
    tun屯tuo托沱陀wa佤瓦wai外wan万完宛湾玩皖wang望汪王网wei为伟位卫围圩委威尉尾巍微未渭潍维蔚魏wen文汶温稳问闻\
    weng翁wo卧斡沃涡wu乌五伍务吴吾婺屋巫悟无梧武污物舞芜xi习喜希席息昔析栖浠淅溪牺玺稀系细袭西锡隰xia下厦夏峡霞\
    xian仙先县咸宪显献现线贤限险鲜xiang乡享厢向响橡湘相祥箱翔芗襄象镶项香xiao孝小效校消猇萧销霄xie协斜械血解谢\
    xin信心忻新昕欣芯莘薪辛鑫xing兴刑型形星荥行邢xiong熊雄xiu休修宿秀xu叙圩徐溆畜盱续许需须xuan宣旋玄轩选\
    xue学穴薛雪xun寻巡循旬汛浔浚训讯ya亚压崖涯牙琊雅鸭yan严偃兖堰岩延彦沿演炎烟焉燕盐研言郾鄢铅阎雁颜验\
    yang养央扬杨洋羊阳yao姚尧瑶药要遥ye业冶叶掖液邺野\
    yi一义亿以仪伊依医夷宜峄已弋彝役意易沂猗疫益眙移翼艺议译遗邑驿黟yin印因引殷荫鄞银阴音饮\
    ying应影映盈英荥营迎颍鹰yong勇埇拥永涌用甬邕you优友右尤幼攸有油游犹由邮酉\
    yu与于余域尉屿峪愉榆渔渝狱玉盂禹禺育舆蔚虞裕语豫郁雨预鱼yuan元原员园垣宛愿援沅源缘苑袁远院yue乐岳月粤约越\
    yun云筠运郓郧韵za杂zai再在灾载zan赞zang藏zao枣造ze则泽责zeng增曾zha扎zhai债宅寨翟zhan占展战沾湛瞻站\
    zhang丈张彰掌樟漳章长障zhao兆召招昭朝照肇诏赵zhe哲柘浙者zhen圳振浈真贞镇震zheng征政整正蒸证郑\
    zhi之制志执指支智枝植止沚治直知纸织置职至芝芷质陟zhong中仲众忠种终重钟zhou周州洲舟zhu主住助柱株注猪珠竹筑诸驻\
    zhuan专传转zhuang壮庄装zhun准zhuo卓桌涿琢zi子字孜梓淄滋秭紫自资zong宗总枞综zou邹zu族祖租组足zuan纂钻zui嘴zun遵\
    zuo作左";

/// The most readings that a character has.
const MOST: usize = 3;

/// No character of the table comes before this code point.
const FIRST: u32 = 0x4E00;
/// How many code points are looked at.
const PLACES: usize = 0x5200;

/// The readings of a character, empty where it has no more.
pub type Readings = [&'static str; MOST];

/// The readings of each character, and at each code point the place of its readings, counted from 1.
struct Table {
    readings: Vec<Readings>,
    places: Box<[u16; PLACES]>,
}

static TABLE: OnceLock<Table> = OnceLock::new();

impl Table {
    #[allow(
        clippy::large_stack_arrays,
        reason = "42 KB, once; filling a list would be a piece shared with other modules"
    )]
    fn read() -> Self {
        let mut table = Self { readings: Vec::new(), places: Box::new([0; PLACES]) };
        let (mut syllable, mut begins) = ("", 0);
        for (at, c) in READINGS.char_indices() {
            if !c.is_ascii() {
                // The letters since the last character are the next syllable.
                if at > begins {
                    syllable = READINGS.get(begins..at).unwrap_or_default();
                }
                begins = at + c.len_utf8();
                table.add(c, syllable);
            }
        }
        table
    }

    fn add(&mut self, c: char, syllable: &'static str) {
        let Some(place) = place(c).and_then(|place| self.places.get_mut(place)) else { return };
        if *place == 0 {
            self.readings.push([""; MOST]);
            *place = u16::try_from(self.readings.len()).unwrap_or_default();
        }
        let mine = self.readings.get_mut(usize::from(*place).wrapping_sub(1)).into_iter().flatten();
        if let Some(free) = mine.into_iter().find(|reading| reading.is_empty()) {
            *free = syllable;
        }
    }
}

fn place(c: char) -> Option<usize> {
    u32::from(c).checked_sub(FIRST).map(|place| place as usize)
}

/// The readings of a simplified character, in small letters; none of one that is not known.
pub fn readings(c: char) -> Readings {
    let table = TABLE.get_or_init(Table::read);
    let place = place(c).and_then(|place| table.places.get(place)).copied().unwrap_or_default();
    table.readings.get(usize::from(place).wrapping_sub(1)).copied().unwrap_or([""; MOST])
}

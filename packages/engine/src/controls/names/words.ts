/*
 * Words of company names, as data. The first word of a line is the one that all others are read as.
 * Chinese words stand beside English ones only where each is the usual rendering of the other in registered names.
 */

/** Legal forms: kept as one light sign, whatever their wording. */
export const FORMS_LATIN = new Set(
  `co company cos corp corporation incorporated inc ltd limited ltda llc llp lp plc pte pty pvt private gmbh ag kg kgaa sa sas sarl srl spa bv nv oy oyj ab as asa aps
  ooo oao zao pao ao ojsc pjsc jsc cjsc ltdsti sti sirketi sdn bhd tbk pt fze fzc fzco fzllc dmcc llp kft zrt doo dd ood eood ad sro spzoo oü ou uab sia kk gk yk de cv sae est establishment
  otkrytoe zakrytoe publichnoe aktsionernoe obshchestvo ogranichennoi otvetstvennostyu joint stock liability open closed public youxiangongsi gongsi gufenyouxiangongsi jituanyouxiangongsi`.split(
    /\s+/,
  ),
);
/** Longest first. */
export const FORMS_HAN = ["有限责任公司", "股份有限公司", "集团有限公司", "有限公司", "股份公司", "分公司", "总公司", "公司", "株式会社", "有限会社"] as const;

/** Words that say nothing of who it is. */
export const STOP = new Set("the of and for a an in at de la le les el los et und der die das y i na do".split(" "));

const groups = `
technology technologies tech technological tekhnologii tekhnologiya tecnologia technologie 科技 技术
electronics electronic electron elektronika elektronik electrónica 电子
international intl 国际
group grp groupe gruppa grupo holding holdings 集团 控股
industry industries industrial industria promyshlennost 工业 实业 产业
science sciences scientific nauka 科学
research 研究
institute inst institut institution 研究所 研究院 院
university univ universitet universite universidad 大学
academy akademiya 学院
laboratory lab labs laboratories 实验室
communication communications comm telecommunication telecommunications telecom 通信 通讯 电信
information info 信息
system systems 系统
engineering engineers 工程
equipment 设备 装备
machinery machine machines mashinostroenie 机械
manufacturing manufacturer manufacture mfg 制造
aviation aviatsiya 航空
aerospace 航天
shipbuilding 造船 船舶
software 软件
network networks 网络
computer computers computing 计算机
semiconductor semiconductors poluprovodnikov 半导体
microelectronics microelectronic 微电子
optics optical optoelectronics optoelectronic 光电 光学
integrated 集成
circuit circuits 电路
materials material 材料 新材料
chemical chemicals chemistry khimicheskii 化工 化学
energy energiya 能源
power 电力
nuclear atomic 核 核工业
petroleum oil neft 石油
gas 天然气
mining 矿业
steel 钢铁
metals metal 金属
rareearth 稀土
trading trade torgovlya ticaret comercio 贸易 商贸
import imports impex 进口
export exports 出口
logistics 物流
shipping marine maritime navigation 航运 海运
investment investments invest 投资
development razvitie 发展 开发
service services 服务
bank banque banka banco 银行
insurance 保险
fund funds 基金
factory plant works zavod fabrika 厂 工厂
design 设计
production products product proizvodstvo 产品
security safety bezopasnost 安全 安防
defense defence oborona 国防 防务
digital 数字 数码
intelligent smart intelligence 智能
automation automatic avtomatika 自动化
robotics robot 机器人
instrument instruments pribor priborov 仪器 仪表
biotechnology biotech 生物
medical medicine 医疗
pharmaceutical pharmaceuticals pharma 制药 医药
vehicle auto automobile automotive motor motors 汽车
cloud 云
data 数据
video 视频
unmanned drone drones uav 无人机
navigation 导航
satellite satellites 卫星
space 空间
state gosudarstvennyi
national natl nat 国家
center centre tsentr centro 中心
bureau byuro 局
office 办事处
branch 分部
general generalnyi
union soyuz
foundation fond
association
north northern 北方
south southern 南方
east eastern vostok 东方
west western 西方
northwest 西北
northeast 东北
southwest 西南
new novyi 新
china chinese prc 中国
beijing peking 北京
shanghai 上海
shenzhen shen-zhen 深圳
guangzhou canton 广州
hongkong 香港
tianjin 天津
chongqing 重庆
chengdu 成都
wuhan 武汉
xian 西安
nanjing nanking 南京
hangzhou 杭州
suzhou 苏州
harbin haerbin 哈尔滨
dalian 大连
qingdao tsingtao 青岛
xiamen amoy 厦门
changsha 长沙
hefei 合肥
zhengzhou 郑州
shenyang 沈阳
taiyuan 太原
xinjiang 新疆
tibet xizang 西藏
innermongolia neimenggu 内蒙古
guangdong 广东
jiangsu 江苏
zhejiang 浙江
sichuan szechwan 四川
shandong 山东
hunan 湖南
hubei 湖北
shaanxi 陕西
shanxi 山西
fujian 福建
anhui 安徽
hebei 河北
henan 河南
jilin 吉林
liaoning 辽宁
heilongjiang 黑龙江
russia russian rossiya rossiiskaya 俄罗斯
iran iranian 伊朗
usa america american us 美国
japan japanese nippon 日本
taiwan 台湾`;

/** Each word by the one that it is read as. */
export const SAME = new Map<string, string>(
  groups
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [first = "", ...rest] = line.trim().split(/\s+/);
      return [first, ...rest].map((w): [string, string] => [w, first]);
    }),
);
/** Chinese words of the table, longest first. */
export const HAN_WORDS: readonly string[] = [...SAME.keys()].filter((w) => /\p{Script=Han}/u.test(w)).sort((a, b) => b.length - a.length);

/** Families in other spellings than pinyin (Wade-Giles, Cantonese), as a person's name only. */
export const FAMILIES = new Map<string, string>(
  `zhang chang cheung
  zhao chao chiu
  zhou chou chow
  zhu chu
  chen chan ch'en tan
  cao tsao
  cai tsai choi
  xu hsu hui
  xie hsieh tse
  huang wong hwang
  li lee
  liu lau liou
  lin lam
  wu ng
  yang yeung
  ye yeh yip
  guo kuo kwok
  gao kao ko
  deng teng tang
  he ho
  hu woo
  jiang chiang
  qian chien
  song sung soong
  sun suen
  wang wong
  zheng cheng
  zhong chung
  ma mah
  luo lo law
  liang leung
  feng fung
  fang fong
  kong kung
  cui tsui
  xiao hsiao siu
  zeng tseng tsang`
    .split("\n")
    .flatMap((line) => {
      const [first = "", ...rest] = line.trim().split(/\s+/);
      return rest.map((w): [string, string] => [w, first]);
    }),
);

/** Ordinals as words. */
export const ORDINALS: ReadonlyMap<string, string> = new Map(
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
    .split(" ")
    .map((w, i) => [w, String(i + 1)] as const),
);

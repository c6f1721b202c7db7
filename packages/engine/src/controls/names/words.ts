/*
 * Words of company names, as data. The first word of a line is the one that all others are read as.
 * Chinese words stand beside English ones only where each is the usual rendering of the other in registered names.
 * They say what a body does or where, not which it is: where two names share nothing else, they are two bodies.
 */
import { PLACES } from "./places.js";

const TRADES = `
technology technologies tech technological tekhnologii tekhnologiya tecnologia technologie 科技 技术
electronics electronic electron elektronika elektronik elektronnye 电子
international intl 国际
group grp groupe gruppa grupo holding holdings 集团 控股
industry industries industrial industria promyshlennost 工业 实业 产业
science sciences scientific nauka 科学
research 研究
institute inst institut institution 学院 院
university univ universitet universite universidad 大学
academy akademiya 科学院
laboratory lab labs laboratories 实验室
communication communications comm telecommunication telecommunications telecom 通信 通讯 电信
information info 信息
system systems sys sistema sistemy 系统
engineering engineers eng engr 工程
equipment 设备 装备
machinery machine machines mashinostroenie 机械
manufacturing manufacturer manufacture mfg 制造
aviation aeronautics aeronautical aviatsiya 航空
aerospace astronautics astronautical 航天
shipbuilding 造船 船舶
software 软件
network networks 网络
computer computers computing 计算机 计算
semiconductor semiconductors poluprovodnikov 半导体
microelectronics microelectronic 微电子
optics optical optoelectronics optoelectronic 光电 光学
integrated 集成
circuit circuits 电路
materials material 材料 新材料
petrochemical petrochemicals petrochem 石化
chemical chemicals chemistry khimicheskii 化工 化学
energy energiya 能源 新能源
power 电力 动力
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
space 太空 空间
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
battery batteries 电池
precision 精密
laser lasers 激光
radar radars 雷达
electric electrical 电气
appliance appliances 电器
aircraft airplane airplanes 飞机
helicopter helicopters vertolety 直升机
engine engines dvigatel 发动机
rocket rockets 火箭
missile missiles 导弹
ship ships vessel vessels
ocean oceanic 海洋
railway railways railroad 铁路
transport transportation transports 运输 交通
construction building stroitelstvo 建设 建筑
heavyindustry 重工
silicon 硅
photovoltaic solar 光伏 太阳能
sensor sensors 传感器
chip chips 芯片
memory storage 存储
display displays 显示
microwave 微波
quantum 量子
artificial 人工
internet 互联网
management 管理
consulting consultancy 咨询
supplychain 供应链
innovation innovations innovative 创新
military 军事 军工
weapon weapons armament armaments 武器
enterprise enterprises 企业
polytechnic polytechnical polytechnique
association associates assoc 协会
ministry 部
department dept dep departament
committee commission komitet 委员会
council
agency
organisation organization
commercial commerce kommercheskii 商业
federal federalnoe
central
republic
united
global
world worldwide
exchange
army
airline airlines airways
part parts component components 零部件 部件
control controls 控制
process processing
application applications 应用
product products production produktsiya proizvodstvo 产品 生产
special specialized spetsialnyi 特种
advanced
modern
professional
technical tekhnicheskii
mechanical mechanic mech
physics physical phys
mathematics mathematical
computational
metallurgy metallurgical 冶金
test testing 测试
supply supplies snab 供应
solution solutions 解决方案
business`;

const lines = (text: string): [string, string][] =>
  text
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [first = "", ...rest] = line.trim().split(/\s+/);
      return [first, ...rest].map((w): [string, string] => [w, first]);
    });

/** Each word by the one that it is read as. */
export const SAME: ReadonlyMap<string, string> = new Map([...lines(TRADES), ...lines(PLACES)]);
/** Chinese words of the table, longest first. */
export const HAN_WORDS: readonly string[] = [...SAME.keys()].filter((w) => /\p{Script=Han}/u.test(w)).sort((a, b) => b.length - a.length);
const common = new Set(SAME.values());
const places = new Set(lines(PLACES).map(([, first]) => first));
/** Whether a word says what a body does or where it is, and not which. */
export const isCommon = (word: string): boolean => common.has(word);
export const isPlace = (word: string): boolean => places.has(word);

/** Chinese words that English names render in several ways, none of them word by word. */
export const RENDERINGS: readonly (readonly [string, readonly string[]])[] = [
  ["工业大学", ["technology university", "institute technology", "polytechnic university"]],
  ["理工大学", ["technology university", "institute technology", "science technology university"]],
  ["科工", ["science industry"]],
  ["研究院", ["institute", "research institute", "academy"]],
  ["研究所", ["institute", "research institute"]],
  ["科技大学", ["technology university", "science technology university"]],
];

/** Places as they stand in company names; the first word of a line is the one that all others are read as. */
export const PLACES = `
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
taiwan 台湾
dongguan 东莞
wuxi 无锡
ningbo 宁波
foshan 佛山
zhuhai 珠海
fuzhou 福州
jinan 济南
changchun 长春
kunming 昆明
nanchang 南昌
guiyang 贵阳
lanzhou 兰州
urumqi wulumuqi 乌鲁木齐
luoyang 洛阳
mianyang 绵阳
changzhou 常州
nantong 南通
quanzhou 泉州
huizhou 惠州
yantai 烟台
shijiazhuang 石家庄
jiangxi 江西
yunnan 云南
guizhou 贵州
gansu 甘肃
hainan 海南
guangxi 广西
ningxia 宁夏
qinghai 青海
macau macao 澳门
asia asian 亚洲
korea korean 韩国 朝鲜
germany german deutschland 德国
france french 法国
britain british uk 英国
europe european 欧洲
moscow moskva moskovskii 莫斯科
tehran teheran 德黑兰
singapore 新加坡
india indian 印度
syria syrian
iraq iraqi
ukraine ukrainian ukraina 乌克兰`;

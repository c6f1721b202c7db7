/*
 * What the heads of regime/ say beyond the fields of the facts: in our own words, by document.
 * `announced` stands here where the facts give no single day; `sources` are added to those of the facts.
 */
const accounts = (about, ...rest) => {
  const uses = typeof rest.at(-1) === "string" ? rest.pop() : undefined;
  return { about, accounts: rest.map(([says, by]) => ({ says, by })), ...(uses === undefined ? {} : { uses }) };
};
const WH_2025_11_01 = "White House fact sheet, 2025-11-01";
const OCTOBER = ["cn/mofcom-2025-61", "cn/mofcom-2025-62", "cn/mofcom-gacc-2025-55", "cn/mofcom-gacc-2025-56", "cn/mofcom-gacc-2025-57", "cn/mofcom-gacc-2025-58"];
const lines = (then, now) =>
  accounts("number of 8-digit lines", [then, "the notice of 2018"], [now, "HTS 2026 Rev 6, note 20"], "the later edition for entries from 2025; it split lines, the law did not change");
const page = (a, b, uses) => accounts("page of the Federal Register", [a, "one tracker"], [b, "another tracker"], uses);
const RETURN = "the first day back is 2026-11-10";
const text = (publisher, title, date) => ({ sources: [{ publisher, title, ...(date === undefined ? {} : { date }) }] });
const ended = accounts(
  "end of the duties struck down",
  ["no longer in effect on 2026-02-20", "the ruling and EO 14389"],
  ["no longer charged from 2026-02-24 00:00 ET", "CSMS 67834313"],
  "both: owed ends with the ruling, collection ends with the message",
);

export const HEADS = {
  "us/s301-list-1": { conflicts: [lines("818", "856")] },
  "us/s301-list-2": { conflicts: [lines("279", "283")], unconfirmed: ["the minute of the start"] },
  "us/s301-list-3": { conflicts: [lines("about 5,700", "5,906")] },
  "us/s301-list-4a": { unconfirmed: ["84 FR 45821, which is said to have made 10 into 15 before the start"] },
  "us/s301-list-4b": {
    announced: "2019-08-20",
    cites: ["84 FR 43304"],
    unconfirmed: ["the notice of suspension, said to be 84 FR 69447", "the day of suspension"],
    conflicts: [
      accounts("letter of the note that lists the goods", ["20(t)", "one table"], ["20(u), named by 20(t)", "the text of 9903.88.16"], "the text of the heading"),
      accounts("day of the suspension", ["2019-12-13", "one account"], ["2019-12-15", "another account"], "2019-12-13; no entry ever paid, so no duty turns on it"),
    ],
  },
  "us/s301-exclusions-178": {
    announced: "2024-05-30",
    unconfirmed: ["the day 2025-11-26 of the last announcement: its page carries no date"],
    conflicts: [
      accounts("last day of the exclusions", ["through 9 November 2026", "90 FR 55232 and the HTS"], ["until 10 November 2026", WH_2025_11_01], "one instant: 2026-11-10 00:00 ET"),
      accounts("when the last extension was known", ["2025-11-26", "USTR's page"], ["2025-11-28", "HTS Rev 31"], ["2025-12-01", "the Federal Register"], "2025-11-26, inferred"),
    ],
  },
  "us/s301-semiconductors-2025-12": { unconfirmed: ["the day 2025-12-23; one note dates the finding to January 2026"] },
  "us/s301-maritime": { unconfirmed: ["the amounts of annex III after its change"] },
  "us/s301-maritime-cargo-equipment": {
    causes: ["us/s301-maritime"],
    unconfirmed: ["the day 2025-10-10 of the announcement rests on the release of the HTS", "whether customs charged anything on 2025-11-09"],
    conflicts: [
      accounts(
        "start of the 100 %",
        ["on or after 2025-11-09", "HTS 2025 Rev 27"],
        ["on or after 2026-11-10", "HTS 2025 Rev 28, after the suspension"],
        "2025-11-09, one day in force; collection unknown",
      ),
    ],
  },
  "us/s301-maritime-suspension": {
    unconfirmed: ["the minute 00:01 of the start"],
    conflicts: [accounts("end of the suspension", ["2026-11-09 23:59 ET", "letters of trade groups, September 2026"], ["on or after 2026-11-10", "the HTS"], "2026-11-10 00:00 ET")],
  },
  "us/s301-phase-one-investigation": {
    causes: ["bi/phase-one-agreement"],
    summary: "USTR asks whether China kept the Phase One agreement of 2020. An investigation; it sets no duty.",
    unconfirmed: ["the page of the Federal Register", "the number of the docket"],
    conflicts: [accounts("year of the hearing", ["2025-12-16", "USTR"], ["2026-12-16", "Clark Hill"], "2025; the other is a slip")],
  },
  "us/eo-14195": { announced: "2025-02-01" },
  "us/eo-14256": { unconfirmed: ["the day 2025-04-07 in the Federal Register"] },
  "us/eo-14257": {
    conflicts: [
      accounts(
        "whether 34 % was ever charged",
        ["never alone: 84 took its place at the same instant", "EO 14259 and the HTS"],
        ["on 5 to 8 April 2025", "a series of the Budget Lab at Yale"],
        "never",
      ),
      accounts("page of the Federal Register", ["90 FR 15041", "ETRX"], ["90 FR 15269", "the Budget Lab at Yale"], "90 FR 15041; both give FR Doc. 2025-06063"),
    ],
  },
  "us/eo-14259": { causes: ["cn/ctc-2025-4", "us/threat-2025-04-07-50pct"] },
  "us/eo-14266": { announced: "2025-04-09", causes: ["cn/ctc-2025-5"], note: "The page is stamped 23:30 EDT; the President spoke of it that afternoon. Only the day is certain." },
  "us/eo-14289": { unconfirmed: ["whether Proclamation 10947 changed the ranking; it would not touch goods of China"] },
  "us/eo-14324": { conflicts: [page("90 FR 37775", "90 FR 37345", "neither; FR Doc. 2025-14897 is agreed")] },
  "us/eo-14357": { conflicts: [accounts("first day of the 10 %", ["2025-11-10 00:01 EST", "the order and CSMS 66749380"], ["2025-11-09", "the Budget Lab at Yale"], "2025-11-10"), ended] },
  "us/eo-14358": {
    conflicts: [
      accounts("until when China's farm duties of March 2025 stay off", ["2026-12-31", "this order"], ["no end: they were stopped", "税委会公告2025年第9号"], "the Chinese text for Chinese law"),
      accounts("until when China's exclusion process runs", ["2026-11-10", "this order"], ["2026-12-31", WH_2025_11_01]),
    ],
  },
  "us/cit-vos-2025-05-28": { unconfirmed: ["the number of the case", "the text"] },
  "us/cafc-vos-2025-08-29": { causes: ["us/cit-vos-2025-05-28"], cites: ["No. 25-1812"] },
  "us/learning-resources-v-trump": {
    causes: ["us/cafc-vos-2025-08-29"],
    cites: ["No. 24-1287", "No. 25-250"],
    unconfirmed: ["the page 607 U.S. 229"],
    conflicts: [ended],
  },
  "us/eo-14389": { causes: ["us/learning-resources-v-trump"], conflicts: [ended] },
  "us/proc-11012-s122": {
    conflicts: [accounts("last moment", ["2026-07-24 00:01 EDT", "the proclamation"], ["the whole of 23 July", "the Budget Lab at Yale, for its model"], "the minute of the proclamation")],
  },
  "us/s301-forced-labor-2026": {
    announced: "2026-03-12",
    cites: ["CSMS 69326983"],
    conflicts: [
      accounts("number of lines exempt without condition", ["863", "a transcription of the final list"], ["856", "a tracker's count"], "neither is certain"),
      accounts("goods of Macau", ["Macau is not one of the 60 economies", "the notice"], ["treatment not stated", "both sides"]),
    ],
  },
  "us/s301-excess-capacity-2026": {
    summary: "USTR looks into excess capacity in manufacturing in 16 economies, China among them. It sets no duty.",
    unconfirmed: ["7.5 % for China, which the press reports as a plan"],
  },
  "us/proc-10896-10895-metals-25": {
    conflicts: [
      accounts("since when steel of China pays 25 %", ["2018-03-23", "Proclamation 9705"], ["2025-03-12", "Proclamation 10896"], "2018 for mill steel, 2025 for derivatives and for 25 on aluminium"),
    ],
  },
  "us/proc-10947-metals-50": { conflicts: [page("90 FR 24199", "90 FR 24013", "neither; FR Doc. 2025-10524 is agreed")] },
  "us/bis-232-inclusions-2025-08": { issuer: "us/bis", kind: "fr-notice", unconfirmed: ["the count of 407 codes", "the day of the announcement"] },
  "us/proc-11002-semiconductors": { conflicts: [accounts("first day", ["2026-01-15 00:01 EST", "the proclamation"], ["2026-02-01", "one table of sources"], "2026-01-15")] },
  "us/proc-11055-uas": {
    conflicts: [accounts("first day", ["2026-09-03 00:01 ET", "the proclamation"], ["2026-09-02", "the HTS, as one table gives it"], "2026-09-03")],
    unconfirmed: ["the words that bound annex I"],
  },
  "us/proc-11052-polysilicon": { unconfirmed: ["the list of goods"] },
  "us/proc-11020-pharma": { unconfirmed: ["the lists of firms", "the caps for countries with a deal"] },
  "us/proc-aluminum-2026-07-20": { unconfirmed: ["the number of the proclamation", "its effect on duties"] },
  "us/proc-11001-critical-minerals": { unconfirmed: ["the number 11001"] },
  "us/csms-67834313": { cites: ["CSMS 67834313"], unconfirmed: ["the text of the message"] },
  "us/cit-atmus-2026-03-04": { causes: ["us/learning-resources-v-trump"], cites: ["No. 26-1259"] },
  "us/cit-slip-op-26-47": { causes: ["us/proc-11012-s122"], cites: ["Slip Op. 26-47"] },
  "us/bis-affiliates-rule": {
    summary: "A firm that listed parties own by half or more needs the licences that its owners need. A licence requirement, not a ban and not new names on a list.",
    unconfirmed: ["the number of firms reached: BIS gave none with the rule of 2025-09-29"],
    conflicts: [
      accounts("first day", ["2025-09-29", "the Code of Federal Regulations, Export Compliance Daily and MOFCOM"], ["2025-09-30", "one blog, after the day in the Federal Register"], "2025-09-29"),
      accounts("firms reached", ["more than 20,000 in China", "WireScreen, 2025-10-22"], ["nearly 4,000 in China, nearly 21,000 in the world", "Moody's, 2025-12-18"], "neither is official"),
    ],
  },
  "us/bis-affiliates-stay": {
    summary: "The Affiliates Rule is stayed for a year.",
    conflicts: [accounts("first day back", ["stayed until 9 November 2026", "90 FR 50857"], ["put back on 10 November 2026", "law firms and tables of the rule"], RETURN)],
  },
  "us/bis-h200-case-by-case": {
    announced: "2025-12-31",
    summary: "Chips of the H200 class may go to China licence by licence, a quarter of the price going to the US Treasury.",
    unconfirmed: ["the Federal Register notice", "the days: a policy of December 2025, a rule of January 2026", "the size of the caps"],
  },
  "us/ustr-managed-trade-rfc-2026-06": { summary: "USTR asks the public how managed trade with China should work." },
  "us/threat-2025-10-10-100pct": { causes: OCTOBER, summary: "A post: 100 % more on China from 1 November 2025 or sooner, and controls on critical software. A post, not an instrument." },
  "us/threat-2025-04-07-50pct": {
    causes: ["cn/ctc-2025-4"],
    summary: "50 % more unless China takes back its 34 %.",
    unconfirmed: ["the post: no copy found; the step of 50 points stands in EO 14259"],
  },
  "us/threat-s122-15pct": {
    announced: "2026-02-28",
    summary: "The surcharge is to rise from 10 to 15 %. Said, not proclaimed.",
    unconfirmed: ["the day: late February 2026; counted from the last day of the month"],
  },
  "us/oral-threat-2026-10-300pct": {
    announced: "2026-10-08",
    summary: "300 % for countries that do not invest in the United States. Known by a headline alone.",
    unconfirmed: ["the day: early October 2026; counted from the day of the note that reports it", "the words"],
  },
  "cn/ctc-2025-1": {
    causes: ["us/eo-14195"],
    confidence: "partial",
    sources: [
      { publisher: "EnergyHeadlines", title: "Translated text of the announcement of 4 February 2025", date: "2025-02" },
      { publisher: "EnergyNow", title: "Translated text of the announcement of 4 February 2025", date: "2025-02" },
    ],
    unconfirmed: ["the number 1, found by elimination"],
  },
  "cn/ctc-2025-2": {
    causes: ["us/eo-14228"],
    conflicts: [accounts("how it ended", ["stopped, with no end", "税委会公告2025年第9号"], ["suspended to 2026-12-31", "EO 14358"], "stopped: the Chinese text for Chinese law")],
  },
  "cn/ctc-2025-4": { causes: ["us/eo-14257"] },
  "cn/ctc-2025-5": {
    causes: ["us/eo-14259"],
    conflicts: [accounts("clock of the start", ["12:01 in the morning", "PortNews"], ["12:01 past noon", "ckhq.net"], "12:01 Beijing, past noon, the instant of the US measure")],
  },
  "cn/ctc-2025-6": { causes: ["us/eo-14266"], unconfirmed: ["the clock on 12 April 2025"] },
  "cn/ctc-2025-7": { unconfirmed: ["the number 7"] },
  "cn/ctc-2025-8": {
    unconfirmed: ["the number 8"],
    conflicts: [
      accounts(
        "end of the 90 days",
        ["2025-11-10 12:01 Beijing, by count", "this announcement"],
        ["2025-11-10 13:01 Beijing", "税委会公告2025年第10号"],
        "by count until the later announcement is known",
      ),
    ],
  },
  "cn/ctc-2025-9": {
    unconfirmed: ["the number 9"],
    conflicts: [
      accounts(
        "whether the farm duties return",
        ["stopped, with no end", "this announcement, as two sources quote it"],
        ["suspended to 2026-12-31", "EO 14358"],
        "stopped: a lapse of the truce does not bring them back",
      ),
    ],
  },
  "cn/ctc-2025-10": {
    conflicts: [
      accounts("end of the year", ["2026-11-10, no clock", "one table"], ["2026-11-10 13:01 Beijing: one year from the start", "the text"], "13:01, the minute inferred"),
      accounts(
        "whether it was extended",
        ["to 2027-01-10, as said", "the US Treasury Secretary, 2026-09-23; MOFCOM, 2026-09-28"],
        ["no instrument by 2026-10-10", "the record"],
        "no instrument, so the end stands",
      ),
    ],
  },
  "cn/mofcom-2024-46": {
    cites: ["商务部公告2024年第46号"],
    summary: "No dual-use goods to US military users; gallium, germanium, antimony and superhard materials to the United States refused in principle; graphite looked at more closely.",
  },
  "cn/mofcom-gacc-2025-18": {
    cites: ["商务部 海关总署公告2025年第18号"],
    causes: ["us/eo-14257"],
    confidence: "confirmed",
    summary: "A licence for seven rare earths, to anywhere.",
    sources: [{ publisher: "HY Magnetics", title: "Copy of Announcement No. 18 of 2025 (news_detail/24)" }],
  },
  "cn/mofcom-gacc-2025-55": {
    cites: ["商务部 海关总署公告2025年第55号"],
    summary: "A licence for superhard materials and the machines that make them.",
    ...text("GvW Graf von Westphalen", "China Export Control Update", "2025-11"),
  },
  "cn/mofcom-gacc-2025-56": {
    cites: ["商务部 海关总署公告2025年第56号"],
    summary: "A licence for rare-earth equipment and its raw materials.",
    ...text("Geopolitechs", "Announcements of 9 October 2025"),
  },
  "cn/mofcom-gacc-2025-57": { cites: ["商务部 海关总署公告2025年第57号"], summary: "A licence for five more rare earths.", ...text("Eastmoney", "Text of Announcement No. 57 of 2025") },
  "cn/mofcom-gacc-2025-58": {
    cites: ["商务部 海关总署公告2025年第58号"],
    summary: "A licence for lithium batteries, their parts and artificial graphite.",
    ...text("Longbridge", "Text of Announcement No. 58 of 2025"),
  },
  "cn/mofcom-2025-61": {
    cites: ["商务部公告2025年第61号"],
    summary: "Rare-earth goods need China's licence abroad too: re-exports and military users at once, foreign goods with Chinese content or know-how from 1 December 2025.",
    note: "Issued in the morning of 9 October in Beijing, which was the evening of 8 October in Washington.",
  },
  "cn/mofcom-2025-62": { cites: ["商务部公告2025年第62号"], summary: "A licence for rare-earth know-how, from mine to magnet." },
  "cn/mofcom-2025-70": {
    cites: ["商务部 海关总署公告2025年第70号"],
    summary: "The six announcements of 9 October are suspended until 10 November 2026.",
    unconfirmed: ["the clock of both ends"],
    conflicts: [
      accounts("whether 10 November 2026 is still suspended", ["the last day", "one reading of the text"], ["the first day back", "another reading of the text"], "the first day back"),
      accounts(
        "whether it was extended",
        ["to 2027-01-10, by the arrangement", "MOFCOM, 2026-09-28, without naming it"],
        ["still ends on 10 November 2026", "some reports"],
        "no instrument by 2026-10-10, so the end stands",
      ),
    ],
  },
  "cn/mofcom-2025-72": {
    cites: ["商务部公告2025年第72号"],
    summary: "The second paragraph of No. 46 of 2024 is suspended until 27 November 2026, 17 days past the end of No. 70.",
    unconfirmed: ["the clock of both ends"],
  },
  "cn/mot-2025-54": {
    cites: ["交通运输部公告2025年第54号"],
    causes: ["us/s301-maritime"],
    summary: "A port fee on ships of US owners, flag or make, by net ton, rising each April.",
    unconfirmed: ["the number 54 rests on one source", "that ships built in China are free"],
  },
  "cn/mot-2025-11-10-suspension": { summary: "The port fee and the probe of shipping are suspended for a year." },
  "cn/uel-ecl-april-2025": {
    announced: "2025-04-04",
    causes: ["us/eo-14257", "us/eo-14259"],
    cites: ["不可靠实体清单工作机制公告〔2025〕7号", "不可靠实体清单工作机制公告〔2025〕8号", "商务部公告2025年第21号", "商务部公告2025年第22号"],
    summary: "17 US firms on the Unreliable Entity List and 28 on the control list, in two steps.",
    sources: [
      { publisher: "MOFCOM", title: "商务部公告2025年第21号", date: "2025-04-04", url: "https://www.mofcom.gov.cn/zcfb/blgg/gg/2025/art/2025/art_e1772b9dcc6c4337aa61f1f8847d0a61.html" },
      { publisher: "MOFCOM", title: "商务部公告2025年第22号", date: "2025-04-09", url: "https://www.mofcom.gov.cn/zcfb/blgg/gg/2025/art/2025/art_a3535a90814b4d33bf9dc2878c65c9e0.html" },
      { publisher: "MOFCOM", title: "不可靠实体清单工作机制公告〔2025〕7号", date: "2025-04-04", url: "https://www.mofcom.gov.cn/zwgk/zcfb/art/2025/art_e4f474d3aeba4672913db1042d845d78.html" },
      { publisher: "MOFCOM", title: "不可靠实体清单工作机制公告〔2025〕8号", date: "2025-04-09", url: "https://aqygzj.mofcom.gov.cn/flzc/gzjgfxwj/art/2025/art_81fd0e00d5aa4be39db90f2c183c809a.html" },
      { publisher: "MOFCOM", title: "Statement on Announcement 22 and notice 8", date: "2025-08-12", url: "https://www.mofcom.gov.cn/xwfb/xwfyrth/art/2025/art_2d1e85ffaebf4ed9913f35f2afb5c436.html" },
      { publisher: "MOFCOM", title: "Statement on the control list", date: "2025-11-05", url: "https://www.mofcom.gov.cn/xwfb/xwfyrth/art/2025/art_7e09fc75390f4a078466b56ac9d6503a.html" },
      { publisher: "MOFCOM", title: "Statement on the Unreliable Entity List", date: "2025-11-05", url: "https://www.mofcom.gov.cn/xwfb/xwfyrth/art/2025/art_3cd57285290044edb3036563bc4c7352.html" },
    ],
    unconfirmed: ["the clock 12:01 of the listings of 9 April", "the clock of every suspension and stop", "that notice 7 was suspended again in August 2025: inferred"],
    conflicts: [
      accounts("first day of Announcement 22 and notice 8", ["2025-04-09", "MOFCOM's pages"], ["2025-04-10", "a table of actions"], "known on the 9th, in effect on the 10th at 12:01 Beijing"),
      accounts(
        "what happened in August and November 2025",
        ["all were suspended again, in November for a year", "press reports"],
        ["22 and 8 were stopped on 2025-08-12; only 21 and 7 were suspended, now to 2026-11-10", "MOFCOM's statements"],
        "MOFCOM's statements",
      ),
      accounts("parties of Announcement 21", ["16", "the announcement"], ["15 names recovered", "our list"], "16; a missing name is not a delisted one"),
    ],
  },
  "cn/uel-2025-10-09": {
    summary: "14 foreign bodies go on the Unreliable Entity List.",
    sources: [
      {
        publisher: "MOFCOM",
        title: "不可靠实体清单工作机制公告 (2025-10-09)",
        date: "2025-10-09",
        url: "https://www.mofcom.gov.cn/zcfb/blgg/gg/2025/art/2025/art_fa5c991e926144e8a13de34fe1b8e00a.html",
      },
    ],
    unconfirmed: ["the clock of the start"],
    conflicts: [
      accounts(
        "whether the relief of November 2025 reached it",
        ["all measures since 4 March 2025", WH_2025_11_01],
        ["not named", "MOFCOM, 2025-11-05"],
        "still listed: the Chinese text for Chinese law",
      ),
      accounts("parties", ["14, and branches of TechInsights", "the notice"], ["13 names recovered", "our list"], "14"),
    ],
  },
  "cn/soybean-freeze-2025": {
    title: "No purchases of US soybeans of the new crop",
    announced: "2025-05-31",
    summary: "Chinese buyers took no US soybeans of the new crop. Conduct of buyers, not law.",
    unconfirmed: ["the month in which it began"],
    conflicts: [
      accounts(
        "duty on US soybeans then, above the ordinary 3 %",
        ["10 + 10", "a count of 2025's duties alone"],
        ["25 + 2.5 + 10 + 10, the first two waived by exclusion", "the tariff tables with 2018-19"],
        "47.5, or 20 with an exclusion",
      ),
    ],
  },
  "cn/mofcom-2026-06-22": {
    cites: ["商务部公告2026年第23号"],
    summary: "Ten US firms on the control list; 46 more kept out of government purchases.",
    sources: [{ publisher: "MOFCOM", title: "商务部公告2026年第23号", date: "2026-06-22", url: "https://www.mofcom.gov.cn/zwgk/zcfb/art/2026/art_dfa9cc5c1e004d7fbb86f83d249e7986.html" }],
    unconfirmed: ["the clock of the start", "the 46 bars on government purchases: one account only"],
  },
  "cn/mofcom-2026-08-05": {
    cites: ["商务部令2026年第2号"],
    summary: "Seven US bodies on the countermeasure list, and other steps of the same day.",
    sources: [
      { publisher: "MOFCOM", title: "商务部令2026年第2号", date: "2026-08-05", url: "https://aqygzj.mofcom.gov.cn/flzc/gzjgfxwj/art/2026/art_4028b8300fa24a0399f7da26e4939b20.html" },
      { publisher: "MOFCOM", title: "商务部决定 (2026-08-05)", date: "2026-08-05", url: "https://aqygzj.mofcom.gov.cn/flzc/gzjgfxwj/art/2026/art_97d99d522e6944439ae31884c928ee31.html" },
    ],
    unconfirmed: ["the clock of the start"],
    conflicts: [accounts("how the seven are counted", ["7 in one act", "a research note"], ["6 in one decision and 1 in another", "MOFCOM's pages"], "6 and 1")],
  },
  "cn/mofcom-2026-02-s122-statement": {
    announced: "2026-02-28",
    causes: ["us/learning-resources-v-trump", "us/proc-11012-s122"],
    summary: "China will decide in due time whether to change its own measures.",
    unconfirmed: ["the day: after 24 February 2026; counted from the last day of the month"],
  },
  "bi/phase-one-agreement": {
    summary: "China buys 200 billion dollars more over two years; the United States halves List 4A and drops List 4B.",
    conflicts: [accounts("day of signature", ["2020-01-15; the deal was reached on 2019-12-13", "USTR and the trade press"], ["2019-12-13", "GHY"], "2020-01-15")],
  },
  "bi/geneva-joint-statement": {
    causes: ["bi/round-1-geneva"],
    summary: "Both sides take 24 points off for 90 days, keep 10 and drop the steps above 34. China suspends or removes its other countermeasures since 2 April. Magnets are not named.",
  },
  "bi/stockholm-joint-statement": { causes: ["bi/round-3-stockholm"], summary: "The 90 days begin anew on 12 August 2025." },
  "bi/round-2-london": { causes: ["bi/geneva-joint-statement"] },
  "bi/videocall-2025-10-18": { announced: "2025-10-18", note: "Evening of 17 October in Washington." },
  "bi/round-5-kuala-lumpur": { announced: "2025-10-18", causes: ["bi/videocall-2025-10-18"] },
  "bi/summit-busan": { title: "Meeting of Presidents Trump and Xi in APEC week", announced: "2025-10-24" },
  "bi/kuala-lumpur-arrangement": {
    announced: "2025-10-30",
    causes: ["bi/round-5-kuala-lumpur", "bi/summit-busan"],
    summary: "A year of truce: each side lists what it suspends. No joint text was published.",
    unconfirmed: ["the day 2025-10-30 of MOFCOM's answers: the page carries none"],
    conflicts: [
      accounts("until when China's exclusion process runs", ["2026-12-31", WH_2025_11_01], ["2026-11-10", "EO 14358"], "open; both are shown"),
      accounts("until when China's farm duties of March 2025 stay off", ["2026-12-31", "EO 14358"], ["no date", WH_2025_11_01], ["no end: they were stopped", "税委会公告2025年第9号"], "stopped"),
      accounts("controls since 2023", ["in effect removed, by general licences", WH_2025_11_01], ["nothing of the kind", "every Chinese text found"], "a statement only"),
      accounts("which listings of firms were lifted", ["all since 4 March 2025", WH_2025_11_01], ["13, 21, and notices 5, 6 and 7", "MOFCOM, 2025-11-05"], "MOFCOM's list"),
    ],
  },
  "bi/round-6-paris": { announced: "2026-03-13" },
  "bi/round-7-seoul": { unconfirmed: ["the count as seventh: Paris was the sixth, New York the eighth"] },
  "bi/summit-beijing-2026": { unconfirmed: ["the day of arrival: accounts run from 13 to 16 May"] },
  "bi/beijing-2026-commitments": { issuer: "bi/summit", causes: ["bi/summit-beijing-2026"], summary: "What the White House says that China promised in Beijing, and what MOFCOM added." },
  "bi/soybean-commitment-2025": { issuer: "bi/talks", causes: ["bi/kuala-lumpur-arrangement"], summary: "Soybeans as the White House gives them. Beijing gave no figures." },
  "bi/round-8-new-york": {
    announced: "2026-09-24",
    unconfirmed: ["the days of the round"],
    conflicts: [
      accounts("days of the round", ["20 to 23 September 2026", "one public note"], ["before 24 September, days not read", "MOFCOM's reports of 24 and 25 September"], "20 to 23 September, inferred"),
    ],
  },
  "bi/truce-extension-2027-01-10": {
    kind: "statement",
    issuer: "bi/talks",
    announced: "2026-09-23T18:20-04:00",
    summary: "Each side says that the arrangement runs on to 10 January 2027. Words, not an instrument.",
    note: "Speakers name the arrangement, not the instruments; which of them it reaches is our reading.",
    unconfirmed: ["any instrument", "the clock on 10 January 2027"],
    conflicts: [
      accounts("whether China's rare-earth suspension is meant", ["the arrangement as a whole", "MOFCOM, 2026-09-28"], ["not named, so it still ends on 2026-11-10", "some reports"], "open"),
      accounts(
        "whether the White House said so",
        ["yes, by the Treasury Secretary on 2026-09-23", "NBC"],
        ["its fact sheet of 2026-09-25 is silent", "the fact sheet, as reported"],
        "a statement without an instrument",
      ),
    ],
  },
  "bi/summit-washington-2026": { announced: "2026-09-23", unconfirmed: ["the texts of both sides: none read"] },
  "bi/board-of-trade-30-for-30": {
    kind: "statement",
    causes: ["bi/beijing-2026-commitments"],
    summary: "Lists of goods for lower duties, about 30 billion dollars each way. A recommendation: no rates, no start.",
    conflicts: [
      accounts("what it is", ["an agreement", "the White House"], ["a framework on which agreement is sought", "MOFCOM"], "a recommendation"),
      accounts("how deep the cuts go", ["more than 90 % of the goods lose every added duty", "Chinese trade digests"], ["not set", "the two sides"], "not set"),
    ],
  },
  "bi/apec-shenzhen-2026": { announced: "2026-10-08", unconfirmed: ["when the plan became known: earlier than the note cited", "whether it was held, who came, what came of it"] },
};

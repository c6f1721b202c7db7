/** What truce lists reads and where it keeps it. It stands apart so that help loads nothing else. */
export const LISTS_HELP = `
Read are the Consolidated Screening List (consolidated.json, .csv), OFAC's sdn.xml, the tables of BIS (Entity List, MEU, UVL, dpl.txt),
notices of China written down as YAML (list, notice, date, url, parties with name_zh, name_en, country), and the list of section 1260H as CSV.
Nothing is loaded from the network. What is imported replaces the shipped copy of the same lists; a notice adds to its list.
Lists are kept in TRUCE_LISTS, else $XDG_DATA_HOME/truce/lists, else ~/.local/share/truce/lists, each with the one before it.`;

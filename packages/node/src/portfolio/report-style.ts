/** The style of a report: readable at any width, dark where the reader's system is, and on paper. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1a1a1a;--paper:#fff;--soft:#5a5a5a;--line:#d0d0d0;--band:#f4f4f2}
@media (prefers-color-scheme:dark){:root{--ink:#e8e8e6;--paper:#161616;--soft:#a8a8a4;--line:#3c3c3a;--band:#202020}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,"Segoe UI","DejaVu Sans",sans-serif}
main{max-width:1080px;margin:0 auto;padding:24px 20px 60px}h1{font-size:1.6rem;margin:.2em 0}h2{font-size:1.15rem;margin:1.8em 0 .5em}
p,ul{margin:.4em 0}.small{font-size:.85rem;color:var(--soft)}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.9rem;font-variant-numeric:tabular-nums}
th,td{padding:5px 10px;border-bottom:1px solid var(--line);text-align:right;vertical-align:top}th:first-child,td:first-child,th.text,td.text{text-align:left}.day{white-space:nowrap}
thead th{border-bottom:2px solid var(--ink);font-weight:600}tbody tr:nth-child(even){background:var(--band)}tbody th{font-weight:500;min-width:16ch;max-width:30ch;overflow-wrap:anywhere}
figure{margin:24px 0;overflow-x:auto;background:#fff;border:1px solid var(--line)}figure svg{max-width:100%;height:auto;display:block}
@media print{main{max-width:none;padding:0}section,figure{break-inside:avoid}h2{break-after:avoid}.wide{overflow:visible}}
`;

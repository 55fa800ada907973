import { html } from '../../markup/html.ts'

/** Numbers, texts, tables, charts and maps, wherever they stand. */
export const BLOCK_STYLE = html`<style>
.blocks{display:grid;gap:24px 40px;grid-template-columns:minmax(0,1fr)}
.below{display:grid;gap:24px 40px;grid-template-columns:minmax(0,1fr)}
.side{display:flex;flex-direction:column;gap:20px}
.blocks h3{font-size:17px;line-height:1.35;margin-bottom:6px}
.text{max-width:72ch;font-size:18px;display:grid;gap:12px}
.text p{white-space:pre-line}
.side .text{font-size:16px}
.points li{padding:7px 0;border-top:1px solid var(--line);max-width:90ch}
.points li b{margin-inline-end:2px}
.mark{width:.68em;height:.68em;overflow:visible;vertical-align:baseline;flex:none}
.tone-main{fill:var(--accent)}.tone-second{fill:var(--second)}.tone-third{fill:var(--third)}.tone-good{fill:var(--good)}.tone-watch{fill:var(--watch-mark)}.tone-bad{fill:var(--bad)}.tone-unknown{fill:var(--unknown)}
.line-main{stroke:var(--accent)}.line-second{stroke:var(--second)}.line-third{stroke:var(--third)}.line-good{stroke:var(--good)}.line-watch{stroke:var(--watch-mark)}.line-bad{stroke:var(--bad)}.line-unknown{stroke:var(--unknown)}
.mark-watch{fill:var(--watch);stroke:var(--watch-edge)}
.status-key{display:flex;flex-wrap:wrap;gap:2px 16px;margin-top:8px;font-size:14px;color:var(--ink-2)}
.key-item{white-space:nowrap}
.coa{display:inline-flex;align-items:center;justify-content:center;width:1.3em;height:1.3em;border-radius:2px;font-weight:600;font-size:.82em;line-height:1;background:var(--c);color:var(--on-coa);vertical-align:.05em}
.coa-a{--c:var(--coa-a)}.coa-b{--c:var(--coa-b)}.coa-c{--c:var(--coa-c)}.coa-current{--c:var(--coa-current)}
.round-1,.round-2{border:2px solid var(--c);background:none;color:var(--ink)}
.round-2{border-style:dashed}
.numbers{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,180px),1fr));gap:16px 32px}
.numbers>div{display:flex;flex-direction:column;border-top:2px solid var(--line);padding-top:8px}
.numbers dt{order:2;line-height:1.3}
.numbers .figure{order:1;font-weight:600;font-size:44px;line-height:1.1;letter-spacing:-.01em}
.numbers .unit{font-weight:400;font-size:.5em;color:var(--ink-2);letter-spacing:0}
.numbers .comparison{order:3;color:var(--ink-2)}
.table{min-width:0}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:15px;line-height:1.35}
caption{text-align:start;font-weight:600;font-size:17px;padding:0 0 6px}
th,td{padding:6px 10px;border-bottom:1px solid var(--line);text-align:start;vertical-align:top;font-weight:400}
th:first-child{padding-inline-start:0}
thead th{vertical-align:bottom;font-size:14px;font-weight:600;color:var(--ink-2);border-bottom:1px solid var(--line-2)}
tbody th{min-width:9em}
th,td{overflow-wrap:normal}
td.short,thead .short{white-space:nowrap}
.short .beside{white-space:normal}
th.long,td.long{overflow-wrap:anywhere;min-width:12em}
.end{text-align:end}
.chosen{background:var(--accent-weak)}
.total th,.total td{border-top:1.5px solid var(--line-2);font-weight:600}
td .beside,th .beside{font-size:.87em;font-weight:400}
.many table{font-size:13.5px}
.many th,.many td{padding-inline:6px}
.table .note,.chart .note,.map .note{font-size:14px;margin-top:8px}
.chart h3{margin-bottom:0}
.chart-key{margin:4px 0;display:flex;flex-wrap:wrap;gap:2px 20px;font-size:14px}
.key{width:28px;height:14px;vertical-align:-2px}
.plot{display:block;width:100%;height:auto;font-family:var(--sans);margin-bottom:8px}
.plot text{fill:var(--ink)}
.plot text.soft{fill:var(--ink-2)}
.plot .grid{stroke:var(--line)}
.plot .zero{stroke:var(--ink)}
.plot text.halo{stroke:var(--panel)}
.wide{max-width:960px}
.wide:empty{display:none}
.narrow{display:none}
details table{width:auto}
.picture{position:relative;background:var(--hatch-ground);border:1px solid var(--line);overflow:hidden}
.picture img{display:block;width:100%;height:100%}
.furniture{position:absolute;inset:0;font-family:var(--sans)}
.map figcaption{margin-top:10px;font-size:14px;line-height:1.4}
.legends{display:flex;flex-wrap:wrap;gap:8px 28px}
.legend-title{font-weight:600}
.legend ul{display:flex;flex-wrap:wrap;gap:0 16px}
.swatch{width:20px;height:14px;vertical-align:-2px}
.ramp{display:block;width:220px;height:12px;margin:2px 0;border:1px solid var(--line)}
.ramp-ends{display:flex;justify-content:space-between;gap:8px;width:220px}
.callouts{display:flex;flex-wrap:wrap;gap:2px 20px;margin-top:8px}
.ring-number{display:inline-block;min-width:18px;height:18px;border:1.5px solid var(--ink);border-radius:9px;text-align:center;font-size:11px;font-weight:600;line-height:15px}
.withheld{margin-top:8px}
@media screen and (min-width:1000px){.roomy .numbers .figure{font-size:64px}.roomy .text{font-size:22px}.roomy .points{font-size:19px}.roomy table{font-size:17px}.paired{grid-template-columns:minmax(0,1.75fr) minmax(0,1fr)}.paired .below{grid-column:1/-1}.charts:not(:has(>:only-child)){grid-template-columns:repeat(2,minmax(0,1fr))}}
@media screen and (max-width:560px){.wide{display:none}.narrow{display:block}.numbers{grid-template-columns:repeat(2,minmax(0,1fr))}.numbers .figure{font-size:34px}.text{font-size:16px}tbody th{min-width:7em}}
</style>
`

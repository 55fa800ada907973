import { html } from '../../markup/html.ts'

/**
 * Sheets. The bands stand still on each of them, as the standard has it for what is fixed; spaces at the
 * head and foot of one great table, which stand again on each sheet too, keep the text clear of them. The
 * head of a page is that of a table, so it stands again where its page goes on.
 */
export const PRINT_STYLE = html`<style>
@media print{
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
html,body{background:#fff}
body{font-size:10pt;line-height:1.38}
.skip,.notes,details,.page-foot,nav,.slides .cover{display:none}
.print-only{display:block}
.band{position:fixed;left:0;right:0;background:#fff;color:#1b1f23;font-size:7.5pt;line-height:3.4mm;padding:0}
.band.top{top:0;border-bottom:.5mm solid #1b1f23;padding-bottom:.6mm}
.band.bottom{bottom:0;border-top:.5mm solid #1b1f23;padding-top:.6mm}
.band .marking{max-width:none;font-size:10pt;line-height:4.4mm}
.band .marking span{font-size:8pt}
.exercise{font-size:8pt;line-height:3.6mm}
main{display:table;width:100%;max-width:none;table-layout:fixed;padding:0;margin:0}
.space-top{display:table-header-group;break-inside:avoid}
.space-bottom{display:table-footer-group;break-inside:avoid}
.flow{display:table-row-group}
.page{display:table;width:100%;table-layout:fixed;margin:0;padding:0;border:0;border-radius:0;background:none}
.slides .page+.page{break-before:page}
.report .page{break-inside:avoid;margin-top:6mm}
.page-head{display:table-header-group;break-inside:avoid}
.page-body{display:table-row-group}
.page-head>div{padding-top:2mm}
.kicker{font-size:8.5pt;line-height:1.3;gap:0 6mm}
.page h2{font-size:17pt;line-height:1.2;margin:.5mm 0 3mm}
.report .page h2:not([class^=long]){font-size:14pt}
.page h2.long{font-size:13pt;overflow-wrap:anywhere;min-width:0}
.page h2.longest{font-size:10pt;overflow-wrap:anywhere;min-width:0}
.table>.status-key,.table>.note{break-before:avoid}
.report .page h2{border-top:.3mm solid #868d94;padding-top:1.5mm}
.report .kicker{display:none}
h3,caption,.kicker,h2{break-after:avoid}
.blocks{display:block}
.blocks>*+*,.below>*+*,.main>*+*{margin-top:4mm}
.side{gap:3mm}
.below,.main{display:block}
.slides .lead-map,.slides .paired,.slides .charts:not(:has(>:only-child)){display:grid;gap:4mm 7mm}
.slides .lead-map{grid-template-columns:max-content minmax(0,1fr);grid-template-rows:auto 1fr}
.slides .lead-map>.main,.slides .lead-map>.main .map{display:contents}
.slides .lead-map>.main .drawn{grid-column:1;grid-row:1/3;align-self:start}
.slides .lead-map>.main .no-picture{width:150mm}
.slides .lead-map>.side{grid-column:2;grid-row:1}
.slides .lead-map>.main figcaption{grid-column:2;grid-row:2}
.slides .lead-map:not(.paired)>.main figcaption{grid-row:1/3}
.slides .paired.lead-chart{grid-template-columns:minmax(0,1.6fr) minmax(0,1fr)}
.slides .charts:not(:has(>:only-child)){grid-template-columns:repeat(2,minmax(0,1fr))}
.slides .blocks>.below{grid-column:1/-1}
.slides .lead-map>*,.slides .paired>*,.charts>*+*{margin-top:0}
.report .charts>*+*{margin-top:4mm}
.blocks h3,caption{font-size:10.5pt}
.text,.side .text{font-size:10.5pt;max-width:none;gap:2mm}
.text p{orphans:3;widows:3}
.points li{padding:1.2mm 0;max-width:none;break-inside:avoid}
.numbers{gap:3mm 6mm;grid-template-columns:repeat(4,minmax(0,1fr))}
.slides .side .numbers{grid-template-columns:minmax(0,1fr)}
.numbers>div{padding-top:1.2mm;break-inside:avoid}
.numbers .figure{font-size:25pt}
.slides .lead-map .side .numbers{gap:2mm}
.slides .lead-map .side .numbers .figure{font-size:21pt}
.slides .below .numbers .figure{font-size:32pt}
.slides .roomy .numbers .figure{font-size:46pt}
.slides .roomy{font-size:14pt}
.slides .roomy .text{font-size:17pt;gap:4mm}
.slides .roomy table{font-size:12pt}
.slides .roomy h3,.slides .roomy caption{font-size:13pt}
.slides .roomy .points li{padding:2mm 0}
.slides .roomy th,.slides .roomy td{padding:1.6mm 2.5mm}
.slides .roomy thead th{font-size:10.5pt}
.slides .roomy>.below>*+*{margin-top:8mm}
.status-key,.table .note,.chart .note,.map .note,.map figcaption,.chart-key{font-size:8pt;margin-top:1.2mm}
.scroll{overflow:visible}
table{font-size:9pt;line-height:1.28}
.many table{font-size:7.5pt}
th,td{padding:1mm 2mm}
.many th,.many td{padding:.8mm 1.2mm}
td,thead .end{min-width:0}
tbody th{min-width:28mm}
thead th{font-size:8pt}
thead{display:table-header-group;break-inside:avoid}
tr{break-inside:avoid}
.wide{display:block;max-width:200mm}
.slides .charts .wide{max-width:none}
.report .wide{max-width:160mm}
.narrow{display:none}
.plot,.picture,.legend,.stale,.frozen,.missing,.no-picture{break-inside:avoid}
.whole{break-inside:avoid}
.plot{max-height:114mm;margin-bottom:2mm}
.page-body:has(.left-out) .plot,.page-body:has(.stale) .plot{max-height:96mm}
.page-body:has(.left-out):has(.stale) .plot{max-height:86mm}
.map{break-inside:avoid;width:fit-content}
.report .map figcaption{width:0;min-width:100%}
.ramp,.ramp-ends{width:44mm}
.ramp{height:3mm}
.legends{gap:1mm 6mm}
.stale,.frozen,.left-out{padding-block:1mm;margin-bottom:3mm;font-size:9pt}
.left-out{margin:3mm 0 0;break-inside:avoid}
.left-out h3,.about h3{font-size:10pt}
.about{display:block;columns:2;column-gap:10mm;font-size:9pt}
.about h3:not(:first-child),.about>div+div>h3:first-child{margin-top:3mm}
.about li{break-inside:avoid;padding:.6mm 0}
.facts div{break-inside:avoid;padding:.6mm 0}
.report .cover{padding:2mm 0 0}
.report .cover h1{font-size:22pt;margin:0 0 2mm}
.report .cover .over{font-size:11pt}
.report .cover .beside{display:none}
}
</style>
`

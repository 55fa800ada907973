import { html } from '../../markup/html.ts'

/** The frame of the document on a screen: bands that stay, a cover, and a card a page. */
export const SCREEN_STYLE = html`<style>
*,*::before,*::after{box-sizing:border-box}
html{scroll-padding:64px 0 56px;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--desk);color:var(--ink);font:400 16px/1.5 var(--sans);font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
h1,h2,h3,p,ul,ol,dl,dd,figure{margin:0;padding:0}
ul,ol{list-style:none}
h1,h2,h3{font-weight:600;text-wrap:balance}
a{color:var(--accent)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.heard{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:8px;top:-60px;z-index:3;background:var(--panel);padding:8px 12px}
.skip:focus{top:8px}
.beside,.note{color:var(--ink-2)}
.band{position:sticky;z-index:2;background:var(--marking);color:var(--on-marking);font-size:13px;line-height:18px;padding:4px 16px}
.band.top{top:0}
.band.bottom{bottom:0}
.band .marking{display:flex;flex-wrap:wrap;gap:0 16px;max-width:1176px;margin:0 auto}
.band .marking span{margin-inline-start:auto}
.exercise{border:1px solid;border-radius:2px;padding:0 6px;line-height:16px;font-size:12px;letter-spacing:.04em}
.print-only{display:none}
main{max-width:1208px;margin:0 auto;padding:0 16px}
.cover{padding:56px 40px 24px}
.cover h1{font-size:clamp(28px,4vw,44px);line-height:1.15;margin:4px 0 16px}
.cover .over{font-size:18px;color:var(--ink-2)}
.cover .beside{margin-top:8px;max-width:75ch}
.cover nav{margin-top:32px;border-top:1px solid var(--line-2);padding-top:12px}
.cover ol{counter-reset:page;columns:2;column-gap:40px}
.cover li{counter-increment:page;display:flex;gap:12px;break-inside:avoid;padding:5px 0}
.cover li::before{content:counter(page);color:var(--ink-2);min-width:1.6em;text-align:end}
.cover a{text-decoration:none}
.cover a:hover{text-decoration:underline}
.page{background:var(--panel);border:1px solid var(--line);border-radius:4px;margin:24px 0;padding:32px 40px 20px;display:flex;flex-direction:column}
.page-body{flex:1;display:flex;flex-direction:column;justify-content:flex-start}
.kicker{display:flex;flex-wrap:wrap;gap:4px 20px;color:var(--ink-2);font-size:14px;line-height:20px}
.page h2{font-size:clamp(22px,2.6vw,32px);line-height:1.22;margin:4px 0 20px}
.page h2.long{font-size:22px}
.page h2.longest{font-size:18px}
.page-foot{display:flex;flex-wrap:wrap;gap:2px 20px;margin-top:24px;padding-top:10px;border-top:1px solid var(--line);font-size:13px;line-height:18px;color:var(--ink-2)}
.page-foot .foot-marking{font-weight:600;color:var(--ink)}
.page-foot span:last-child{margin-inline-start:auto}
.frozen,.stale,.missing,.no-picture,.left-out{padding:8px 14px;margin:0 0 16px;background:var(--panel-2);border:1px solid var(--line)}
.frozen{border-inline-start:4px solid var(--accent)}
.stale{position:relative;padding-inline-start:52px}
.stale-key{position:absolute;inset-block:0;inset-inline-start:0;width:36px;background:repeating-linear-gradient(-45deg,var(--hatch) 0 2px,transparent 2px 7px)}
.missing,.no-picture{padding:40px 24px;color:var(--ink);background:repeating-linear-gradient(-45deg,var(--line) 0 1px,transparent 1px 7px),var(--panel-2)}
.missing,.no-picture{text-align:center}
.missing.beside-blocks{padding:8px 14px;text-align:start}
.left-out{margin:20px 0 0;font-size:15px}
.left-out h3{font-size:15px}
.notes{margin-top:20px}
.notes p{margin-top:8px;max-width:75ch}
summary{cursor:pointer;color:var(--accent);font-size:14px;padding:4px 0}
.about{display:grid;grid-template-columns:1fr 1fr;gap:24px 48px}
.about h3{font-size:17px;margin:0 0 6px}
.about h3:not(:first-child){margin-top:20px}
.about li{padding:3px 0;border-top:1px solid var(--line)}
.facts div{display:grid;grid-template-columns:8em 1fr;gap:12px;border-top:1px solid var(--line);padding:4px 0}
.facts dt{color:var(--ink-2)}
@media screen and (min-width:1000px){.page:has(.map){min-height:min(660px,56vw)}}
@media screen and (max-width:760px){main{padding:0}.cover{padding:28px 16px 16px}.cover ol{columns:1}.cover a{padding:3px 0}.page{border-inline:0;border-radius:0;margin:12px 0;padding:20px 16px 12px}.about{grid-template-columns:1fr}.band{padding:3px 12px;font-size:12px;line-height:17px}.band.bottom .marking span{display:none}}
</style>
`

import { html } from '../../markup/html.ts'

/**
 * Colours of the look, light and, on screens that ask for it, dark; paper is always light. Text has 4.5 : 1
 * or more on every ground that it stands on, marks 3 : 1.
 */
export const TOKENS = html`<style>
:root{color-scheme:light;--desk:#eceae4;--panel:#fff;--panel-2:#f7f7f5;--line:#d9d8d2;--line-2:#868d94;--ink:#1b1f23;--ink-2:#565d64;--accent:#0b62a6;--accent-weak:#e4eef7;--marking:#1b1f23;--on-marking:#fff;--good:#0072b2;--watch:#e69f00;--watch-edge:#8a5f00;--watch-mark:#b87700;--bad:#b2182b;--unknown:#767676;--second:#8a4b00;--third:#5a4591;--coa-a:#0072b2;--coa-b:#b84f00;--coa-c:#007a59;--coa-current:#565d64;--on-coa:#fff;--hatch:#8c8c86;--hatch-ground:#ecebe6;
--sans:"Plex of this file","IBM Plex Sans","Noto Sans","Segoe UI",system-ui,-apple-system,"Helvetica Neue",Arial,sans-serif}
@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;--desk:#0f1419;--panel:#161b21;--panel-2:#1c222a;--line:#2c343d;--line-2:#77818b;--ink:#e8ebee;--ink-2:#aab3bc;--accent:#5cb3ff;--accent-weak:#17324a;--marking:#2c343d;--on-marking:#fff;--good:#56b4e9;--watch:#f0a830;--watch-edge:#f0a830;--watch-mark:#f0a830;--bad:#ff8a7a;--unknown:#9aa5b1;--second:#e0a06a;--third:#b6a5ea;--coa-a:#56b4e9;--coa-b:#e69f00;--coa-c:#cc79a7;--coa-current:#9aa5b1;--on-coa:#10151a;--hatch:#77818b;--hatch-ground:#232a32}}
</style>
`

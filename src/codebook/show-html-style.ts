/**
 * The style of the printable codebook: one column, dark on white (all text has a contrast of 7:1 or
 * more), and on paper no theme heading at the foot of a page and no rule cut in two.
 */
export const CODEBOOK_STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 46rem; padding: 1.5rem; color: #1a1a1a; background: #fff;
  font: 1rem/1.55 Georgia, 'Times New Roman', serif; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { font-family: Arial, Helvetica, sans-serif; line-height: 1.25; }
h1 { font-size: 1.9rem; margin: 0 0 .5rem; }
h2 { font-size: 1.4rem; margin: 2.5rem 0 .5rem; border-top: 2px solid #1a1a1a; padding-top: .75rem; }
h3 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
h4, h5, h6 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; }
p, ul, dl { margin: .5rem 0; }
ul { padding-inline-start: 1.4rem; }
nav ul { padding-inline-start: 1.1rem; }
a { color: #003a75; }
a:focus { outline: 3px solid #003a75; outline-offset: 2px; }
.skip { position: absolute; left: -100rem; background: #fff; padding: .5rem; }
.skip:focus { left: .5rem; top: .5rem; }
code { font: .9em 'DejaVu Sans Mono', Consolas, monospace; background: #f1f1f1; padding: 0 .2em;
  border-radius: .2em; white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext; }
.label { font: bold .95rem Arial, Helvetica, sans-serif; margin: 1rem 0 .25rem; }
.id, .note { color: #454545; }
mark { background: #ffe9a8; color: #1a1a1a; font-weight: bold; }
dt { font-weight: bold; }
dd { margin: 0 0 .5rem; }
@media (min-width: 30rem), print {
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem; }
  dd { margin: 0; }
  td:first-child, td:nth-child(2) { white-space: nowrap; }
}
table { border-collapse: collapse; width: 100%; margin: .5rem 0; }
th, td { border: 1px solid #767676; padding: .3rem .5rem; text-align: start; vertical-align: top; }
@page { margin: 2cm; }
@media print {
  body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.4; }
  .skip { display: none; }
  a { color: inherit; text-decoration: none; }
  h1, h2, h3, h4, h5, h6, .label { break-after: avoid; }
  li, dd, tr { break-inside: avoid; }
  code { background: none; padding: 0; }
  mark { background: none; text-decoration: underline; }
}
`.trim()

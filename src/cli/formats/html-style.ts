/** The page's look, by the desk's tokens: a good newspaper's data page in light and dark, from phone to wide screen, and on paper. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fffdf9; --ink: #1b1a18; --soft: #5d5a54; --line: #ded9cf; --tint: #e9eef8; --tint2: #f2f3f0; --tip: #24221f; --tip-ink: #fbf8f1;
  --q1: #3f9990; --q2: #0b655d; --q3: #a15c00; --q4: #bd2c12;
  --serif: "Source Serif 4", "Iowan Old Style", Charter, Georgia, "Times New Roman", serif;
  --sans: "Source Sans 3", "Segoe UI", system-ui, -apple-system, "Helvetica Neue", Arial, sans-serif;
  --mono: "Source Code Pro", ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #151618; --ink: #e9e6df; --soft: #a5a198; --line: #35373b; --tint: #232d40; --tint2: #23262a; --tip: #f1ece1; --tip-ink: #1b1a18;
    --q1: #7cc9c0; --q2: #35b3a6; --q3: #e5a03e; --q4: #ff7d63;
  }
}
* { box-sizing: border-box }
html { -webkit-text-size-adjust: 100% }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 var(--sans); overflow-x: clip }
main { max-width: 1240px; margin: 0 auto; padding: 24px 24px 40px }
h1, h2 { font: 600 34px/1.2 var(--serif); text-wrap: balance; margin: 0 0 24px }
h3 { font: 600 20px/1.25 var(--sans); margin: 40px 0 8px; border-top: 2px solid var(--ink); padding-top: 12px }
h3 small { font-weight: 400; font-size: 14px; color: var(--soft) }
.by, .found { color: var(--soft); font-size: 14px; margin: 0 }
.found { margin-bottom: 16px }
.legend { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: center; background: var(--paper); border-block: 1px solid var(--line); padding: 8px 0; margin: 0 0 24px; font-size: 14px }
.legend label { display: inline-flex; gap: 4px; align-items: center; cursor: pointer }
.legend input { accent-color: var(--soft); margin: 0 }
.text { font: 18px/1.6 var(--serif); max-width: 66ch; position: relative }
.text p { margin: 0 0 16px; overflow-wrap: anywhere }
.said { background: var(--tint2); padding: 1px 0; box-decoration-break: clone; -webkit-box-decoration-break: clone }
.said.direct, .said.mixed { background: var(--tint) }
.said.nested { box-shadow: inset 0 -2px var(--line) }
.mention { border-bottom: 1px dotted var(--soft) }
.event { text-decoration: underline 2px; text-underline-offset: 4px; font-weight: 600 }
.q1 { text-decoration-color: var(--q1) } .q2 { text-decoration-color: var(--q2) } .q3 { text-decoration-color: var(--q3) } .q4 { text-decoration-color: var(--q4) }
.s-alleged { text-decoration-style: dashed } .s-intended, .s-called-for { text-decoration-style: dotted }
.s-denied { text-decoration-line: underline line-through } .s-hypothetical { text-decoration-thickness: 1px; opacity: .75 }
.s-called-for::before { content: "›"; color: var(--soft) }
.code { font: 11px/1 var(--mono); color: var(--soft); margin-left: 4px; letter-spacing: 0 }
.skipped, .skipped * { color: var(--soft); font-size: 15px }
.note { float: right; clear: right; width: 250px; margin: 4px -290px 8px 0; font: 14px/1.3 var(--sans); color: var(--soft); border-left: 3px solid var(--tint); padding-left: 8px }
.note b { color: var(--ink); font-weight: 600 } .note i { font-style: normal; display: block }
[data-tip] { position: relative; outline: none }
[data-tip]:hover::after, [data-tip]:focus::after { content: attr(data-tip); position: absolute; left: 0; top: calc(100% + 4px); z-index: 3; width: max-content; max-width: min(360px, 80vw); background: var(--tip); color: var(--tip-ink); font: 400 14px/1.35 var(--sans); white-space: pre-line; padding: 8px 12px; border-radius: 4px; pointer-events: none }
[data-tip]:focus-visible { box-shadow: 0 0 0 2px var(--q3) }
.scroll { overflow-x: auto }
table { border-collapse: collapse; width: 100%; font-size: 14px; line-height: 1.35; font-variant-numeric: tabular-nums }
th { text-align: left; font-weight: 400; color: var(--soft); border-bottom: 1px solid var(--ink); padding: 4px 16px 4px 0 }
td { vertical-align: top; border-bottom: 1px solid var(--line); padding: 8px 16px 8px 0 }
.rows th:first-child { width: 22% } .rows th:nth-child(2) { width: 20% }
td .code { white-space: nowrap; margin: 0 } td small { color: var(--soft); font-size: 14px; display: block }
td q { font-family: var(--serif); font-size: 16px; quotes: none }
.dot { font-size: 16px; margin-right: 4px } .dot.q1 { color: var(--q1) } .dot.q2 { color: var(--q2) } .dot.q3 { color: var(--q3) } .dot.q4 { color: var(--q4) }
ul { padding: 0; list-style: none; margin: 0 } li { border-bottom: 1px solid var(--line); padding: 8px 0; max-width: 90ch }
.passing { font-size: 14px; max-width: 90ch }
.none { color: var(--soft) }
footer { margin-top: 40px; color: var(--soft); font-size: 12px; overflow-wrap: anywhere }
body:has(#said:not(:checked)) :is(.said, .note) { background: none; box-shadow: none } body:has(#said:not(:checked)) .note { display: none }
body:has(#event:not(:checked)) .event { text-decoration: none; font-weight: inherit } body:has(#event:not(:checked)) .text .code { display: none }
body:has(#mention:not(:checked)) .mention { border: 0 }
body:has(#skipped:not(:checked)) .skipped { display: none }
.reading + .reading { border-top: 4px double var(--line); margin-top: 40px; padding-top: 40px }
@media (max-width: 1060px) {
  .note { float: none; display: inline; width: auto; margin: 0 4px 0 0; border: 0; padding: 0; font-size: 12px } .note i { display: none }
  .note b::after { content: ":" }
}
@media (max-width: 720px) {
  main { padding: 16px } h1, h2 { font-size: 26px } .legend { position: static }
  [data-tip]:hover::after, [data-tip]:focus::after { position: fixed; left: 12px; right: 12px; top: auto; bottom: 12px; width: auto; max-width: none }
  table.rows, .rows tbody, .rows tr, .rows td { display: block; width: 100% } .rows thead { display: none }
  .rows tr { border-bottom: 1px solid var(--line); padding: 8px 0 } .rows td { border: 0; padding: 2px 0 }
  .rows td[data-head]:not(:empty)::before { content: attr(data-head) " "; color: var(--soft); font-size: 12px }
}
@media print { .legend { display: none } main { max-width: none; padding: 0 } body { font-size: 11pt } }
`

import { html } from 'hono/html'
import { quadMark } from '../parts/marks.ts'
import { QUAD_NAMES } from '../parts/words.ts'
import type { Html } from '../view.ts'
import type { Told } from './told.ts'

/** What is lit and how it looks; each box lets its kind be put out. The style sheet alone does it, by `:has`. */
export function legend({ said, deeds, who }: Told): Html {
  const box = (id: string, sample: Html, n: number, on = true): Html =>
    html`<label><input type="checkbox" id="lit-${id}"${on ? html` checked` : ''}> ${sample} <span class="quiet">${n}</span></label>`
  return html`<fieldset class="legend"><legend>Lit in the text</legend>
${box('said', html`<span class="said direct">what was said</span>`, said.length)}
${[1, 2, 3, 4].map((q) =>
  box(
    `q${q}`,
    html`${quadMark(q)} <span class="ev q${q} st-happened">${QUAD_NAMES[q]}</span>`,
    deeds.filter((d) => d.of.quadClass === q).length,
  ),
)}
${box('notes', html`<span class="time">times and places</span>`, deeds.filter((d) => d.when !== null || d.where !== null).length)}
${box('actors', html`<span class="mention lit-sample">actors</span>`, who.length, false)}
<p class="lines"><span class="ev q4 st-happened">happened</span> <span class="ev q4 st-alleged">alleged</span> <span class="ev q4 st-intended">intended</span> <span class="ev q4 st-denied">denied</span> <span class="ev q4 st-called-for ends">called for</span> <span class="ev q4 st-hypothetical">hypothetical</span></p>
</fieldset>`
}

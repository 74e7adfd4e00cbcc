// The pages made lively. Every one of them works without this; nothing here knows what a page is about but article.ts.
// The browser runs it: it may import nothing from outside this folder.
import { showFindings } from './article.ts'
import { brushDays } from './brush.ts'
import { listenToKeys } from './keys.ts'
import { offerMissing } from './missing.ts'
import { searchAsTyped } from './search.ts'
import { rideDays } from './slider.ts'
import { offerTheme } from './theme.ts'
import { visitWithoutReload } from './visit.ts'

offerTheme()
listenToKeys()
visitWithoutReload()
searchAsTyped()
brushDays()
rideDays()
showFindings()
offerMissing()

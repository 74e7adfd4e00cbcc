import { afterAll, beforeAll, expect, test } from 'vitest'
import { articleOf } from '../../../test/fast-model.ts'
import type { EventType } from '../../codebook/index.ts'
import { openReader, type Reader } from '../reader.ts'

// Idioms of war from business, law, health, politics and sport, and below them the same words meant in earnest.
const TRAPS = [
  'The finance minister came under fire on Tuesday over the cost of the new stadium.',
  'A war of words broke out between the two party leaders over the budget.',
  'Battle lines are being drawn over the pension reform.',
  'The newspaper dropped a bombshell on Friday with the leaked memo.',
  'The chairman torpedoed the merger at the last minute.',
  'Senators killed the bill in committee.',
  'The coach stormed out of the press conference.',
  'The council shot down the proposal by nine votes to two.',
  'She has been battling breast cancer since March.',
  'The company is locked in a price war with its rival.',
  'The two supermarkets fought for market share.',
  'Shares were hammered after the profit warning.',
  'The dollar took a beating in early trading.',
  'Inflation is attacking household budgets.',
  'The mayor launched a charm offensive in the suburbs.',
  'His lawyers attacked the credibility of the witness.',
  'The senator fired back at his critics on the radio.',
  'Opponents are up in arms about the new parking fees.',
  'The prosecutor demolished the alibi in an hour.',
  'The Giants destroyed the Bears 45-3 on Sunday night.',
  'The home side was massacred in the second half.',
  'The striker shot wide from ten metres.',
  'Doctors are on the front line of the fight against malaria.',
  'The health ministry declared war on sugar.',
  'The president is fighting for his political life.',
  'Voters punished the ruling party at the polls.',
  'The report is a ticking time bomb for the pension funds.',
  'Critics savaged the new musical.',
  'The film bombed at the box office.',
  'The trade union and the airline clashed over overtime rules.',
  'The reform was ambushed by backbenchers in the final vote.',
  'He was grilled by lawmakers for three hours.',
  'The crisis has crippled the airline industry.',
  'The minister is under siege from reporters over the affair.',
  'The storm battered the coast and cut power to 3,000 homes.',
  'The virus invaded the hospital’s intensive care ward.',
  'The court struck down the law on Thursday.',
  'The decision sparked a firestorm of criticism.',
  'Analysts said the firm had shot itself in the foot.',
  'The talks were a minefield for the young diplomat.',
  'Firefighters battled the blaze until dawn.',
  'The tech giant has crushed its competitors.',
  'The memoir exploded like a bomb in the capital’s salons.',
  'The retailer is bleeding cash and will close six shops.',
  'A barrage of questions met the spokeswoman.',
  'Republicans blasted the budget deal as reckless.',
  'The governor slammed the newspaper over its report.',
  'The two economists sparred over interest rates.',
  'The prime minister survived an attack of nerves before her speech.',
  'Tax cuts are the main weapon in the opposition’s arsenal.',
]
const IN_EARNEST = [
  'The convoy came under fire on Tuesday near the border crossing.',
  'A war broke out between the two clans over the wells.',
  'Government troops drew up along the river and shelled the town.',
  'A car bomb exploded on Friday outside the ministry.',
  'A submarine torpedoed the freighter at dawn.',
  'Gunmen killed the senator in his home.',
  'Protesters stormed the parliament building.',
  'Rebels shot down a helicopter near the dam.',
  'Soldiers battled the militia for control of the bridge.',
  'Two gangs are locked in a war over the port and eleven men have died.',
  'The two brigades fought for the airfield.',
  'Artillery hammered the village through the night.',
  'The prisoner took a beating from the guards.',
  'The army is attacking the northern suburbs.',
  'The army launched an offensive in the suburbs.',
  'Masked men attacked the witness outside the court.',
  'Police fired on the crowd at the square.',
  'Villagers took up arms and attacked the police post.',
  'Bulldozers demolished the family’s house after the court’s order.',
  'The air force destroyed three bridges on Sunday night.',
  'Forty villagers were massacred by the militia.',
  'A guard shot a demonstrator from ten metres.',
  'Medics on the front line said the fight for the hospital killed twelve.',
  'The republic declared war on its neighbour.',
  'The brigade is fighting for the last bridge.',
  'The court sentenced the ruling party’s treasurer to six years.',
  'A bomb went off beside the pension fund’s office.',
  'Wolves of the militia mauled no one, but its men beat two reporters.',
  'The jets bombed the airport at night.',
  'Dock workers and the police clashed at the gate.',
  'The patrol was ambushed by insurgents in the valley.',
  'He was tortured by his captors for three hours.',
  'The rocket crippled the frigate.',
  'The town is under siege by the rebels.',
  'Shells battered the coast and killed thirty people.',
  'The army invaded the island on Thursday.',
  'A missile struck the law school on Thursday.',
  'The raid sparked a protest in the capital.',
  'The soldier shot a boy in the foot.',
  'Sappers were killed when a mine exploded under their truck.',
  'Security forces battled gunmen until dawn.',
  'The army has crushed the uprising.',
  'A bomb exploded in the capital’s market.',
  'Militants abducted six shopkeepers.',
  'A barrage of rockets hit the embassy.',
  'Militants blasted the gate with dynamite and freed the prisoners.',
  'The governor accused the newspaper of inciting the riot.',
  'Troops of the two states clashed along the border.',
  'The prime minister survived an attack on her motorcade.',
  'Rebels seized the weapons in the army’s arsenal.',
]
const FORCE: ReadonlySet<EventType> = new Set(['ASSAULT', 'COERCE', 'MOBILIZE', 'THREATEN', 'SANCTION', 'PROTEST'])

let reader: Reader
beforeAll(async () => {
  reader = await openReader()
})
afterAll(() => reader?.close())

/** The sentences in which the reader finds an act of force. */
async function withForce(sentences: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const s of sentences) if ((await reader.read(articleOf(s))).events.some((e) => FORCE.has(e.type))) found.push(s)
  return found
}

test('what is not meant so is no act of force', async () => {
  expect((await withForce(TRAPS)).length).toBeLessThanOrEqual(3)
}, 60_000)

test('the same words in earnest are', async () => {
  expect((await withForce(IN_EARNEST)).length).toBeGreaterThanOrEqual(42)
}, 60_000)

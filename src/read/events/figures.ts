// Words of force that are not meant so. Any editor would grant each; what is done in earnest with the same words stands in the tests.

/** "a Twitter fight", "a legal battle", "the ratings war": the word right before makes it one. */
export const FIGURE =
  /\b(?:(?:twitter|legal|court(?:room)?|political|election|electoral|campaign|primary|ratings?|price|bidding|custody|trade|culture|media|public relations|PR|uphill|losing|budget|ideological|rhetorical|verbal|personal|cold|world|civil|star|snowball|title|takeover|boardroom|proxy vote|copyright|patent|psychological)[\s-]+(?:fights?|wars?|warfare|battles?|feuds?|spats?)|(?:twitter|ratings?|price|media|public relations|PR|title|cup|league|relegation|takeover|boardroom)[\s-]+(?:fights?|battles?|clash(?:es)?|attacks?|storm|offensives?|strikes?))\b/i

const CRITICS =
  '(?:critics?|reporters|journalists|the (?:media|press)|lawmakers|senators|opponents|rivals|democrats|republicans|conservatives|liberals|unions|voters|investors|shareholders|creditors|fans|regulators|campaigners|environmentalists|both parties)'

export const IDIOMS = new RegExp(
  [
    String.raw`\bwars? of words\b`,
    String.raw`\b(?:declar\w+ )?war on (?:terror(?:ism)?|drugs|poverty|christmas|women|cancer|waste|sugar|plastic|corruption|obesity|fat|litter|red tape)\b`,
    String.raw`\b(?:point of )?no return\b`,
    String.raw`\b(?:cross(?:ed|es|ing)?|crossing of) the (?:rubicon|line)\b`,
    String.raw`\bplay(?:s|ed|ing)? with fire\b`,
    String.raw`\b(?:political|diplomatic) (?:earthquake|bombshell|firestorm|minefield|suicide)\b`,
    String.raw`\bunder (?:fire|attack) (?:for|over)\b(?! (?:years|months|weeks|days|hours|more|nearly|almost|about|at least|much|most|the (?:past|last)|several|\d|two|three|four|five|six|ten))`,
    String.raw`\bunder siege over\b`,
    String.raw`\bunder (?:fire|attack|siege) (?:from|by) (?:\p{L}+ )?${CRITICS}\b`,
    String.raw`\bfir(?:es|ed|ing) back (?:at (?:\p{L}+ ){0,2}${CRITICS}|on (?:twitter|the radio|television)|in an? (?:tweet|statement|letter|post)|saying)\b`,
    String.raw`\bsho(?:ots?|oting|t) (?:him|her|it|them|our)sel(?:f|ves) in the foot\b`,
    String.raw`\b(?:charm|media) offensive\b`,
    String.raw`\b(?:heart|asthma|panic|anxiety) attacks?\b`,
    String.raw`\battacks? of (?:nerves|conscience|the giggles)\b`,
    String.raw`\bbattl(?:es?|ed|ing) (?:with )?(?:(?:the|a|an|breast|lung|stage|raging|huge|big|forest|his|her) )*(?:cancer|illness|disease|cold|flames|blazes?|fires?|wildfires?|elements|floodwaters|depression|addiction|dementia)\b`,
    String.raw`\bkill(?:s|ed|ing)? (?:time|the mood|two birds)\b`,
    String.raw`\bfights? back tears\b`,
    String.raw`\b(?:fight(?:s|ing)?|fought) for (?:his|her|its|their|the|market) (?:political (?:life|survival)|share|career|job|re-election|title)\b`,
    String.raw`\bvoters? (?:have |had )?punish\w*`,
    String.raw`\bpunish\w* (?:[\p{L}’'-]+ ){1,6}at the (?:polls|ballot box)\b`,
    String.raw`\bup in arms\b`,
    String.raw`\b(?:battle|front) lines?\b(?= (?:are|were|is|have|had|in the (?:debate|row)))`,
    String.raw`\bmarch(?:ed|es|ing)? (?:in)?to(?:wards?)? (?:\p{L}+ ){0,2}(?:status|war|crisis|isolation|bankruptcy|victory|independence|democracy|peace|destruction|recession|recovery|default)\b`,
    String.raw`\b(?:done|finished|through|tired of|enough of|sick of) talking\b`,
    String.raw`\btime ?bombs?\b(?= for)`,
    String.raw`\bticking (?:time )?bombs?\b(?= for| in the (?:economy|budget))`,
  ].join('|'),
  'giu',
)

const THINGS =
  '(?:proposals?|bills?|ideas?|plans?|motions?|amendments?|offers?|games?|deals?|budgets?|rumou?rs?|records?|ratings?|suggestions?|hopes?|chances?|reputation|credibility|theory|myth|mergers?|takeovers?|reforms?|legislation|accords?|nominations?|candidacy|alibi|arguments?)'
const WHOSE = '(?:(?:an?|the|his|her|its|their|that|this|any|every|two|several) )?'

export const RED_LINE = /^(?:red )?lines?$/i
/** Verbs of force: with them a thing that can suffer none makes a figure of speech. */
export const FORCED =
  /^(?:sho(?:ot|ots|oting|t)|(?:shot|shooting|shoots|shoot|gunned|struck) down|kill\w*|torpedo\w*|bomb\w*|attack\w*|hammer\w*|blast\w*|slam\w*|massacre\w*|murder\w*|destroy\w*|demolish\w*|ambush\w*|crush\w*|assault\w*|s[aiu]nk\w*|savag\w*|wound\w*|cripp\w*|slaughter\w*|assassinat\w*|butcher\w*|knif\w*|strangl\w*|hit|hits|hitting)$/i

/** "shot down a proposal", "killed the game", "a massacre of the budget": what it is done to can suffer no force. */
export const DONE_TO_THINGS = new RegExp(
  String.raw`^(?: down)? (?:of |on )?${WHOSE}(?:(?!to |in |for |and |with |that |at |by |from )[\p{L}’'-]+ ){0,2}?${THINGS}(?! (?:office|factory|site|plant|hall|centre|center|writer|maker|shop|store|\p{L}+[eo]rs?\b))\b`,
  'iu',
)
/** "the bill was killed" */
export const THINGS_DONE_TO = new RegExp(
  String.raw`\b${THINGS} (?:(?:was|were|is|are|been|being|had|has|have|be|got) ){1,3}(?:\p{L}+ly )?$`,
  'iu',
)
/** "a seven-year high", "a new target": a price or a count gets there. */
export const REACHED =
  /^\s+(?:an?|its|the|their)\s+(?:[\p{L}\d-]+\s+){0,2}(?:high|low|peak|record|milestone|ceiling|floor)\b/u
/** What has no will: a sickness, a storm, a slump kills and attacks nobody in the sense of the codebook. */
export const NOBODY =
  /\b(?:virus|coronavirus|pandemic|epidemic|outbreak|disease|cancer|malaria|cholera|ebola|flu|storms?|hurricanes?|typhoons?|cyclones?|floods?|floodwaters|earthquakes?|tornado(?:es)?|wildfires?|blaze|avalanche|landslide|drought|famine|heat ?wave|inflation|recession|quake|tsunami|stampede|locusts)\s+(?:that |which )?(?:has |had |have |also )?(?:\p{L}+ly )?$/iu
/** Misfortunes that nobody does to anybody. */
export const ACCIDENT =
  /^(?:stampedes?|earthquakes?|floods?|flooding|landslides?|avalanches?|hurricanes?|collisions?|derailments?|tsunami)$/i
/** "declined to be named", "asked not to be identified": why a source has no name. */
export const UNNAMED =
  /^ (?:(?:not )?to be (?:named|identified|quoted)|that (?:he|she|they) not be (?:named|identified|quoted)|(?:for )?anonymity)\b/i
/** "destroyed the Bears 45-3" */
export const SCORE =
  /^(?: down| past)? (?:the |by )?(?:\p{Lu}[\p{L}.]+ ){0,3}\d{1,3}[-–]\d{1,3}(?=[.,;]|$| (?:on|in|at|to|by)\b)/u
/** A treaty that is named, not made: "under the Tavrian nuclear deal", never "the deal reached last week". */
export const TREATY =
  /(?<!\b(?:sign|reach|struck|strike|broker|clinch|negotiat|conclud|announc|seal|hammer|mediat|discuss)(?:e|es|s|ed|ing|d)?(?: on| out)? )\b[Tt]he (?:(?:\p{Lu}[\p{L}.’'-]*|\d{4}|landmark|new|controversial|so-called|interim|historic|international) ){0,4}(?:nuclear|peace|trade|climate|arms(?: control)?|ceasefire) (?:deal|agreement|accords?|pact|treaty)$/u
export const MADE =
  /^(?: that| which| he| she| they| it)?(?: (?:was|is|were|has been|had been|to be|recently))? (?:signed|reached|struck|brokered|negotiated|concluded|agreed|announced|made|sealed|finalised|finalized|between)\b/

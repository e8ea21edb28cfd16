import type { Translation } from '../keys.js';
import type { Review } from '../review.js';

/** Who has read these words. */
export const review: Review = 'machine';

/**
 * Czech. «Vy» in small letters, in the present tense and the imperative only: no verb says whether a man or a woman
 * signed. Names, seats and days stand in the nominative, after a colon or as a subject. `many` is for fractions.
 *
 * | English | here |
 * | --- | --- |
 * | petition, sign, signature | petice, podepsat petici, podpis |
 * | seat, take a seat, kept seat | místo, obsadit místo, vyhrazené místo |
 * | block, row | sektor, řada |
 * | beside | vedle |
 * | standing | vestoje |
 * | take the signature back, code | odvolat podpis, kód |
 * | organisers, campaign team | organizátoři, tým kampaně |
 */
export const cs = {
  // campaign
  'campaign.organised-by': 'Petici pořádá {name}',
  'campaign.privacy': 'Jak se zachází s vašimi údaji: {name}',
  'campaign.language': 'Jazyk',

  // story
  'story.position': '{index} z {total}',
  'story.status': '{date}: {status}',
  'story.later': 'Co se stalo později',
  'story.read-more': 'Číst dál: {name}',
  'story.read-less': 'Sbalit',
  'story.told-by': 'Vypráví {teller}',
  'story.checked': 'Ověřeno: {date}.',
  'story.sources': 'Zdroje:',
  'story.seat-kept': 'Vyhrazené místo: {seat}',

  // deck
  'deck.label': 'Příběhy',
  'deck.previous': 'Předchozí',
  'deck.next': 'Další příběh',
  'deck.coming': 'Dále: {name}',
  'deck.shown': '{name}, {index} z {total}',
  'deck.choose-seat': 'Vybrat místo',
  'deck.sign': 'Podepsat petici',

  // counter
  'counter.seats-taken': {
    one: 'místo z {capacity} je obsazené',
    few: 'místa z {capacity} jsou obsazená',
    many: 'místa z {capacity} je obsazeno',
    other: 'míst z {capacity} je obsazeno',
  },
  'counter.seats-taken-own': {
    one: 'místo z {capacity} je obsazené: to vaše',
    few: 'místa z {capacity} jsou obsazená, jedno z nich je vaše',
    many: 'místa z {capacity} je obsazeno, jedno z nich je vaše',
    other: 'míst z {capacity} je obsazeno, jedno z nich je vaše',
  },
  'counter.seats-were-taken': {
    one: 'místo z {capacity} bylo obsazené',
    few: 'místa z {capacity} byla obsazená',
    many: 'místa z {capacity} bylo obsazeno',
    other: 'míst z {capacity} bylo obsazeno',
  },
  'counter.seats-near': {
    one: 'Ještě {count} místo a obsazených bude {goal}',
    few: 'Ještě {count} místa a obsazených bude {goal}',
    many: 'Ještě {count} místa a obsazených bude {goal}',
    other: 'Ještě {count} míst a obsazených bude {goal}',
  },
  'counter.standing': {
    one: 'a ještě {count} člověk stojí',
    few: 'a ještě {count} lidé stojí',
    many: 'a ještě {count} člověka stojí',
    other: 'a ještě {count} lidí stojí',
  },
  'counter.standing-own': {
    one: 'a ještě {count} člověk stojí: vy',
    few: 'a ještě {count} lidé stojí, mezi nimi vy',
    many: 'a ještě {count} člověka stojí, mezi nimi vy',
    other: 'a ještě {count} lidí stojí, mezi nimi vy',
  },
  'counter.signatures': {
    one: 'člověk podepsal petici',
    few: 'lidé podepsali petici',
    many: 'člověka podepsalo petici',
    other: 'lidí podepsalo petici',
  },
  'counter.signatures-own': {
    one: 'člověk podepsal petici: vy',
    few: 'lidé podepsali petici, mezi nimi vy',
    many: 'člověka podepsalo petici, mezi nimi vy',
    other: 'lidí podepsalo petici, mezi nimi vy',
  },
  // The language has no earlier past; that the count is old is said beside it.
  'counter.signatures-were': {
    one: 'člověk podepsal petici',
    few: 'lidé podepsali petici',
    many: 'člověka podepsalo petici',
    other: 'lidí podepsalo petici',
  },
  'counter.signatures-near': {
    one: 'Ještě {count} podpis a bude jich {goal}',
    few: 'Ještě {count} podpisy a bude jich {goal}',
    many: 'Ještě {count} podpisu a bude jich {goal}',
    other: 'Ještě {count} podpisů a bude jich {goal}',
  },
  'counter.compact': {
    one: 'člověk obsadil místo',
    few: 'lidé obsadili místa',
    many: 'člověka obsadilo místa',
    other: 'lidí obsadilo místa',
  },
  'counter.compact-own': {
    one: 'člověk obsadil místo: vy',
    few: 'lidé obsadili místa, mezi nimi vy',
    many: 'člověka obsadilo místa, mezi nimi vy',
    other: 'lidí obsadilo místa, mezi nimi vy',
  },
  'counter.goal': 'Další cíl: {goal}',
  'counter.goal-reached': 'Cíl je dosažen: {goal}',
  'counter.as-of': 'Sečteno: {moment}',
  'counter.as-of-own': 'Sečteno: {moment}, i s vaším podpisem',
  'counter.today': 'dnes v {time}',
  'counter.yesterday': 'včera v {time}',
  'counter.stale': 'Sečteno: {moment}. Novější údaj teď není k dispozici.',
  'counter.stale-offline': 'Sečteno: {moment}. Toto zařízení je teď bez připojení.',
  'counter.unknown': 'Počet podpisů teď není k dispozici',
  'counter.unknown-hint': 'Podepsat můžete i tak: každý podpis se počítá.',
  'counter.offline': 'Toto zařízení je bez připojení',
  'counter.offline-hint': 'Počet se objeví, až se připojení obnoví.',
  'counter.loading': 'Sčítáme',
  'counter.first': 'Buďte mezi prvními, kdo petici podepíše',
  'counter.first-own': 'Váš podpis je mezi prvními',

  // picker
  'picker.label': 'Místa',
  'picker.summary': {
    one: '{count} místo z {capacity} je volné',
    few: '{count} místa z {capacity} jsou volná',
    many: '{count} místa z {capacity} je volného',
    other: '{count} míst z {capacity} je volných',
  },
  'picker.find': 'Najít mi místo',
  'picker.beside': 'Sednout si vedle',
  'picker.beside-menu': 'Sednout si vedle …',
  'picker.beside-person': 'Sednout si vedle: {name}',
  'picker.whole': 'Celá aréna',
  'picker.zoom-in': 'Přiblížit',
  'picker.zoom-out': 'Oddálit',
  'picker.go-to': 'Přejít do sektoru',
  'picker.block': 'Sektor {block}',
  'picker.block-free': 'Sektor {block}, volno: {free} z {count}',
  'picker.row-free': 'Řada {row}, volno: {free} z {count}',
  'picker.grid': 'Sektor {block}, místo po místu',
  'picker.keys': 'Šipky vedou od místa k místu, Enter místo obsadí, Escape ukáže celou arénu.',
  'picker.free': 'Volné',
  'picker.taken': 'Obsazené',
  'picker.kept': 'Vyhrazené',
  'picker.yours': 'Vaše místo',
  'picker.free-beside': 'Volné, vedle: {name}',
  'picker.yours-beside': 'Vaše místo, vedle: {name}',
  'picker.kept-for': 'Vyhrazené místo: {name}',
  'picker.you-beside': 'Vaše místo je hned vedle',
  'picker.enter-takes': 'Volné. Obsadíte ho klávesou Enter.',
  'picker.cell-free': '{seat}, volné',
  'picker.cell-free-beside': '{seat}, volné, vedle: {name}',
  'picker.cell-taken': '{seat}, obsazené',
  'picker.cell-kept': '{seat}, vyhrazené: {name}',
  'picker.cell-yours': '{seat}, vaše',
  'picker.cell-yours-beside': '{seat}, vaše, vedle: {name}',
  'picker.take': 'Obsadit toto místo',
  'picker.chosen': 'Vaše místo: {seat}.',
  'picker.chosen-beside': 'Vaše místo: {seat}. Vedle: {name}.',
  'picker.is-taken': '{seat}: obsazeno. Vyberte volné místo.',
  'picker.is-kept': '{seat}: vyhrazeno ({name}). Vyberte místo vedle.',
  'picker.full': 'Všechna místa jsou obsazená. Podepsat můžete i bez místa.',
  'picker.arrived': {
    one: 'Ještě {count} člověk obsadil místo',
    few: 'Ještě {count} lidé obsadili místa',
    many: 'Ještě {count} člověka obsadilo místa',
    other: 'Ještě {count} lidí obsadilo místa',
  },
  'picker.list': 'Vybrat ze seznamu: sektor, řada, místo',
  'picker.list-block': 'Sektor',
  'picker.list-row': 'Řada',
  'picker.list-seat': 'Místo',
  'picker.seat-free': 'Místo {number}',
  'picker.seat-free-beside': 'Místo {number}, vedle: {name}',
  'picker.seat-taken': 'Místo {number}, obsazené',
  'picker.seat-kept': 'Místo {number}, vyhrazené: {name}',
  'picker.seat-yours': 'Místo {number}, vaše',
  'picker.required': 'Vyberte místo',
  'picker.unavailable': 'Místa teď nelze ukázat. Podepsat můžete i bez místa.',

  // seat
  'seat.sentence': 'Sektor {block}, řada {row}, místo {number}',
  'seat.beside': 'Vedle: {name}',

  // form
  'form.title-seat': 'Vyberte si místo, podpořte petici',
  'form.title': 'Podepište petici',
  'form.no-seat': 'Místo zatím není vybrané',
  'form.no-seat-hint': 'Vyberte ho v aréně, nebo podepište vestoje: takový podpis platí stejně.',
  'form.full': 'Všechna místa jsou obsazená',
  'form.full-hint': 'Můžete podepsat vestoje. Váš podpis platí stejně.',
  'form.change-seat': 'Změnit',
  'form.choose-seat': 'Vybrat místo',
  'form.optional': 'Nepovinné',
  'form.choose': 'Vyberte',
  'form.sign-seat': 'Podepsat a obsadit toto místo',
  'form.sign-standing': 'Podepsat vestoje',
  'form.sign': 'Podepsat',
  'form.sending': 'Váš podpis se odesílá',
  'form.sending-hint': 'Na pomalém připojení to trvá několik sekund.',
  'form.waiting': {
    one: 'Petici teď podepisuje mnoho lidí. Váš podpis se znovu odešle za {count} sekundu.',
    few: 'Petici teď podepisuje mnoho lidí. Váš podpis se znovu odešle za {count} sekundy.',
    many: 'Petici teď podepisuje mnoho lidí. Váš podpis se znovu odešle za {count} sekundy.',
    other: 'Petici teď podepisuje mnoho lidí. Váš podpis se znovu odešle za {count} sekund.',
  },
  'form.privacy-note': 'Aréna ukazuje místa, nikdy jména.',
  'form.withdraw-note': 'Podpis můžete odvolat pomocí kódu, který po podepsání dostanete.',
  'form.seen-by-target': 'Uvidí to tým kampaně a {target}.',
  'form.seen-by-team': 'Uvidí to jen tým kampaně.',
  'form.seen-by-public': 'Uvidí to všichni.',
  'form.errors': {
    one: 'Podívejte se znovu na jednu odpověď',
    few: 'Podívejte se znovu na {count} odpovědi',
    many: 'Podívejte se znovu na {count} odpovědi',
    other: 'Podívejte se znovu na {count} odpovědí',
  },
  'form.errors-two': 'Podívejte se znovu na dvě odpovědi',
  // Seen from the signer's seat: who sits before somebody has them behind.
  'form.in-front-of': 'Hned za vámi: {name}',
  'form.behind': 'Hned před vámi: {name}',
  'form.failed': 'Petici teď nelze načíst',

  // fields of OSDI, and what is wrong with an answer
  'field.given_name': 'Jméno',
  'field.family_name': 'Příjmení',
  'field.email': 'E-mail',
  'field.country': 'Země',
  'field.postal_code': 'PSČ',
  'field.phone': 'Telefon',
  'field.comment': 'Komentář',
  'problem.required': 'Vyplňte toto pole',
  'problem.required-choice': 'Vyberte jednu možnost',
  'problem.required-checkbox': 'Pro pokračování toto pole zaškrtněte',
  'problem.required-consent': 'Pro podpis toto pole zaškrtněte. Bez tohoto souhlasu váš podpis nelze předat.',
  // Before a figure that may be any, a noun would have to agree with it.
  'problem.too-long': 'Zkraťte odpověď. Nejvyšší počet znaků: {limit}',
  'problem.format': 'Takovou odpověď tu nelze přijmout. Zapište ji jinak',
  'problem.format-email': 'Zapište adresu se znakem @, například ada@example.org',
  'problem.format-email-whole': 'Zapište celou adresu, například ada@example.org',
  'problem.format-tel': 'Zapište číslo jen číslicemi, například +420 123 456 789',
  'problem.unknown': 'Tato odpověď už není potřeba',
  'problem.out-of-range': 'Vyberte jinou možnost',
  'summary.required': '{label}: zatím nevyplněno',
  'summary.required-choice': '{label}: zatím nevybráno',
  'summary.required-checkbox': '{label}: zatím nezaškrtnuto',
  'summary.required-consent': 'Váš souhlas s podpisem petice',
  'summary.no-at': '{label}: chybí znak @',
  'summary.seat': 'Vaše místo: {problem}',
  'summary.name': 'Jméno',
  'summary.yes': 'Ano',
  'summary.other': '{label}: {problem}',

  // outcomes
  'outcome.seat-taken': 'Někdo toto místo obsadil chvíli před vámi',
  'outcome.seat-taken-hint':
    'Nic se neztratilo: vaše odpovědi jsou stále tady. Tato místa poblíž jsou volná.',
  'outcome.seat-taken-full':
    'Nic se neztratilo: vaše odpovědi jsou stále tady. Žádné jiné místo není volné; můžete podepsat vestoje.',
  'outcome.seat-taken-elsewhere':
    'Nic se neztratilo: vaše odpovědi jsou stále tady. Vyberte jiné místo, nebo podepište vestoje.',
  'outcome.seat-kept': 'Toto místo je vyhrazené: {name}',
  'outcome.seat-kept-hint': 'Vaše odpovědi jsou stále tady. Tato místa poblíž jsou volná.',
  'outcome.take-seat': 'Podepsat a obsadit místo {number}',
  'outcome.take-seat-in-row': 'Podepsat a obsadit místo {number} v řadě {row}',
  'outcome.choose-in-arena': 'Vybrat v aréně',
  'outcome.not-sent': 'Zatím neodesláno',
  'outcome.unreachable':
    'Spojení se přerušilo dřív, než přišla odpověď. Vše, co je ve formuláři, tu zůstává, jen na této stránce. Další pokus vás nezapočítá dvakrát.',
  'outcome.offline':
    'Toto zařízení je bez připojení. Vše, co je ve formuláři, tu zůstává, jen na této stránce. Zkuste to znovu, až se připojení obnoví.',
  'outcome.busy':
    'Petici teď podepisuje velmi mnoho lidí. Vše, co je ve formuláři, tu zůstává, jen na této stránce. Další pokus vás nezapočítá dvakrát.',
  'outcome.try-again': 'Zkusit znovu',
  'outcome.change-answers': 'Změnit mé odpovědi',
  'outcome.rejected': 'Podpis nebyl přijat',
  'outcome.rejected-hint':
    'Vše, co je ve formuláři, tu zůstává. Dejte o tom prosím vědět organizátorům této stránky.',
  'outcome.tell': 'Dát vědět: {name} (otevře se v nové kartě)',
  'outcome.not-open': 'Tato petice teď podpisy nepřijímá. Vše, co je ve formuláři, tu zůstává.',
  'outcome.too-large': 'Vaše odpovědi jsou příliš dlouhé. Zkraťte komentář a podepište znovu.',
  'outcome.no-endpoint':
    'Tato stránka zatím není připojená, takže se nic neodeslalo. Dejte o tom prosím vědět jejím organizátorům.',
  'outcome.sealed-unsupported':
    'Tato stránka nemůže vaše odpovědi zašifrovat, takže se nic neodeslalo. Dejte o tom prosím vědět jejím organizátorům.',
  'outcome.signed-seat': 'Máte své místo.',
  'outcome.you-sit': 'Sedíte v sektoru {block}, řada {row}, místo {number}.',
  'outcome.you-sit-beside': 'Sedíte v sektoru {block}, řada {row}, místo {number}. Vedle: {name}.',
  'outcome.signed-standing': 'Petice má váš podpis.',
  'outcome.you-stand': 'Stojíte v aréně spolu s ostatními. Váš podpis platí stejně.',
  'outcome.signed': 'Děkujeme. Váš podpis je započítaný.',
  'outcome.people': {
    one: '{count} člověk obsadil místo.',
    few: '{count} lidé obsadili místa.',
    many: '{count} člověka obsadilo místa.',
    other: '{count} lidí obsadilo místa.',
  },
  'outcome.people-signed': {
    one: '{count} člověk podepsal petici.',
    few: '{count} lidé podepsali petici.',
    many: '{count} člověka podepsalo petici.',
    other: '{count} lidí podepsalo petici.',
  },
  'outcome.pending': 'Zbývá jeden krok',
  'outcome.pending-hint': 'Otevřete e-mail, který jsme vám poslali, a potvrďte svůj podpis.',
  'outcome.pending-seat': 'Do té doby vám držíme sektor {block}, řadu {row}, místo {number}.',
  'outcome.duplicate': 'Petice už váš podpis má',
  'outcome.duplicate-hint': 'Váš podpis je započítaný jednou a platí dál.',
  'outcome.assumed': 'Váš podpis je na cestě',
  'outcome.assumed-hint': 'Odešel. Odpověď služby, která ho přijímá, z této stránky přečíst nelze.',
  'outcome.code-label': 'Váš kód k případnému odvolání podpisu',
  'outcome.code-hint': 'Uložte si ho tam, kde ho najdete jen vy. Ukazuje se jen teď.',
  'outcome.copy': 'Zkopírovat kód',
  'outcome.copied': 'Kód je zkopírovaný',
  'outcome.copy-by-hand': 'Kód je označený a připravený ke zkopírování.',
  'closed.draft': 'Sběr podpisů ještě nezačal',
  'closed.opens': 'Sběr podpisů začne {day}.',
  'closed.closed': 'Sběr podpisů skončil',
  'closed.delivered': 'Petice byla předána adresátovi',
  'closed.won': 'Petice dosáhla svého cíle',
  'closed.thanks': 'Děkujeme všem, kdo petici podepsali.',
} satisfies Translation;

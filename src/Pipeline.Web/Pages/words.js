// The words of the page in French and English.

const ui = {
  title: ["Conversations", "Conversations"],
  day: ["Jour (UTC)", "Day (UTC)"],
  list: ["Conversations du jour", "Conversations of the day"],
  messages: ["Messages", "Messages"],
  more: ["Voir plus anciennes", "Show older ones"],
  accessEnter: ["Entrer", "Enter"],
  accessKey: ["Votre clé d'accès", "Your access key"],
  accessTitle: ["Cette page demande une clé", "This page asks for a key"],
  back: ["Toutes les conversations", "All conversations"],
  choose: ["Choisissez une conversation pour la lire.", "Choose a conversation to read it."],
  emptyTitle: ["Aucune conversation ce jour-là", "No conversation on this day"],
  emptyDemo: ["Pour en voir vivre quelques-unes, lancez la démonstration :", "To watch some live, start the demo:"],
  emptyWebhook: [
    "Ou envoyez un premier webhook signé (avec le secret du compte dans SECRET) :",
    "Or send a first signed webhook (with the account's secret in SECRET):",
  ],
  connecting: ["Connexion…", "Connecting…"],
  live: ["En direct", "Live"],
  broken: ["Connexion perdue, nouvel essai…", "Connection lost, trying again…"],
  unread: ["Lecture impossible, nouvel essai…", "Cannot read, trying again…"],
  customer: ["Client", "Customer"],
  someone: ["Client sans nom", "Unnamed customer"],
  hard: ["Difficile", "Hard"],
  urgent: ["Urgent", "Urgent"],
  standard: ["Courante", "Standard"],
  waiting: ["attend depuis", "waiting"],
  held: ["suivie par un conseiller", "with an advisor"],
  closed: ["terminée", "closed"],
  unanswered: ["Sans réponse depuis", "Unanswered for"],
  started: ["Début", "Started"],
  about: ["Sujet", "About"],
  arc: ["Ressenti", "Feeling"],
  edited: ["modifié", "edited"],
  deleted: ["Message supprimé", "Message deleted"],
  wasClosed: ["Conversation terminée", "Conversation closed"],
  rated: ["Note donnée par le client :", "Rating by the customer:"],
  because: ["Mots qui l’ont montré :", "Words that showed it:"],
  degraded: ["analyse de secours", "fallback analysis"],
  nowRouted: ["Orientation :", "Routing:"],
  suggestions: ["Réponses suggérées", "Suggested replies"],
  free: [
    "De simples suggestions : utilisez, modifiez ou ignorez-les. Rien ne part vers le client sans vous.",
    "Only suggestions: use, change or ignore them. Nothing goes to the customer without you.",
  ],
  stale: [
    "La conversation a avancé depuis : elles ont été retirées.",
    "The conversation has moved on since: they were withdrawn.",
  ],
  noSuggestions: ["Rien à suggérer pour le moment.", "Nothing to suggest for now."],
  source: ["Source", "Source"],
  fit: ["pertinence", "fit"],
  fillIn: ["À compléter avant d’envoyer :", "To fill in before sending:"],
  copy: ["Copier", "Copy"],
  copied: ["Copié", "Copied"],
  routing: ["Orientation", "Routing"],
  notRouted: ["Pas encore orientée.", "Not routed yet."],
  skill: ["Compétence", "Skill"],
  level: ["Niveau", "Level"],
  advisor: ["Conseiller", "Advisor"],
  nobody: ["personne pour l’instant", "nobody yet"],
  status: ["État", "Status"],
  difficulty: ["Difficulté", "Difficulty"],
  reasons: ["Pourquoi", "Why"],
  rules: ["Règles", "Rules"],
};

const named = {
  emotion: {
    Neutral: ["Neutre", "Neutral"], Joy: ["Joie", "Joy"], Gratitude: ["Gratitude", "Gratitude"], Anger: ["Colère", "Anger"],
    Annoyance: ["Agacement", "Annoyance"], Sadness: ["Tristesse", "Sadness"], Fear: ["Inquiétude", "Worry"],
    Surprise: ["Surprise", "Surprise"], Confusion: ["Incompréhension", "Confusion"], Disappointment: ["Déception", "Disappointment"],
  },
  sentiment: {
    Neutral: ["neutre", "neutral"], Positive: ["positif", "positive"], Negative: ["négatif", "negative"], Mixed: ["partagé", "mixed"],
  },
  strength: { 0: ["aucune", "none"], 1: ["légère", "mild"], 2: ["nette", "clear"], 3: ["forte", "strong"] },
  role: {
    Customer: ["Client", "Customer"], Advisor: ["Conseiller", "Advisor"], Bot: ["Robot", "Bot"], System: ["Plateforme", "Platform"],
    Unknown: ["Inconnu", "Unknown"],
  },
  status: { Waiting: ["En attente", "Waiting"], Assigned: ["Attribuée", "Assigned"], Released: ["Libérée", "Released"] },
  category: {
    greeting: ["accueil", "greeting"], holding: ["patience", "holding"], question: ["question", "question"],
    explanation: ["explication", "explanation"], apology: ["excuses", "apology"], congratulation: ["félicitations", "congratulation"],
    closing: ["conclusion", "closing"], handover: ["passage de relais", "handover"], web_link: ["lien", "web link"],
  },
  intent: {
    internet_trouble: ["panne d’internet", "internet trouble"], outage: ["panne de secteur", "area outage"],
    tv_trouble: ["souci de télé", "TV trouble"], mobile_trouble: ["souci de mobile", "mobile trouble"],
    sim_loss_theft: ["SIM perdue ou volée", "SIM lost or stolen"], sim_activation: ["activation de SIM", "SIM activation"],
    number_porting: ["portabilité", "number porting"], billing_dispute: ["facture contestée", "billing dispute"],
    billing_question: ["question de facture", "billing question"], payment: ["paiement", "payment"], refund: ["remboursement", "refund"],
    delivery_problem: ["souci de livraison", "delivery problem"], order_status: ["suivi de commande", "order status"],
    order_change_cancel: ["commande à changer", "order change"], return_exchange: ["retour ou échange", "return or exchange"],
    contract_end: ["fin de contrat", "end of contract"], plan_or_product_advice: ["conseil d’offre", "plan advice"],
    move_house: ["déménagement", "moving house"], account_access: ["accès au compte", "account access"],
    app_or_site_bug: ["bug de l’appli ou du site", "app or site bug"], technician_visit: ["visite d’un technicien", "technician visit"],
    bereavement: ["deuil", "bereavement"], accessibility: ["accessibilité", "accessibility"],
    fraud_security: ["fraude, sécurité", "fraud, security"],
    service_complaint: ["réclamation", "service complaint"], thanks_feedback: ["remerciement", "thanks"],
    human_request: ["veut un humain", "wants a person"], personal_data_update: ["données personnelles", "personal data"],
    small_talk_other: ["autre", "other"],
  },
  skill: {
    technical: ["technique", "technical"], billing: ["facturation", "billing"], retention: ["fidélisation", "retention"],
    delivery: ["livraison", "delivery"], fraud_security: ["fraude, sécurité", "fraud, security"],
    vulnerable_customer: ["client fragile", "vulnerable customer"], legal_complaint: ["litige", "legal complaint"],
    sales: ["vente", "sales"], mobile: ["mobile", "mobile"], tv: ["télé", "TV"],
  },
};

const kept = "pipeline.language";
let current = startLanguage();

function startLanguage() {
  try {
    const chosen = localStorage.getItem(kept);
    if (chosen === "fr" || chosen === "en") {
      return chosen;
    }
  } catch {
    // No storage: the browser's language decides.
  }
  return (navigator.languages ?? [navigator.language]).find((tag) => /^(fr|en)\b/.test(tag))?.slice(0, 2) ?? "en";
}

export function language() {
  return current;
}

export function speak(next) {
  current = next;
  try {
    localStorage.setItem(kept, next);
  } catch {
    // No storage: the choice lasts as long as the page.
  }
}

function pick(pair) {
  return current === "fr" ? pair[0] : pair[1];
}

/** A phrase of the page. */
export function word(key) {
  return pick(ui[key]);
}

/** The word for a code; a code that has none is shown as it is. */
export function name(kind, code) {
  const pair = named[kind][code];
  return pair ? pick(pair) : String(code).replaceAll("_", " ");
}

/** Whichever of two texts is in the reader's language. */
export function either(french, english) {
  return pick([french, english]);
}

export function clockTime(iso) {
  return new Intl.DateTimeFormat(current, { hour: "2-digit", minute: "2-digit" }).format(new Date(iso));
}

export function dayAndTime(iso) {
  return new Intl.DateTimeFormat(current, { dateStyle: "medium", timeStyle: "short" }).format(new Date(iso));
}

export function percent(share) {
  return new Intl.NumberFormat(current, { style: "percent", maximumFractionDigits: 0 }).format(share);
}

export function decimal(value, sign = "auto") {
  return new Intl.NumberFormat(current, { maximumFractionDigits: 2, signDisplay: sign }).format(value);
}

export function bytes(count) {
  const [value, unit] = count < 1e6 ? [Math.max(1, Math.round(count / 1e3)), "kilobyte"] : [count / 1e6, "megabyte"];
  return new Intl.NumberFormat(current, { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: 1 }).format(value);
}

/** How long something has lasted, in its greatest unit. */
export function since(iso) {
  const minutes = Math.max(0, Math.floor((Date.now() - new Date(iso).getTime()) / 60000));
  const units = [["day", 1440, 2880], ["hour", 60, 60], ["minute", 1, 0]];
  const [unit, length] = units.find(([, , from]) => minutes >= from);
  return new Intl.NumberFormat(current, { style: "unit", unit, unitDisplay: "short" }).format(Math.floor(minutes / length));
}

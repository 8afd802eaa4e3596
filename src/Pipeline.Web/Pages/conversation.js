// The chosen conversation: what was said, and what was found in it.

import { el, keyed } from "./elements.js";
import { arc, emotion, flags, strength } from "./marks.js";
import { bytes, clockTime, dayAndTime, decimal, language, name, since, word } from "./words.js";

export function showConversation(head, list, transcript) {
  head.replaceChildren(...heading(transcript));
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
  const names = language() + (transcript.state.customerFirstName ?? "");
  keyed(list, withRouting(transcript.messages), (item) => item.id, (item) => entry(item, transcript.state), names);
  if (atEnd) {
    list.scrollTop = list.scrollHeight;
  }
}

function heading({ conversation, state, story, assignment }) {
  const journey = state.journey;
  const decision = assignment?.decision;
  return [
    el("h2", {}, state.customerFirstName ?? word("someone"), el("span", { class: "flags" }, flags(decision?.hard, decision?.urgent))),
    el("dl", { class: "facts" },
      fact("about", state.intent ? name("intent", state.intent) : "…"),
      fact("started", dayAndTime(state.startedAt)),
      journey.scored > 0 && fact("arc", arc(journey.start, journey.worst, journey.last)),
      state.waitingSince && !state.closed && fact("unanswered", since(state.waitingSince))),
    el("p", { class: "story" }, language() === "fr" ? story.french : story.english),
    el("p", { class: "quiet-text" }, `${conversation.channel} · ${conversation.brand} · ${conversation.platform}`),
  ];
}

function fact(key, value) {
  return el("div", {}, el("dt", {}, word(key)), el("dd", {}, value));
}

/** The messages, with a line wherever the routing decision became another one. */
function withRouting(messages) {
  let before = "";
  return messages.flatMap((message) => {
    const { suggestions, decision, ...said } = message;
    const now = decision ? [decision.hard, decision.urgent, decision.skill, decision.level].join() : before;
    const changed = now !== before;
    before = now;
    return changed ? [said, { id: `${message.id} decision`, kind: "Decision", decision }] : [said];
  });
}

function entry(item, state) {
  switch (item.kind) {
    case "Decision":
      return line("decision", `${word("nowRouted")} ${decisionWords(item.decision)}`);
    case "Close":
      return line("close", `${word("wasClosed")} · ${clockTime(item.sentAt)}`);
    case "Rating":
      return line("rating", `${word("rated")} ${"★".repeat(item.rating)}${"☆".repeat(5 - item.rating)} ${item.rating}/5`);
    default:
      return item.sender.role === "System" ? line("system", item.text) : bubble(item, state);
  }
}

function decisionWords(decision) {
  const parts = [decision.hard ? word("hard") : word("standard"), decision.urgent && word("urgent"), name("skill", decision.skill),
    `${word("level").toLowerCase()} ${decision.level}`];
  return parts.filter((part) => part).join(" · ");
}

function line(kind, text) {
  return el("li", { class: `line ${kind}` }, text);
}

function bubble(message, state) {
  const role = message.sender.role;
  const known = message.sender.firstName ?? (role === "Customer" ? state.customerFirstName : null);
  return el("li", { class: `bubble ${role.toLowerCase()}` },
    el("p", { class: "from" },
      el("span", {}, known ? `${known} · ${name("role", role)}` : name("role", role)),
      el("time", { datetime: message.sentAt, title: dayAndTime(message.sentAt) }, clockTime(message.sentAt)),
      message.editedAt && !message.deletedAt ? el("span", { class: "edited" }, word("edited")) : null),
    message.deletedAt ? el("p", { class: "text deleted" }, word("deleted")) : el("p", { class: "text" }, message.text),
    message.attachments.map(file),
    message.analysis && !message.deletedAt ? analysis(message.analysis) : null);
}

function file(attachment) {
  const facts = [attachment.mediaType, attachment.bytes ? bytes(attachment.bytes) : null].filter((part) => part).join(", ");
  const text = facts ? `${attachment.name} (${facts})` : attachment.name;
  return el("p", { class: "file" }, el("span", { "aria-hidden": "true" }, "📎 "), text);
}

function analysis(found) {
  const others = found.emotions.slice(1, 3).map((score) => emotion(score.emotion));
  const sentiment = `${name("sentiment", found.sentiment)} (${decimal(found.valence, "exceptZero")})`;
  return el("div", { class: "analysis" },
    el("p", { class: "feeling" }, emotion(found.emotions[0].emotion), found.intensity > 0 ? strength(found.intensity) : null, others,
      found.sentiment === "Neutral" ? null : el("span", { class: "quiet-text" }, sentiment),
      found.degraded ? el("span", { class: "quiet-text" }, word("degraded")) : null),
    found.evidence.length > 0 ? el("p", { class: "evidence" }, `${word("because")} `, found.evidence.map(evidence)) : null);
}

function evidence(item) {
  return el("q", { class: item.weight < 0 ? "down" : "up", title: decimal(item.weight, "exceptZero") }, item.text);
}

// The list of conversations.

import { el, keyed } from "./elements.js";
import { arc, flags } from "./marks.js";
import { clockTime, language, name, since, word } from "./words.js";

export function showList(parent, summaries, selected, choose) {
  keyed(parent, summaries, (summary) => summary.key, (summary) => entry(summary, choose), language());
  for (const child of parent.children) {
    child.firstChild.setAttribute("aria-current", child.dataset.key === selected ? "true" : "false");
  }
  refreshWaiting(parent);
}

/** Waiting times grow although nothing changed. */
export function refreshWaiting(parent) {
  for (const place of parent.querySelectorAll("[data-waiting-since]")) {
    place.textContent = `${word("waiting")} ${since(place.dataset.waitingSince)}`;
  }
}

function entry(summary, choose) {
  const feeling = summary.closedAt
    ? arc(summary.startEmotion, summary.worstEmotion, summary.endEmotion)
    : arc(summary.worstEmotion ?? summary.startEmotion ?? "Neutral");
  return el("li", {},
    el("button", { type: "button", onclick: () => choose(summary.key) },
      el("span", { class: "row" },
        el("strong", { class: "who" }, summary.customerFirstName ?? word("someone")),
        el("time", { datetime: summary.startedAt }, clockTime(summary.startedAt))),
      el("span", { class: "row what" },
        el("span", {}, summary.intent ? name("intent", summary.intent) : "…"),
        el("span", { class: "quiet-text" }, `${summary.channel} · ${summary.brand}`)),
      el("span", { class: "row" },
        feeling,
        el("span", { class: "flags" }, flags(summary.hard, summary.urgent))),
      waiting(summary)));
}

function waiting(summary) {
  if (summary.closedAt) {
    return el("span", { class: "row quiet-text" }, word("closed"), summary.rating ? el("span", {}, `★ ${summary.rating}/5`) : null);
  }
  return summary.advisorId
    ? el("span", { class: "row quiet-text" }, word("held"))
    : el("span", { class: "row waiting" }, el("span", { "data-waiting-since": summary.startedAt }));
}

// The live page: reads what it shows from the API, and reads again when the API says that something changed.

import { ask, events as eventsOf } from "./access.js";
import { coalesced } from "./coalesced.js";
import { showConversation } from "./conversation.js";
import { firstWebhook } from "./curl.js";
import { showList, refreshWaiting } from "./list.js";
import { showRouting, showSuggestions } from "./side.js";
import { language, speak, word } from "./words.js";

const api = document.documentElement.dataset.api;
const at = (id) => document.getElementById(id);
const wide = matchMedia("(min-width: 760px)");
const pageSize = 100;

const selected = location.hash.slice(1);
const shown = { day: today(), selected, pages: 1, list: null, transcript: null, suggestions: null };
let followsToday = true;
let link = "connecting";

const askList = coalesced(readList, 300, () => showLink("unread"));
const askTalk = coalesced(readTalk, 120, () => showLink("unread"));

function today() {
  return new Date().toISOString().slice(0, 10);
}

async function read(address) {
  const response = await ask(`${api}/${address}`);
  if (response.status === 404) {
    return null;
  }
  if (!response.ok) {
    throw new Error(`HTTP ${response.status}`);
  }
  const answer = await response.json();
  if (link === "unread") {
    showLink("live");
  }
  return answer;
}

async function readList() {
  if (followsToday) {
    shown.day = today();
  }
  const day = shown.day;
  const conversations = [];
  let continuation = null;
  for (let page = 0; page < shown.pages; page++) {
    const next = continuation ? `&continuation=${encodeURIComponent(continuation)}` : "";
    const answer = await read(`transcripts?day=${day}&limit=${pageSize}${next}`);
    conversations.push(...answer.conversations);
    continuation = answer.continuation;
    if (!continuation) {
      break;
    }
  }
  if (day !== shown.day) {
    return;
  }
  shown.list = { conversations, more: Boolean(continuation) };
  if (!shown.selected && conversations.length > 0 && wide.matches) {
    choose(conversations[0].key);
  }
  draw();
}

async function readTalk() {
  const key = shown.selected;
  if (!key) {
    return;
  }
  const address = `conversations/${encodeURIComponent(key)}`;
  const [transcript, suggestions] = await Promise.all([read(address), read(`${address}/suggestions`)]);
  if (key !== shown.selected) {
    return;
  }
  shown.transcript = transcript;
  shown.suggestions = suggestions;
  draw();
}

function choose(key) {
  if (key !== shown.selected) {
    Object.assign(shown, { selected: key, transcript: null, suggestions: null });
    at("messages").replaceChildren();
    history.replaceState(null, "", key ? `#${key}` : location.pathname + location.search);
  }
  askTalk(0);
  draw();
}

function draw() {
  const { list, transcript, suggestions, selected, day } = shown;
  const empty = list !== null && list.conversations.length === 0 && !transcript;
  at("layout").classList.toggle("reading", Boolean(selected));
  at("day").value = day;
  at("empty").hidden = !empty;
  at("choose").hidden = empty || Boolean(transcript);
  at("talk").hidden = !transcript;
  at("side").hidden = !transcript;
  if (list) {
    showList(at("list"), list.conversations, selected, choose);
    at("more").hidden = !list.more;
  }
  if (suggestions) {
    showSuggestions(at("suggestions"), suggestions);
  }
  if (transcript) {
    // The conversation last: it scrolls to its end, which must be where it stays.
    showRouting(at("routing"), transcript.assignment);
    showConversation(at("talk-head"), at("messages"), transcript);
  }
}

function drawWords() {
  document.documentElement.lang = language();
  document.title = word("title");
  for (const place of document.querySelectorAll("[data-word]")) {
    place.textContent = word(place.dataset.word);
  }
  for (const place of document.querySelectorAll("[data-word-label]")) {
    place.setAttribute("aria-label", word(place.dataset.wordLabel));
  }
  for (const button of document.querySelectorAll("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === language()));
  }
  showLink(link);
}

function showLink(state) {
  link = state;
  at("link").dataset.state = state;
  at("link-word").textContent = word(state);
}

function connect() {
  const events = eventsOf(`${api}/events`);
  let broken = 0;
  events.addEventListener("hello", () => {
    clearTimeout(broken);
    showLink("live");
    // What happened while nobody listened is not told: everything shown is read again.
    askList(0);
    askTalk(0);
  });
  events.addEventListener("changed", (event) => {
    if (JSON.parse(event.data).key === shown.selected) {
      askTalk();
    }
    askList();
  });
  events.addEventListener("error", () => {
    clearTimeout(broken);
    // The server ends each response after some minutes and the browser connects again at once: that is nothing to tell.
    broken = setTimeout(() => showLink("broken"), 1500);
    if (events.readyState === EventSource.CLOSED) {
      setTimeout(connect, 3000);
    }
  });
}

for (const button of document.querySelectorAll("[data-language]")) {
  button.addEventListener("click", () => {
    speak(button.dataset.language);
    drawWords();
    draw();
  });
}
at("day").addEventListener("change", (event) => {
  shown.day = event.target.value || today();
  followsToday = shown.day === today();
  Object.assign(shown, { pages: 1, list: null });
  choose("");
  askList(0);
});
at("more").addEventListener("click", () => {
  shown.pages++;
  askList(0);
});
at("back").addEventListener("click", () => choose(""));
setInterval(() => {
  refreshWaiting(at("list"));
  draw();
}, 20000);

at("curl").textContent = firstWebhook(api);
drawWords();
draw();
askList(0);
askTalk(0);
connect();

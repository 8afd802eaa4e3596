// Makes and updates elements. Text goes in as text only, so that whatever a customer writes stays text.

/** An element with attributes and children; strings become text, and null or false children are left out. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "onclick") {
      element.addEventListener("click", value);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/**
 * Brings the children of a parent in line with a list of items. A child whose item did not change stays the very same element, so that
 * focus, selection and scrolling survive an update.
 */
export function keyed(parent, items, keyOf, build, salt = "") {
  const kept = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  const wanted = items.map((item) => {
    const key = keyOf(item);
    const version = salt + JSON.stringify(item);
    const old = kept.get(key);
    if (old?.version === version) {
      return old;
    }
    const child = build(item);
    child.dataset.key = key;
    child.version = version;
    return child;
  });
  wanted.forEach((child, index) => {
    if (parent.children[index] !== child) {
      parent.insertBefore(child, parent.children[index] ?? null);
    }
  });
  while (parent.children.length > wanted.length) {
    parent.lastElementChild.remove();
  }
}
